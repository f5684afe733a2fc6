from __future__ import annotations

from tuireader.annotation.annotation import Annotation, Entity, Label, Quote, QuoteKind, Span
from tuireader.annotation.corrections import SAID_SO, QuoteCorrection, apply_corrections

PETER = Entity("person:peter lund", "Peter Lund", Label.PERSON, ("Lund",), ())
FOUND = Quote(
    10, 30, QuoteKind.SPEECH, speaker="Mary Voss", mention=Span(32, 41), cue="said", confidence=0.8
)
SCARE = Quote(50, 60, QuoteKind.SCARE)
ANNOTATION = Annotation(quotes=(FOUND, SCARE), entities=(PETER,))


def test_a_speaker_is_changed_and_linked_to_its_entity() -> None:
    changed = apply_corrections(ANNOTATION, [QuoteCorrection(10, 30, "Peter Lund")]).quotes[0]
    assert (changed.speaker, changed.speaker_id) == ("Peter Lund", "person:peter lund")
    assert (changed.confidence, changed.reason, changed.mention) == (1.0, SAID_SO, None)


def test_an_alias_finds_the_entity_too() -> None:
    changed = apply_corrections(ANNOTATION, [QuoteCorrection(10, 30, "lund")]).quotes[0]
    assert changed.speaker_id == "person:peter lund"


def test_a_speaker_is_confirmed_with_its_mention() -> None:
    changed = apply_corrections(ANNOTATION, [QuoteCorrection(11, 29, "Mary Voss")]).quotes[0]
    assert (changed.mention, changed.cue, changed.confidence) == (Span(32, 41), "said", 1.0)


def test_a_speaker_is_removed() -> None:
    changed = apply_corrections(ANNOTATION, [QuoteCorrection(10, 30, None)]).quotes[0]
    assert (changed.speaker, changed.kind) == (None, QuoteKind.SPEECH)


def test_a_quote_is_none_and_a_scare_quote_is_speech() -> None:
    changed = apply_corrections(
        ANNOTATION,
        [QuoteCorrection(10, 30, is_quote=False), QuoteCorrection(50, 60, "Peter Lund")],
    )
    assert [quote.kind for quote in changed.quotes] == [QuoteKind.SCARE, QuoteKind.SPEECH]


def test_the_later_correction_holds_and_a_lost_place_is_passed_over() -> None:
    changed = apply_corrections(
        ANNOTATION,
        [
            QuoteCorrection(10, 30, "Peter Lund"),
            QuoteCorrection(10, 30, "Ann Lee"),
            QuoteCorrection(28, 49, "Nobody There"),
        ],
    )
    assert [quote.speaker for quote in changed.quotes] == ["Ann Lee", None]


def test_without_corrections_nothing_changes() -> None:
    assert apply_corrections(ANNOTATION, []) is ANNOTATION
