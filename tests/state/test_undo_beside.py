"""Changes to something beside the state are undone in their turn."""

from __future__ import annotations

from pathlib import Path

from tuireader.state import Subject, open_state
from tuireader.state.history import NotReversedError


class _Lamp:
    """Something that is on or off; it may break."""

    on = True
    broken = False

    def take_back(self) -> None:
        self._turn(False)

    def do_again(self) -> None:
        self._turn(True)

    def _turn(self, on: bool) -> None:
        if self.broken:
            raise NotReversedError("The lamp is broken.")
        self.on = on


def test_it_is_taken_back_in_its_turn_and_done_again(tmp_path: Path) -> None:
    state, lamp, article = open_state(tmp_path), _Lamp(), Subject("a1")
    state.set_read([article], True)
    assert state.did("Turned the lamp on", lamp) == "Turned the lamp on · U undoes"
    state.set_bookmarked([article], True)
    state.undo()
    assert lamp.on
    assert state.undo() == "Undone: Turned the lamp on · 1 more to undo"
    assert not lamp.on
    assert state.record("a1").read
    assert state.redo() == "Done again: Turned the lamp on · U undoes"
    assert lamp.on
    state.close()


def test_what_cannot_be_taken_back_is_said_and_is_not_in_the_way(tmp_path: Path) -> None:
    state, lamp = open_state(tmp_path), _Lamp()
    state.set_read([Subject("a1")], True)
    state.did("Turned the lamp on", lamp)
    lamp.broken = True
    assert state.undo() == "The lamp is broken."
    assert state.redo() == "Nothing to redo"
    state.undo()
    assert not state.record("a1").read
    state.close()


def test_what_cannot_be_done_again_is_said(tmp_path: Path) -> None:
    state, lamp = open_state(tmp_path), _Lamp()
    state.did("Turned the lamp on", lamp)
    state.undo()
    lamp.broken = True
    assert state.redo() == "The lamp is broken."
    assert state.undo() == "Nothing to undo"
    state.close()
