from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tuireader.state.anchors import TextAnchor
from tuireader.state.ledger import AT_ONCE
from tuireader.state.reader_state import Subject
from tuireader.state.tinydb_state import TinyDBState, open_state

SUBJECTS = [Subject(str(number), f"/{number}.txt", f"No {number}") for number in range(4)]
SOME = st.lists(st.sampled_from(SUBJECTS), min_size=1)
TAGS = st.lists(st.sampled_from(["sea", "harbour"]))


class Marking(RuleBasedStateMachine):
    """Whatever is done, the marks are those of the records and notes."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.state: TinyDBState = open_state(Path(self._folder.name))

    @rule(subjects=SOME, on=st.booleans())
    def read(self, subjects: list[Subject], on: bool) -> None:
        self.state.set_read(subjects, on)

    @rule(subjects=SOME, on=st.booleans())
    def bookmark(self, subjects: list[Subject], on: bool) -> None:
        self.state.set_bookmarked(subjects, on)

    @rule(subjects=SOME, add=TAGS, remove=TAGS)
    def tag(self, subjects: list[Subject], add: list[str], remove: list[str]) -> None:
        self.state.tag(subjects, add, remove)

    @rule(subject=st.sampled_from(SUBJECTS), tags=TAGS)
    def note(self, subject: Subject, tags: list[str]) -> None:
        self.state.notes.add(subject, TextAnchor("words"), "", tags)

    @rule()
    def delete_a_note(self) -> None:
        self.state.notes.remove([note.id for note in self.state.notes.all()[:1]])

    @rule(number=st.integers(0, 9))
    def change_a_file(self, number: int) -> None:
        self.state.follow(Subject(f"new {number}", f"/{number % 4}.txt"))

    @rule()
    def undo(self) -> None:
        self.state.undo()

    @rule()
    def redo(self) -> None:
        self.state.redo()

    @rule()
    def open_again(self) -> None:
        self.state.close()
        self.state = open_state(Path(self._folder.name))

    @invariant()
    def the_marks_are_those_of_the_documents(self) -> None:
        records, notes = self.state.records(), self.state.notes.all()
        marked = self.state.marked()
        assert marked.read == {record.article_id for record in records if record.read}
        assert marked.bookmarked == {each.article_id for each in records if each.bookmarked}
        assert marked.noted == {note.article_id for note in notes}
        tags = Counter(tag for record in records for tag in record.tags)
        tags.update(tag for note in notes for tag in note.tags)
        assert marked.tags == tags
        assert set(self.state.tags()) == set(tags)
        for tag in ("sea", "harbour"):
            tagged = {record.article_id for record in records if tag in record.tags}
            assert marked.tagged.get(tag, frozenset()) == tagged
        assert self.state.marked() is marked

    def teardown(self) -> None:
        self.state.close()
        self._folder.cleanup()


TestMarking = Marking.TestCase
TestMarking.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)


def test_a_great_many_are_marked_and_undone_as_one_step(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    subjects = [Subject(str(number)) for number in range(2 * AT_ONCE + 1)]
    assert state.undo_size == 0
    assert state.set_read(subjects, True).startswith("Marked 2,001 articles read")
    assert (state.undo_size, state.redo_size) == (2 * AT_ONCE + 1, 0)
    assert len(state.marked().read) == 2 * AT_ONCE + 1
    state.undo()
    assert (state.undo_size, state.redo_size) == (0, 2 * AT_ONCE + 1)
    assert not state.marked().read
    state.close()
