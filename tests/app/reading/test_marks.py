from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.reading.specimen import harbour
from tuireader.annotation.annotation import Label, Span
from tuireader.app.rendition.find import Found
from tuireader.app.rendition.ink import Hit, Ink, Role
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.marks import Marks, runs_of
from tuireader.app.rendition.sheet import CleanSheet

LOADED = harbour()
TEXT = LOADED.article.text
SHEET = CleanSheet(LOADED.article)


def marks(hits: list[tuple[int, int]] | None = None, **changes: object) -> Marks:
    known = Marks.of(LOADED.annotation, LOADED.article.links)
    values = {
        "quotes": known.quotes,
        "mentions": known.mentions,
        "links": known.links,
        "reported": known.reported,
        "hits": Intervals([Found(a, b) for a, b in hits or []]),
    }
    return Marks(**(values | changes))  # type: ignore[arg-type]


def ink_at(words: str, shown: Marks) -> Ink:
    at = TEXT.index(words)
    for run in runs_of(SHEET, shown, 0, len(TEXT), Role.BODY):
        if run.start <= at < run.end:
            return run.ink
    raise AssertionError(words)


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_runs_cover_a_stretch_without_gaps(a: int, b: int) -> None:
    start, end = sorted((a, b))
    runs = runs_of(SHEET, marks([(10, 40), (30, 35)]), start, end, Role.BODY)
    assert [at for run in runs for at in range(run.start, run.end)] == list(range(start, end))
    assert all(one.ink != next_.ink for one, next_ in pairwise(runs))


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 12)), max_size=30),
    st.integers(0, 60),
    st.integers(1, 20),
)
def test_intervals_find_what_overlaps(
    extents: list[tuple[int, int]], start: int, length: int
) -> None:
    spans = [Span(a, a + n) for a, n in extents]
    found = Intervals(spans).overlapping(start, start + length)
    wanted = [s for s in spans if s.start < start + length and start < s.end]
    assert sorted((s.start, s.end) for s in found) == sorted((s.start, s.end) for s in wanted)


def test_a_quote_is_in_its_speakers_voice() -> None:
    ink = ink_at("We are not against", marks())
    assert (ink.speech, ink.voice, ink.nested) == (True, "person:ilse marren", False)


def test_an_inner_quote_is_nested_in_its_own_voice() -> None:
    ink = ink_at("Never sign", marks())
    assert (ink.nested, ink.voice) == (True, "person:marren’s father")
    assert not ink_at("and he was right", marks()).nested


def test_scare_quotes_are_quiet() -> None:
    ink = ink_at("quiet hours", marks())
    assert (ink.quiet, ink.speech) == (True, False)


def test_nobodys_words_have_no_voice() -> None:
    ink = ink_at("Then let the cat", marks())
    assert (ink.speech, ink.voice) == (True, "")


def test_reported_speech_has_a_voice_and_is_no_quote() -> None:
    shown = marks().toggled(Layer.REPORTED)
    ink = ink_at("had never been quiet", shown)
    assert (ink.reported, ink.voice, ink.speech) == (True, "person:ilse marren", False)
    assert not ink_at("My father told me", shown).reported


def test_reported_speech_is_shown_on_request_only() -> None:
    assert not ink_at("had never been quiet", marks()).reported


def test_entities_are_of_their_kind() -> None:
    assert ink_at("Northern Line", marks()).label is Label.ORG
    assert ink_at("Ostholm", marks()).label is Label.GPE
    assert ink_at("1,200 crowns", marks()).label is Label.MONEY


def test_links_are_marked() -> None:
    assert ink_at("the night ferry", marks()).link == "https://example.org/ferry"


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (Layer.QUOTES, "We are not"),
        (Layer.ENTITIES, "Ostholm"),
        (Layer.PLACES, "Ostholm"),
        (Layer.ORGANISATIONS, "Northern Line"),
        (Layer.PEOPLE, "Ilse Marren"),
        (Layer.DATES, "3 June"),
        (Layer.NUMBERS, "1,200"),
        (Layer.LINKS, "the night ferry"),
    ],
)
def test_a_layer_switched_off_leaves_no_mark(layer: Layer, words: str) -> None:
    assert ink_at(words, marks()) != Ink()
    assert ink_at(words, marks().toggled(layer)) == Ink()
    assert ink_at(words, marks().toggled(layer).toggled(layer)) == ink_at(words, marks())


def test_a_hit_keeps_what_lies_under_it_and_the_current_one_shows() -> None:
    at = TEXT.index("against")
    again = TEXT.index("against", at + 1)
    shown = marks([(at, at + 7), (again, again + 7)], current_hit=Found(at, at + 7))
    first = ink_at("against the boat", shown)
    assert (first.hit, first.speech) == (Hit.CURRENT, True)
    assert ink_at("against being", shown).hit is Hit.FOUND
    assert ink_at("against the boat", shown.toggled(Layer.HITS)).hit is Hit.NONE


def test_notes_and_the_cursor_are_marked() -> None:
    span = Span(0, 5)
    shown = marks(notes=Intervals([span]), here=span)
    assert (ink_at("The harbour", shown).note, ink_at("The harbour", shown).here) == (True, True)


def test_what_ends_where_a_stretch_begins_does_not_overlap_it() -> None:
    intervals = Intervals([Span(0, 9), Span(1, 4), Span(2, 5)])
    assert intervals.overlapping(4, 5) == [Span(0, 9), Span(2, 5)]
