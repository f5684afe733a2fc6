"""The reading pane: one article, as comfortable to read as it can be made."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tuireader.annotation.annotation import Annotation, Entity, Quote
from tuireader.app.content import safe_content
from tuireader.app.rendition.layers import Layer
from tuireader.articles.article import Article
from tuireader.library.entry import Loaded


class ReadingPane(Widget, can_focus=False):
    """Shows an article, or a message where there is none."""

    @dataclass
    class PositionChanged(Message):
        """The reader moved in the article.

        Attributes:
            position: The offset in `Article.text` of the first line on screen, in code points.
            progress: The share of the text seen so far, from 0 to 1.
        """

        position: int
        progress: float

    class Finished(Message):
        """The reader reached the end of the article; sent once each time it is shown."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._loaded: Loaded | None = None

    def compose(self) -> ComposeResult:
        """Lay out the pane's parts."""
        with VerticalScroll():
            yield Static(markup=False)

    @property
    def article(self) -> Article | None:
        """The article shown, if any."""
        return self._loaded.article if self._loaded else None

    @property
    def annotation(self) -> Annotation | None:
        """What was found in it."""
        return self._loaded.annotation if self._loaded else None

    @property
    def position(self) -> int:
        """The offset in `Article.text` of the first line on screen, in code points."""
        return 0

    @property
    def progress(self) -> float:
        """The share of the text seen so far, from 0 to 1."""
        return 0.0

    def show(self, loaded: Loaded, *, position: int = 0) -> None:
        """Show an article from a position in its text on.

        Args:
            loaded: The article with its annotation.
            position: An offset in `Article.text`, in code points.
        """
        self._loaded = loaded
        self.query_one(Static).update(safe_content(loaded.article.text))

    def show_message(self, title: str, text: str) -> None:
        """Show a message in place of an article: a welcome, or why a file cannot be read."""
        self._loaded = None
        self.query_one(Static).update(safe_content(f"{title}\n\n{text}"))

    def clear(self) -> None:
        """Show nothing."""
        self._loaded = None
        self.query_one(Static).update("")

    def focus_text(self) -> None:
        """Give the focus to the text."""
        self.query_one(VerticalScroll).focus()

    def scroll_lines(self, lines: int) -> None:
        """Scroll by lines; negative is up."""

    def scroll_pages(self, pages: float) -> None:
        """Scroll by screens, or parts of one; negative is up."""

    def go_top(self) -> None:
        """Go to the start."""

    def go_bottom(self) -> None:
        """Go to the end."""

    def go_to(self, offset: int) -> None:
        """Bring an offset of `Article.text` on screen."""

    def next_quote(self, step: int = 1, same_speaker: bool = False) -> bool:
        """Go quotes on (or back); False where there is none that way."""
        return False

    def next_entity(self, step: int = 1, same: bool = False) -> bool:
        """Go mentions on (or back), of the same entity only if asked; False where there is none."""
        return False

    def next_paragraph(self, step: int = 1) -> bool:
        """Move the paragraph cursor; False where there is none that way."""
        return False

    def current_quote(self) -> Quote | None:
        """Return the quote that was jumped to last, if it is still the current one."""
        return None

    def current_entity(self) -> Entity | None:
        """Return the entity whose mention was jumped to last."""
        return None

    def toggle_raw(self) -> None:
        """Switch between clean and raw text at the same place."""

    def toggle_layer(self, layer: Layer) -> bool:
        """Switch a layer on or off; return whether it is on now."""
        return True

    def set_width(self, width: int) -> None:
        """Set the widest the column may be, in cells."""

    def change_width(self, delta: int) -> int:
        """Make the column wider or narrower; return the width it may have now, in cells."""
        return 72

    @property
    def finding(self) -> bool:
        """Whether hits of a find are marked, so that `find_next` has where to go."""
        return False

    def open_find(self) -> None:
        """Open the find bar and give it the focus."""

    def start_find(self, pattern: str) -> int:
        """Find a pattern in the text and go to the first hit from here; return how many."""
        return 0

    def find_next(self, step: int = 1) -> bool:
        """Go hits on (or back), round the ends; False where there is none."""
        return False

    def clear_find(self) -> None:
        """Take the hits away."""

    def toggle_people(self) -> bool:
        """Show or hide the panel of people and entities; return whether it is shown."""
        return False

    def toggle_legend(self) -> bool:
        """Show or hide what the styles mean; return whether it is shown."""
        return False
