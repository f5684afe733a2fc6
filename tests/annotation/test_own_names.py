from __future__ import annotations

import pytest

from tests.annotation.entity_helpers import article, entity
from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.entities.own_names import OwnName, read_own_names

TOML = """
[[name]]
name = "Amina Traoré"
kind = "person"
aliases = ["the Lioness"]
colour = "green"
note = "met in Ségou"

[[name]]
name = "zinc accord"
kind = "law"
"""


def test_a_list_may_be_toml_or_a_name_a_line() -> None:
    lioness, accord = read_own_names(TOML)
    assert lioness == OwnName(
        "Amina Traoré", Label.PERSON, ("the Lioness",), "green", "met in Ségou"
    )
    assert accord.label is Label.LAW
    lines = "# mine\nAmina Traoré | person | the Lioness\n\nzinc accord | law\nOle Berg\n"
    assert read_own_names(lines) == (
        OwnName("Amina Traoré", Label.PERSON, ("the Lioness",)),
        OwnName("zinc accord", Label.LAW),
        OwnName("Ole Berg", Label.PERSON),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ole Berg\nzinc | treaty", 'Line 2 .*"treaty" is no kind; use one of person'),
        ("| person", "Line 1 .* has no name"),
        ('[[name]]\nkind = "person"', "Entry 1 .* has no name"),
        ("[[name]]\nname = ", "not valid TOML"),
        ('[[name]]\nname = "x"\naliases = "y"', "Entry 1 .*aliases must be a list"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_own_names(text)


def test_own_names_are_found_everywhere_and_joined_with_their_aliases() -> None:
    story = article("Amina Traoré signed the zinc accord in Paris.", "Later the Lioness slept.")
    found = find_entities(story, own=read_own_names(TOML))
    assert [m.text for m in entity(found, "Amina Traoré").mentions] == [
        "Amina Traoré",
        "the Lioness",
    ]
    assert entity(found, "zinc accord").label is Label.LAW
    assert entity(found, "Paris").label is Label.GPE


def test_an_own_name_overrules_the_engine() -> None:
    story = article("Paris Holm flew to Paris.")
    (paris,) = [
        e for e in find_entities(story, own=[OwnName("Paris", Label.PERSON)]) if e.name == "Paris"
    ]
    assert paris.label is Label.PERSON
    assert len(paris.mentions) == 2
