from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tuireader.annotation.corrections import QuoteCorrection
from tuireader.state import Subject, open_state
from tuireader.state.anchors import anchor
from tuireader.state.corrections import CorrectionKind
from tuireader.state.live_state import TinyDBState
from tuireader.state.views import View

FIRST = Subject("a1", "/articles/first.txt", "Harbour reopens after storm")
TEXT = "The harbour reopened on Tuesday, eleven days after the storm. Boats sail again."
DAYS = anchor(TEXT, TEXT.index("eleven"), TEXT.index("eleven") + 11)
BOATS = anchor(TEXT, TEXT.index("Boats"), len(TEXT))


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def state(tmp_path: Path) -> Iterator[TinyDBState]:
    state = open_state(tmp_path, Clock())
    yield state
    state.close()


def test_a_note_survives_the_end_of_the_program(state: TinyDBState) -> None:
    message = state.notes.add(FIRST, DAYS, "Longer than in 2019?", ["#harbour ", "storm  damage"])
    assert message == "Noted on “eleven days” · U undoes"
    [note] = state.notes.of("a1")
    assert (note.anchor, note.text, note.tags) == (
        DAYS,
        "Longer than in 2019?",
        ("harbour", "storm damage"),
    )
    assert note.created.startswith("2026-03-01T09:30:")
    assert state.record("a1").title == FIRST.title
    state.close()
    again = open_state(state.location.parent)
    assert again.notes.all() == (note,)
    assert again.notes.get(note.id) == note
    again.close()


def test_notes_stand_in_the_order_of_the_text_and_newest_first(state: TinyDBState) -> None:
    state.notes.add(FIRST, BOATS)
    state.notes.add(FIRST, DAYS)
    state.notes.add(Subject("a2"), DAYS)
    assert [note.anchor for note in state.notes.of("a1")] == [DAYS, BOATS]
    assert [note.article_id for note in state.notes.all()] == ["a2", "a1", "a1"]


def test_notes_are_searched_by_words_of_all_their_parts(state: TinyDBState) -> None:
    state.notes.add(FIRST, DAYS, "Compare Lisbon", ["ports"])
    state.notes.add(FIRST, BOATS, "At last")
    assert [note.anchor for note in state.notes.search("ELEVEN lisbon ports")] == [DAYS]
    assert state.notes.search("lisbon boats") == ()
    assert len(state.notes.search(" ")) == 2


def test_a_note_is_edited_deleted_and_both_undone(state: TinyDBState) -> None:
    state.notes.add(FIRST, DAYS, "One", ["a", "b"])
    [note] = state.notes.all()
    assert state.notes.edit(note.id, "Two", ["b", "c"]).startswith("Changed the note on “eleven")
    [edited] = state.notes.all()
    assert (edited.text, edited.tags) == ("Two", ("b", "c"))
    assert state.notes.edit(note.id, "Two", ["c", "b"]) == "Nothing changed"
    assert state.notes.remove([note.id]) == "Deleted the note “eleven days” · U undoes"
    assert state.notes.all() == ()
    assert state.notes.edit(note.id, "Three") == "That note is no longer there"
    assert state.notes.remove([note.id]) == "That note is no longer there"
    state.undo()
    state.undo()
    assert state.notes.all()[0].tags == ("a", "b")
    state.undo()
    assert state.notes.all() == ()
    assert state.record("a1").title == FIRST.title
    state.redo()
    assert state.notes.all()[0].text == "One"


def test_several_notes_are_deleted_at_once(state: TinyDBState) -> None:
    state.notes.add(FIRST, DAYS)
    state.notes.add(FIRST, BOATS)
    ids = [note.id for note in state.notes.all()]
    assert state.notes.remove(ids) == "Deleted 2 notes · U undoes"
    state.undo()
    assert len(state.notes.all()) == 2


