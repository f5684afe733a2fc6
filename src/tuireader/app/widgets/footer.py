"""The last line of the screen: what can be pressed now, and what is going on."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tuireader.app.content import safe_line


class KeyFooter(Widget):
    """Keys on the left, news on the right; keys give way where there is no room for both."""

    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Keys and the words for them, the most useful first."""
    pinned: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Those that are always shown, at the end."""
    news: reactive[str] = reactive("")
    """What has just happened."""
    progress: reactive[str] = reactive("")
    """What is going on in the background."""
    warning: reactive[str] = reactive("")
    """What holds all the time, such as that nothing is kept."""
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
        pinned = [self._hint(*hint) for hint in self.pinned]
        room_left = room - sum(hint.cell_length for hint in pinned)
        shown: list[Content] = []
        for hint in (self._hint(*hint) for hint in self.hints):
            room_left -= hint.cell_length
            if room_left < 0:
                break
            shown.append(hint)
        return Content("").join((*shown, *pinned)).truncate(room, pad=True)

    def _hint(self, key: str, word: str) -> Content:
        return Content.assemble((f" {key_label(key)} ", "bold"), word, " ")


def key_label(key: str) -> str:
    """Return a key as it is shown to people: ``^p`` for ``ctrl+p``, ``Esc`` for ``escape``."""
    return " ".join(_label(part) for part in key.split())


_LABELS = {
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


def _label(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    shown = _LABELS.get(last, last.upper() if last[:1] == "f" and last[1:].isdigit() else last)
    return "".join("^" if item == "ctrl" else f"{item.title()}+" for item in modifiers) + shown
