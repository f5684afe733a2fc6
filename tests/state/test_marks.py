"""Places named by a letter."""

from __future__ import annotations

from pathlib import Path

from tuireader.state.anchors import anchor
from tuireader.state.marks import Mark
from tuireader.state.reader_state import Subject
from tuireader.state.tinydb_state import open_state

TEXT = "The mayor spoke. The ferry left at nine, and nobody waved."


def _mark(name: str, article_id: str, start: int = 17) -> Mark:
    return Mark(name, article_id, anchor(TEXT, start, start + 9))


def test_a_mark_is_its_articles_own_unless_its_letter_is_a_capital(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    for mark in (_mark("a", "one"), _mark("a", "two", 4), _mark("B", "two")):
        state.marks.set(mark)
    assert state.marks.of("one") == (_mark("B", "two"), _mark("a", "one"))
    assert state.marks.get("a", "two") == _mark("a", "two", 4)
    assert state.marks.get("B", "one") == _mark("B", "two")
    state.marks.set(_mark("B", "one", 4))
    assert state.marks.get("B", "two") == _mark("B", "one", 4)
    state.close()


def test_marks_are_kept_and_undone(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    state.marks.set(_mark("a", "one"))
    assert "Set the mark a" in state.marks.set(_mark("a", "one", 4))
    state.undo()
    state.close()
    again = open_state(tmp_path)
    assert again.marks.of("one") == (_mark("a", "one"),)
    again.close()


def test_marks_follow_a_file_that_changed_in_place(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    state.set_position(Subject("old", "/a.txt", "A"), 3, 0.1)
    state.marks.set(_mark("a", "old"))
    state.follow(Subject("new", "/a.txt", "A"))
    assert state.marks.get("a", "new") == _mark("a", "new")
    state.marks.set(_mark("a", "new", 4))
    assert state.marks.of("new") == (_mark("a", "new", 4),)
    state.close()
