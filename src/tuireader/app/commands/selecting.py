"""Selecting words of the text with the keys, for the commands that act on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tuireader.app.commands.command import Command, Context, Group
from tuireader.app.commands.needs import SELECTING, TEXT
from tuireader.app.rendition.units import Unit
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class SelectWords(Command):
    """Select words of the text from the cursor on; while selecting, begin anew at the caret."""

    name = "Select words"
    keys = ("x",)
    context = Context.READING
    group = Group.SELECTING
    footer_selecting = "Begin here"
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Select as many words as counted."""
        app.main.pane.select()
        if count is not None and count > 1:
            app.main.pane.extend(Unit.WORD, count - 1)


class _WhileSelecting(Command):
    context = Context.READING
    group = Group.SELECTING
    while_selecting = True
    palette = False
    needs = SELECTING


class _Extend(_WhileSelecting):
    """Move the end of the selection by parts of the text."""

    unit: ClassVar[Unit]
    way: ClassVar[int]

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move it."""
        app.main.pane.extend(self.unit, self.way * (count or 1))


class ExtendRight(_Extend):
    """Move the end of the selection a character on; the keys for down move it by lines."""

    name = "Selection: a character on"
    keys = ("l", "right", "shift+right")
    unit, way = Unit.CHARACTER, 1


class ExtendLeft(_Extend):
    """Move the end of the selection a character back."""

    name = "Selection: a character back"
    keys = ("h", "left", "shift+left")
    unit, way = Unit.CHARACTER, -1


class ExtendByWord(_Extend):
    """Take in the next word, or leave out the first where the selection grows backwards."""

    name = "Selection: a word on"
    keys = ("w",)
    unit, way = Unit.WORD, 1
    footer_selecting = "Word"


class ExtendBackByWord(_Extend):
    """Leave out the last word, or take in the one before the selection."""

    name = "Selection: a word back"
    keys = ("b",)
    unit, way = Unit.WORD, -1


class ExtendBySentence(_Extend):
    """Move the end of the selection to the end of the sentence."""

    name = "Selection: a sentence on"
    keys = (")",)
    unit, way = Unit.SENTENCE, 1
    footer_selecting = "Sentence"


class ExtendBackBySentence(_Extend):
    """Move the end of the selection a sentence back."""

    name = "Selection: a sentence back"
    keys = ("(",)
    unit, way = Unit.SENTENCE, -1


class ExtendByParagraph(_Extend):
    """Move the end of the selection to the end of the paragraph."""

    name = "Selection: a paragraph on"
    keys = ("}",)
    unit, way = Unit.PARAGRAPH, 1


class ExtendBackByParagraph(_Extend):
    """Move the end of the selection a paragraph back."""

    name = "Selection: a paragraph back"
    keys = ("{",)
    unit, way = Unit.PARAGRAPH, -1


class ExtendToEndOfLine(_WhileSelecting):
    """Move the end of the selection to the end of its line."""

    name = "Selection: end of the line"
    keys = ("$", "end")

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move it."""
        app.main.pane.extend_to_edge_of_line(end=True)


class ExtendToStartOfLine(_WhileSelecting):
    """Move the end of the selection to the start of its line."""

    name = "Selection: start of the line"
    keys = ("0", "home")

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move it."""
        app.main.pane.extend_to_edge_of_line(end=False)


class OtherEnd(_WhileSelecting):
    """Go to the other end of the selection, to move that one."""

    name = "Selection: the other end"
    keys = ("o",)
    footer_selecting = "Other end"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        app.main.pane.swap_ends()


class GrowSelection(_WhileSelecting):
    """Select the whole sentence, then the whole paragraph."""

    name = "Selection: all of the sentence, the paragraph"
    keys = ("X",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Select more."""
        if not app.main.pane.grow_selection():
            app.main.say(_("The whole paragraph is selected."))


class SelectNothing(_WhileSelecting):
    """Select nothing any more."""

    name = "Selection: leave it"
    keys = ("escape",)
    footer_selecting = "Leave"
    pinned = True

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Leave it."""
        app.main.pane.select_nothing()


COMMANDS: tuple[Command, ...] = (
    SelectWords(),
    ExtendRight(),
    ExtendLeft(),
    ExtendByWord(),
    ExtendBackByWord(),
    ExtendBySentence(),
    ExtendBackBySentence(),
    ExtendByParagraph(),
    ExtendBackByParagraph(),
    ExtendToEndOfLine(),
    ExtendToStartOfLine(),
    OtherEnd(),
    GrowSelection(),
    SelectNothing(),
)
