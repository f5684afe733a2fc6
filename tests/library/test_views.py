from __future__ import annotations

import pytest

from tuireader.library.query.fields import SORT_KEYS
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import Predicate, Sort
from tuireader.library.views import VIEWS, View, view_of


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_has_a_query_and_an_order(view: View) -> None:
    assert parse(view.query).text == view.query
    assert view.order.key in SORT_KEYS


def test_an_order_can_be_turned_round() -> None:
    assert View("A").order == Sort("date")
    assert View("A", sort="-title").order == Sort("title", True)


def test_the_view_of_a_name_asks_for_just_that_name() -> None:
    view = view_of("person", 'Ana "Rocket" Petrić')
    node = parse(view.query).node
    assert isinstance(node, Predicate)
    assert (node.field, node.value, node.exact) == ("person", "Ana  Rocket  Petrić", True)
