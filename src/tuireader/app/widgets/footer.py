"""The last line of the screen: what can be pressed now, and what is going on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tuireader.app.content import safe_line
from tuireader.language import in_context


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that can be pressed.

    Attributes:
        key: The key.
        word: What it does, in a word.
        command: The identifier of its command; empty for a key of the line that is typed in.
    """

    key: str
    word: str
    command: str

    @property
    def painted(self) -> Content:
        """How it looks."""
        return Content.assemble((f" {key_label(self.key)} ", "bold"), self.word, " ")


class KeyFooter(Widget):
    """Keys on the left, news on the right; keys give way where there is no room for both."""

    @dataclass
    class Clicked(Message):
        """The reader clicked what can be pressed."""

        hint: Hint

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """What can be pressed now, the most useful first."""
    pinned: reactive[tuple[Hint, ...]] = reactive(())
    """Those that are always shown, at the end."""
    news: reactive[str] = reactive("")
    """What has just happened."""
    progress: reactive[str] = reactive("")
    """What is going on in the background."""
    warning: reactive[str] = reactive("")
    """What holds all the time, such as that nothing is kept."""
    _shown: tuple[Hint, ...] = ()
    pending: reactive[str] = reactive("")
    """Keys typed that wait for more."""

    def render(self) -> Content:
        """Lay out the line."""
        width = self.size.width
        told = " · ".join(
            safe_line(part).plain
            for part in (self.pending, self.news or self.progress, self.warning)
            if part
        )
        right = Content(f" {told} " if told else "")
        right = right.truncate(width, ellipsis=True)
        return self._keys(width - right.cell_length) + right

    def _keys(self, room: int) -> Content:
        pinned = _fitting(self.pinned, room)
        room_left = room - sum(hint.painted.cell_length for hint in pinned)
        self._shown = (*_fitting(self.hints, room_left), *pinned)
        line = Content("").join(hint.painted for hint in self._shown)
        return line.truncate(room, pad=True)

    def on_click(self, event: events.Click) -> None:
        """Run what was clicked."""
        end = 0
        for hint in self._shown:
            end += hint.painted.cell_length
            if event.x < end:
                self.post_message(self.Clicked(hint))
                return


def _fitting(hints: Iterable[Hint], room: int) -> list[Hint]:
    """Return as many of the first hints as fit whole."""
    shown: list[Hint] = []
    for hint in hints:
        room -= hint.painted.cell_length
        if room < 0:
            break
        shown.append(hint)
    return shown


def key_label(key: str) -> str:
    """Return a key as it is shown to people: ``^p`` for ``ctrl+p``, ``Esc`` for ``escape``."""
    return " ".join(_label(part) for part in key.split())


KEY_LABELS = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}
"""What keys are called."""


def _label(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    shown = last.upper() if last[:1] == "f" and last[1:].isdigit() else last
    if last in KEY_LABELS:
        shown = in_context("key", KEY_LABELS[last])
    return "".join("^" if item == "ctrl" else f"{item.title()}+" for item in modifiers) + shown
