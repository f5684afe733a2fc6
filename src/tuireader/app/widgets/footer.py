"""The last line of the screen: what can be pressed now, and what is going on."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tuireader.app.content import safe_line


class KeyFooter(Widget):
    """Keys on the left, news on the right; keys give way where there is no room for both."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-footer--key", "key-footer--news"}

    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Keys and the words for them, the most useful first."""
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
        right = Content.styled(f" {told} ", self._style("news")) if told else Content("")
        right = right.truncate(width, ellipsis=True)
        room = width - right.cell_length
        left = Content("")
        for key, word in self.hints:
            hint = Content.assemble((f" {key} ", self._style("key")), word, " ")
            if left.cell_length + hint.cell_length > room:
                break
            left += hint
        return left.truncate(room, pad=True) + right

    def _style(self, part: str) -> str:
        return "bold" if part == "key" else ""
