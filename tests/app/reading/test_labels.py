from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.app.rendition.labels import LETTERS, MOST, beginning_with, labelled, labels


@given(st.integers(0, MOST))
def test_no_label_begins_another_and_none_is_longer_than_need_be(count: int) -> None:
    made = labels(count)
    assert len(set(made)) == len(made) == count
    ones = {label for label in made if len(label) == 1}
    assert all(label in ones or label[0] not in ones for label in made)
    assert all(len(label) <= 2 for label in made)
    assert count > len(LETTERS) or len(ones) == count


@given(st.lists(st.integers(0, 10_000)))
def test_each_place_has_one_label_in_the_order_of_the_text(places: list[int]) -> None:
    found = list(labelled(places).values())
    assert found == sorted(set(places))[:MOST]


def test_what_is_typed_leaves_the_labels_that_begin_with_it() -> None:
    assert beginning_with("a", {"ab": 1, "ac": 2, "b": 3}) == {"ab": 1, "ac": 2}
