from __future__ import annotations

import pytest

from tests.annotation.entity_helpers import article, entity
from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.entities.own_names import OwnName, read_own_names
from tuireader.articles.broken_list import BrokenListError

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
    lioness, accord = read_own_names(TOML, toml=True)
    assert lioness == OwnName(
        "Amina Traoré", Label.PERSON, ("the Lioness",), "#40a060", "met in Ségou"
    )
    assert accord.label is Label.LAW
    lines = "# mine\nAmina Traoré | person | the Lioness\n\nzinc accord | law\nOle Berg\n"
    assert read_own_names(lines, toml=False) == (
        OwnName("Amina Traoré", Label.PERSON, ("the Lioness",)),
        OwnName("zinc accord", Label.LAW),
        OwnName("Ole Berg", Label.PERSON),
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Ole Berg\nzinc | metal", 2, '"metal" is no kind of name; use one of person'),
        ("# mine\n\n| person", 3, "no name before"),
        ('[[name]]\nname = "x"\n[[name]]\nkind = "person"', 3, "There is no name"),
        ("[[name]]\nname = ", 2, "not valid TOML"),
        ('[[name]]\nname = "x"\naliases = "y"', 1, "aliases must be a list"),
        ('\n[[names]]\nname = "x"', 2, '"names" is not known here'),
        ('name = "x"', 1, r"must be a \[\[name\]\]"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(text: str, line: int, message: str) -> None:
    with pytest.raises(BrokenListError, match=message) as told:
        read_own_names(text, toml="=" in text or "[[" in text)
    assert told.value.line == line


def test_own_names_are_found_everywhere_and_joined_with_their_aliases() -> None:
    story = article("Amina Traoré signed the zinc accord in Paris.", "Later the Lioness slept.")
    found = find_entities(story, own=read_own_names(TOML, toml=True))
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


def test_the_colour_and_the_note_of_a_name_are_those_of_its_entity() -> None:
    own = read_own_names(TOML, toml=True)
    story = article("Amina Traoré spoke. The crowd cheered the Lioness. Ole Berg left.")
    found = find_entities(story, own=own)
    traore = entity(found, "Amina Traoré")
    assert (traore.colour, traore.note) == ("#40a060", "met in Ségou")
    assert (entity(found, "Ole Berg").colour, entity(found, "Ole Berg").note) == ("", "")


CINEMA = OwnName("Grand Cinema", Label.ORG, ("the Grand", "Kino"), "#d04040", "closed")


def test_of_two_own_names_that_overlap_the_longer_is_found() -> None:
    story = article("The queue before the Grand Cinema was long.")
    (cinema,) = find_entities(story, own=[CINEMA])
    assert [mention.text for mention in cinema.mentions] == ["Grand Cinema"]


def test_an_own_name_with_an_article_is_joined_with_the_others() -> None:
    story = article("The Grand Cinema is old. Nobody goes to the Grand now.")
    (cinema,) = find_entities(story, own=[CINEMA])
    assert (cinema.name, cinema.aliases) == ("Grand Cinema", ("the Grand",))


def test_what_stands_by_an_alias_alone_has_its_own_name() -> None:
    story = article("Nobody goes to the Grand now, nor to Kino.")
    (cinema,) = find_entities(story, own=[CINEMA])
    assert (cinema.id, cinema.name) == ("org:grand cinema", "Grand Cinema")
    assert (cinema.aliases, cinema.note) == (("the Grand", "Kino"), "closed")


def test_a_fuller_name_of_the_article_stays() -> None:
    own = [OwnName("Vera Holm", Label.PERSON, note="met in Bodø")]
    (holm,) = find_entities(article("Vera Maria Holm left. Vera Holm was tired."), own=own)
    assert (holm.name, holm.note) == ("Vera Maria Holm", "met in Bodø")


@pytest.mark.parametrize("colour", ["#C05020", "", "Blue"])
def test_a_colour_is_a_known_name_or_six_digits(colour: str) -> None:
    (name,) = read_own_names(f'[[name]]\nname = "Orsk"\ncolour = "{colour}"\n', toml=True)
    assert name.colour in ("#c05020", "", "#4080d0")


def test_a_colour_that_is_none_is_named_with_its_line() -> None:
    with pytest.raises(BrokenListError, match="no colour"):
        read_own_names('[[name]]\nname = "Orsk"\ncolour = "mud"\n', toml=True)