def test_notes_and_corrections_follow_a_file_that_changed_in_place(state: TinyDBState) -> None:
    state.notes.add(FIRST, DAYS)
    state.corrections.set(FIRST, CorrectionKind.SPEAKER, DAYS, "Ana Kovac")
    state.follow(Subject("b1", FIRST.path))
    assert len(state.notes.of("b1")) == len(state.corrections.of("b1")) == 1
    assert state.notes.of("a1") == ()


def test_articles_are_tagged(state: TinyDBState) -> None:
    other = Subject("a2")
    message = state.tag([FIRST, other], add=["Ports", "{x}"])
    assert message == "Tagged 2 articles with Ports, {x} · U undoes"
    assert state.tag([FIRST], add=["Ports"]) == "Nothing changed"
    state.tag([other], add=["storm"], remove=["Ports"])
    assert (state.record("a1").tags, state.record("a2").tags) == (
        ("Ports", "{x}"),
        ("storm", "{x}"),
    )
    state.notes.add(FIRST, DAYS, tags=["storm"])
    assert state.tags() == ("storm", "{x}", "Ports")
    assert state.tag([other], remove=["storm"]) == "Took storm off 1 article · U undoes"
    state.undo()
    assert state.record("a2").tags == ("storm", "{x}")


def test_a_correction_replaces_the_earlier_one_of_its_place(state: TinyDBState) -> None:
    state.corrections.set(FIRST, CorrectionKind.SPEAKER, DAYS, "Ana Kovac")
    message = state.corrections.set(FIRST, CorrectionKind.SPEAKER, DAYS, "Ivo Marin")
    assert message == "Set the speaker of “eleven days” to Ivo Marin · U undoes"
    state.corrections.set(FIRST, CorrectionKind.LABEL, DAYS, "DATE")
    assert [(found.kind, found.value) for found in state.corrections.of("a1")] == [
        (CorrectionKind.SPEAKER, "Ivo Marin"),
        (CorrectionKind.LABEL, "DATE"),
    ]
    state.undo()
    state.undo()
    [correction] = state.corrections.all()
    assert (correction.value, correction.anchor) == ("Ana Kovac", DAYS)
    assert state.corrections.remove(correction.id).startswith("Took back the correction of")
    assert state.corrections.all() == ()
    assert state.corrections.remove(correction.id) == "That correction is no longer there"
    state.corrections.set(FIRST, CorrectionKind.SPEAKER, DAYS, "Ivo Marin")
    assert state.corrections.all()[0].value == "Ivo Marin"


def test_views_are_kept_by_name(state: TinyDBState) -> None:
    unread = View("Ports, unread", "tag:ports is:unread", "-date")
    state.views.save(unread)
    state.views.save(View("All", ""))
    assert state.views.all() == (View("All", ""), unread)
    assert state.views.remove("All") == "Deleted the view “All” · U undoes"
    assert state.views.remove("All") == "There is no such view"
    state.views.save(View("Ports, unread", "tag:ports"))
    state.undo()
    assert state.views.get("Ports, unread") == unread
    state.undo()
    assert len(state.views.all()) == 2


def test_corrected_quotes_are_found_in_a_text_cleaned_anew(state: TinyDBState) -> None:
    state.corrections.set(FIRST, CorrectionKind.SPEAKER, DAYS, "Ana Kovac")
    state.corrections.set(FIRST, CorrectionKind.NO_QUOTE, BOATS)
    state.corrections.set(FIRST, CorrectionKind.LABEL, DAYS, "DATE")
    moved = "Updated. " + TEXT
    assert state.corrections.quotes_of("a1", moved) == (
        QuoteCorrection(DAYS.start + 9, DAYS.end + 9, "Ana Kovac"),
        QuoteCorrection(BOATS.start + 9, BOATS.end + 9, None, is_quote=False),
    )
    assert state.corrections.quotes_of("a1", "Something else altogether.") == ()


def test_files_of_the_state_are_their_owners_alone(state: TinyDBState) -> None:
    state.set_read([FIRST], True)
    state.close()
    files = [path for path in state.location.parent.rglob("*") if path.is_file()]
    assert len(files) >= 3
    assert {path.stat().st_mode & 0o077 for path in files} == {0}
