"""What the reader says of names holds over what the program found."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.annotation.annotation import (
    Annotation,
    Entity,
    IndirectSpeech,
    Label,
    Mention,
    Quote,
    QuoteKind,
    Reference,
    ReferenceKind,
    Span,
)
from tuireader.annotation.corrections import EntityCorrection
from tuireader.annotation.entity_corrections import apply_entity_corrections

TEXT = (
    "Orla Tannock met Bree Tannock in Ferrow. “No,” said Tannock. Ferrow Dawie Quist was ill; "
    "Quist said so. Ferrow slept, and Tannock with it."
)


def _mentions(words: str, label: Label, *numbers: int) -> tuple[Mention, ...]:
    found = list(re.finditer(words, TEXT))
    return tuple(
        Mention(found[n].start(), found[n].end(), words, label, 0.6)
        for n in numbers or range(len(found))
    )


ORLA = Entity(
    "person:orla tannock",
    "Orla Tannock",
    Label.PERSON,
    ("Tannock",),
    (*_mentions("Orla Tannock", Label.PERSON), *_mentions("Tannock", Label.PERSON, 2, 3)),
    gender="f",
)
BREE = Entity(
    "person:bree tannock",
    "Bree Tannock",
    Label.PERSON,
    (),
    _mentions("Bree Tannock", Label.PERSON),
)
FERROW = Entity("org:ferrow", "Ferrow", Label.ORG, (), _mentions("Ferrow", Label.ORG, 0, 2))
QUIST = Entity(
    "person:ferrow dawie quist",
    "Ferrow Dawie Quist",
    Label.PERSON,
    ("Quist",),
    (*_mentions("Ferrow Dawie Quist", Label.PERSON), *_mentions("Quist", Label.PERSON, 1)),
)
SAID = Quote(
    41,
    46,
    QuoteKind.SPEECH,
    speaker="Orla Tannock",
    speaker_id=ORLA.id,
    mention=Span(52, 59),
)
REPORTED = IndirectSpeech(92, 106, "Ferrow Dawie Quist", QUIST.id)
ANNOTATION = Annotation(quotes=(SAID,), entities=(ORLA, BREE, FERROW, QUIST), indirect=(REPORTED,))


def _put_right(*corrections: EntityCorrection) -> Annotation:
    return apply_entity_corrections(ANNOTATION, TEXT, corrections)


def _at(words: str, number: int = 0) -> tuple[int, int]:
    return [m.span() for m in re.finditer(words, TEXT)][number]


def _named(annotation: Annotation, name: str) -> Entity:
    return next(entity for entity in annotation.entities if entity.name == name)


def test_the_words_stand_where_the_tests_say() -> None:
    assert TEXT[52:59] == "Tannock"
    assert all(TEXT[m.start : m.end] == m.text for m in ANNOTATION.mentions)


def test_the_kind_of_an_entity_is_changed_at_all_its_mentions() -> None:
    changed = _put_right(EntityCorrection(*_at("Ferrow", 2), Label.GPE))
    ferrow = _named(changed, "Ferrow")
    assert (ferrow.id, ferrow.label, ferrow.by_reader) == ("gpe:ferrow", Label.GPE, True)
    assert [(m.label, m.confidence) for m in ferrow.mentions] == [(Label.GPE, 1.0)] * 2


def test_confirming_the_kind_makes_it_sure_and_the_readers() -> None:
    bree = _named(_put_right(EntityCorrection(*_at("Bree Tannock"), Label.PERSON)), "Bree Tannock")
    assert bree.by_reader
    assert bree.mentions[0].confidence == 1.0


def test_a_kind_makes_one_of_two_entities_of_the_same_name() -> None:
    place = Entity("gpe:ferrow", "Ferrow", Label.GPE, (), _mentions("Ferrow", Label.GPE, 2))
    organisation = Entity(FERROW.id, "Ferrow", Label.ORG, (), FERROW.mentions[:1])
    two = Annotation(entities=(organisation, place))
    changed = apply_entity_corrections(two, TEXT, [EntityCorrection(*_at("Ferrow"), Label.GPE)])
    assert [(e.id, len(e.mentions)) for e in changed.entities] == [("gpe:ferrow", 2)]


def test_what_names_nothing_is_gone_and_who_was_quoted_keeps_the_name() -> None:
    changed = _put_right(EntityCorrection(*_at("Quist", 1), is_name=False))
    assert [e.name for e in changed.entities] == ["Orla Tannock", "Bree Tannock", "Ferrow"]
    said = changed.indirect[0]
    assert (said.speaker, said.speaker_id) == ("Ferrow Dawie Quist", None)


def test_a_rejection_meets_a_mention_whose_edges_have_moved_a_little() -> None:
    start, end = _at("Bree Tannock")
    changed = _put_right(EntityCorrection(start - 4, end, is_name=False))
    assert "Bree Tannock" not in [e.name for e in changed.entities]


def test_words_that_no_mention_covers_exactly_become_one_wherever_they_stand() -> None:
    changed = _put_right(EntityCorrection(*_at("Dawie Quist"), Label.PERSON))
    dawie = _named(changed, "Dawie Quist")
    assert [m.text for m in dawie.mentions] == ["Dawie Quist"]
    assert dawie.by_reader
    assert [m.start for m in changed.mentions] == sorted({m.start for m in changed.mentions})
    slept = _put_right(EntityCorrection(*_at(r"\bit\b"), Label.PRODUCT))
    assert [TEXT[m.start : m.end] for m in _named(slept, "it").mentions] == ["it"]


def test_a_name_moves_the_mentions_that_are_written_the_same() -> None:
    changed = _put_right(EntityCorrection(*_at("Tannock", 2), name="bree tannock"))
    bree, orla = _named(changed, "Bree Tannock"), _named(changed, "Orla Tannock")
    assert ([m.text for m in bree.mentions], bree.aliases) == (
        ["Bree Tannock", "Tannock", "Tannock"],
        ("Tannock",),
    )
    assert ([m.text for m in orla.mentions], orla.aliases) == (["Orla Tannock"], ())
    assert (changed.quotes[0].speaker, changed.quotes[0].speaker_id) == ("Bree Tannock", bree.id)


def test_a_name_for_the_full_name_renames_the_entity() -> None:
    changed = _put_right(EntityCorrection(*_at("Orla Tannock"), name="Orla J. Tannock"))
    orla = _named(changed, "Orla J. Tannock")
    assert (orla.id, len(orla.mentions), orla.gender) == ("person:orla j. tannock", 3, "f")
    assert (changed.quotes[0].speaker, changed.quotes[0].speaker_id) == (orla.name, orla.id)


def test_two_entities_are_joined_by_name() -> None:
    changed = _put_right(EntityCorrection(*_at("Bree Tannock"), name="Orla Tannock"))
    assert len(_named(changed, "Orla Tannock").mentions) == 4
    assert len(changed.entities) == 3


def test_the_later_correction_holds_and_nothing_said_changes_nothing() -> None:
    place = _at("Ferrow")
    changed = _put_right(
        EntityCorrection(*place, Label.GPE), EntityCorrection(*place, is_name=False)
    )
    assert "Ferrow" not in [e.name for e in changed.entities]
    assert _put_right() is ANNOTATION
    assert _put_right(EntityCorrection(*_at("slept"), name="Somebody")) == ANNOTATION


CORRECTION = st.builds(
    lambda start, size, label, name, is_name: EntityCorrection(
        start, min(start + size, len(TEXT)), label, name, is_name
    ),
    st.integers(0, len(TEXT) - 2),
    st.integers(1, 20),
    st.sampled_from([None, Label.PERSON, Label.GPE]),
    st.sampled_from(["", "Orla Tannock", "Quist", "Somebody Else"]),
    st.booleans(),
)
AT_A_MENTION = st.builds(
    lambda mention, label, name, is_name: EntityCorrection(
        mention.start, mention.end, label, name, is_name
    ),
    st.sampled_from(ANNOTATION.mentions),
    st.sampled_from([None, Label.PERSON, Label.GPE]),
    st.sampled_from(["", "Orla Tannock", "Quist", "Somebody Else"]),
    st.booleans(),
)


@given(st.lists(CORRECTION | AT_A_MENTION, max_size=6))
def test_any_corrections_leave_a_sound_annotation(corrections: list[EntityCorrection]) -> None:
    changed = apply_entity_corrections(ANNOTATION, TEXT, corrections)
    ids = [entity.id for entity in changed.entities]
    assert len(ids) == len(set(ids))
    mentions = changed.mentions
    for one, other in pairwise(mentions):
        assert one.end <= other.start
    for entity in changed.entities:
        assert entity.mentions
        assert all(TEXT[m.start : m.end] == m.text for m in entity.mentions)
    assert {said.speaker_id for said in changed.quotes} <= {*ids, None}
    assert {said.speaker_id for said in changed.indirect} <= {*ids, None}


@pytest.mark.parametrize("label", [None, Label.EVENT])
def test_a_correction_of_a_place_beyond_the_text_does_no_harm(label: Label | None) -> None:
    end = len(TEXT)
    assert apply_entity_corrections(ANNOTATION, TEXT, [EntityCorrection(end, end + 5, label)])


def test_references_go_with_their_entity_and_leave_what_is_no_person() -> None:
    start, end = _at(r"\bit\b")
    meant = Reference(start, end, "it", ReferenceKind.PRONOUN)
    bree = replace(BREE, references=(meant,), gender="f")
    found = Annotation(entities=(ORLA, bree))
    joined = apply_entity_corrections(
        found, TEXT, [EntityCorrection(*_at("Bree Tannock"), name="Orla Tannock")]
    )
    assert _named(joined, "Orla Tannock").references == (meant,)
    renamed = apply_entity_corrections(
        found, TEXT, [EntityCorrection(*_at("Bree Tannock"), name="Bree T. Tannock")]
    )
    assert _named(renamed, "Bree T. Tannock").references == (meant,)
    thing = apply_entity_corrections(
        found, TEXT, [EntityCorrection(*_at("Bree Tannock"), Label.ORG)]
    )
    assert (_named(thing, "Bree Tannock").references, _named(thing, "Bree Tannock").gender) == (
        (),
        "",
    )
    named = apply_entity_corrections(found, TEXT, [EntityCorrection(start, end, Label.PRODUCT)])
    assert _named(named, "Bree Tannock").references == ()
