from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tuireader.state import ArticleRecord, ReaderState, Subject, open_state
from tuireader.state.live_state import TinyDBState

FIRST = Subject("a1", "/articles/first.txt", "Harbour reopens after storm")
SECOND = Subject("a2", "/articles/second.txt", "Council votes on bridge")


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(tmp_path: Path, clock: Clock) -> Iterator[TinyDBState]:
    state = open_state(tmp_path, clock)
    yield state
    state.close()


def again(state: ReaderState, clock: Clock | None = None) -> TinyDBState:
    state.close()
    return open_state(state.location.parent, clock or Clock())


def test_an_article_never_touched_has_the_defaults(state: ReaderState) -> None:
    assert state.record("a1") == ArticleRecord("a1")
    assert state.records() == ()


def test_everything_kept_of_an_article_survives_the_end_of_the_program(
    state: ReaderState, clock: Clock
) -> None:
    state.set_read([FIRST], True)
    state.set_bookmarked([FIRST], True)
    state.set_position(FIRST, 120, 0.25)
    state.add_time(FIRST, 30)
    state.add_time(FIRST, 12.5)
    clock.time += timedelta(hours=1)
    state.set_position(FIRST, 480, 1.0)
    state.set_position(FIRST, 80, 0.2)
    expected = ArticleRecord(
        "a1",
        "/articles/first.txt",
        "Harbour reopens after storm",
        read=True,
        bookmarked=True,
        position=80,
        progress=1.0,
        seconds=42.5,
        opened="2026-03-01T09:30:00.000Z",
        finished="2026-03-01T10:30:00.000Z",
    )
    assert state.record("a1") == expected
    reopened = again(state)
    assert reopened.record("a1") == expected
    assert reopened.records() == (expected,)
    assert reopened.notices == ()
    reopened.close()


def test_a_change_is_saved_without_being_asked_for(state: TinyDBState) -> None:
    state.set_read([FIRST], True)
    saved = state._ledger._saver
    assert saved is not None
    with saved._condition:
        assert saved._condition.wait_for(lambda: saved._saved == saved._wanted, timeout=60)
    files = state.location.parent.glob("state-*.j*")
    assert any(b'"read":true' in path.read_bytes() for path in files)


def test_messages_count_and_name_the_way_back(state: ReaderState) -> None:
    many = [Subject(f"m{number}") for number in range(1214)]
    assert state.set_read(many, True) == "Marked 1,214 articles read · U undoes"
    assert state.set_read([FIRST], True) == "Marked “Harbour reopens after storm” read · U undoes"
    assert state.set_read([FIRST, *many], True) == "Already read"
    assert state.set_bookmarked([FIRST, SECOND], True) == "Bookmarked 2 articles · U undoes"
    assert state.set_bookmarked([Subject("a3")], False) == "Not bookmarked"
    assert state.set_bookmarked([FIRST], False).startswith("Took the bookmark off “Harbour")


def test_many_levels_are_undone_and_done_again(state: ReaderState) -> None:
    state.set_read([FIRST], True)
    state.set_read([FIRST, SECOND], True)
    state.set_bookmarked([FIRST], True)
    assert state.undo() == "Undone: Bookmarked “Harbour reopens after storm” · 2 more to undo"
    assert not state.record("a1").bookmarked
    assert state.undo() == "Undone: Marked “Council votes on bridge” read · 1 more to undo"
    assert state.record("a1").read
    assert not state.record("a2").read
    assert state.undo() == "Undone: Marked “Harbour reopens after storm” read"
    assert not state.record("a1").read
    assert state.undo() == "Nothing to undo"
    assert state.redo() == "Done again: Marked “Harbour reopens after storm” read · U undoes"
    assert state.redo() == "Done again: Marked “Council votes on bridge” read · U undoes"
    assert state.record("a2").read
    state.set_read([SECOND], False)
    assert state.redo() == "Nothing to redo"


def test_undo_takes_back_only_what_the_change_touched(state: ReaderState) -> None:
    state.set_read([FIRST], True)
    state.set_position(FIRST, 300, 0.5)
    state.undo()
    record = state.record("a1")
    assert (record.read, record.position, record.path) == (False, 300, FIRST.path)


def test_an_undone_change_stays_undone(state: ReaderState) -> None:
    state.set_bookmarked([FIRST], True)
    state.undo()
    reopened = again(state)
    assert not reopened.record("a1").bookmarked
    reopened.close()


def test_state_follows_a_file_that_changed_in_place(state: ReaderState) -> None:
    state.set_bookmarked([FIRST], True)
    state.set_position(FIRST, 42, 0.5)
    edited = Subject("b1", FIRST.path, "Harbour reopens")
    record = state.follow(edited)
    assert (record.article_id, record.bookmarked, record.position) == ("b1", True, 42)
    assert record.title == "Harbour reopens"
    again_edited = state.follow(Subject("c1", FIRST.path))
    assert again_edited.bookmarked
    state.set_bookmarked([Subject("c1", FIRST.path)], False)
    assert [record.article_id for record in state.records()] == ["c1"]
    assert not state.follow(FIRST).bookmarked
    assert [record.article_id for record in state.records()] == ["a1"]


def test_state_follows_nothing_where_the_path_held_several_articles(state: ReaderState) -> None:
    state.set_read([FIRST, Subject("a9", FIRST.path)], True)
    assert state.follow(Subject("b1", FIRST.path)) == ArticleRecord("b1")
    assert state.follow(Subject("b2", "/articles/other.txt")) == ArticleRecord("b2")


def test_an_article_already_touched_keeps_its_own_state(state: ReaderState) -> None:
    state.set_bookmarked([FIRST], True)
    state.set_read([Subject("b1", "/elsewhere.txt")], True)
    assert not state.follow(Subject("b1", FIRST.path)).bookmarked


def test_positions_and_shares_out_of_range_are_brought_into_it(state: ReaderState) -> None:
    state.set_position(FIRST, -5, 7.0)
    record = state.record("a1")
    assert (record.position, record.progress) == (0, 1.0)


def test_a_path_that_is_not_unicode_is_kept(state: ReaderState) -> None:
    odd = Subject("a1", "/articles/caf\udce9.txt", "A café at war")
    state.set_read([odd], True)
    state.flush()
    reopened = again(state)
    assert reopened.record("a1").path == odd.path
    reopened.close()
    assert again(reopened).record("a1").path == odd.path


def test_a_clock_set_back_loses_no_change(state: ReaderState, clock: Clock) -> None:
    state.set_read([FIRST], True)
    clock.time -= timedelta(days=400)
    state.set_read([FIRST], False)
    reopened = again(state, clock)
    assert not reopened.record("a1").read
    reopened.set_read([FIRST], True)
    last = again(reopened, clock)
    assert last.record("a1").read
    last.close()


def test_closing_twice_and_changing_afterwards_do_no_harm(state: ReaderState) -> None:
    state.set_read([FIRST], True)
    state.close()
    state.close()
    state.set_read([SECOND], True)
    state.flush()
    reopened = open_state(state.location.parent)
    assert [record.article_id for record in reopened.records()] == ["a1"]
    reopened.close()


def test_the_state_file_is_one_document_a_line(state: ReaderState) -> None:
    state.set_read([FIRST, SECOND], True)
    state.close()
    lines = state.location.read_text(encoding="utf-8").splitlines()
    assert [line[:6] for line in lines if line.startswith('"a')] == [
        '"about',
        '"artic',
        '"a1": ',
        '"a2": ',
    ]
