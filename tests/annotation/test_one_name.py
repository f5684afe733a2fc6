"""A speaker that is an entity goes by the entity's name, and that by the fullest."""

from __future__ import annotations

import pytest

from tuireader.annotation.annotation import Entity, Label, Mention, Quote, QuoteKind
from tuireader.annotation.one_name import Named, with_one_name


def _named(entity: str, speaker: str, label: Label = Label.PERSON) -> Named:
    name = f"{label.value.lower()}:{entity.lower()}"
    made = Entity(name, entity, label, (), (Mention(0, 4, entity, label),))
    quote = Quote(10, 20, QuoteKind.SPEECH, speaker=speaker, speaker_id=name)
    return Named((made,), (quote,), ())


def test_an_entity_takes_the_full_name_and_both_agree() -> None:
    found = with_one_name(_named("Lund", "Peter Lund"))
    (entity,), (quote,) = found.entities, found.quotes
    assert (entity.name, entity.id, entity.aliases) == (
        "Peter Lund",
        "person:peter lund",
        ("Lund",),
    )
    assert (quote.speaker, quote.speaker_id) == (entity.name, entity.id)


@pytest.mark.parametrize(
    ("entity", "speaker", "label"),
    [
        ("Peter Lund", "Peter “Duck” Lund", Label.PERSON),
        ("Lund", "Radio’s “Tide,” Lund", Label.PERSON),
        ("Lund", "Lund Ferries", Label.ORG),
        ("Lund", "Peter Krell", Label.PERSON),
    ],
)
def test_where_it_is_no_fuller_name_the_speaker_takes_the_entitys(
    entity: str, speaker: str, label: Label
) -> None:
    found = with_one_name(_named(entity, speaker, label))
    assert found.entities == _named(entity, speaker, label).entities
    assert found.quotes[0].speaker == entity


def test_the_readers_own_names_stay() -> None:
    found = with_one_name(_named("Lund", "Peter Lund"), {"Lund"})
    assert (found.entities[0].name, found.quotes[0].speaker) == ("Lund", "Lund")


def test_two_entities_never_share_an_id() -> None:
    short, full = _named("Lund", "Peter Lund"), _named("Peter Lund", "Peter Lund")
    both = Named((*short.entities, *full.entities), short.quotes, ())
    found = with_one_name(both)
    assert len({entity.id for entity in found.entities}) == 2


def test_nobody_stays_nobody() -> None:
    quote = Quote(10, 20, QuoteKind.SPEECH)
    assert with_one_name(Named((), (quote,), ())).quotes == (quote,)
