"""Places named by a letter: set, and gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.language import translated as _
from tuireader.state.anchors import anchor, locate
from tuireader.state.marks import Mark

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

LENGTH = 120
"""How much of the text a mark keeps to be found again, in code points."""


class MarkController:
    """Sets marks and goes to them.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    @property
    def names(self) -> tuple[str, ...]:
        """The marks that can be gone to from here."""
        return tuple(mark.name for mark in self._app.state.marks.of(self._article_id))

    @property
    def _article_id(self) -> str:
        loaded = self._app.session.loaded
        return loaded.article.id if loaded is not None else ""

    def tell(self) -> None:
        """Say which marks there are."""
        names = " ".join(self.names)
        told = _("Marks: {names}").format(names=names) if names else _("There are no marks here.")
        self._app.main.say(told)

    def set(self, name: str) -> None:
        """Name the first line on screen."""
        loaded = self._app.session.loaded
        if loaded is None or not _is_name(name):
            self._app.main.say(_("A mark is called by a letter or a digit."))
            return
        article, place = loaded.article, self._app.main.pane.position
        end = min(place + LENGTH, len(article.text))
        mark = Mark(name, article.id, anchor(article.text, place, end))
        self._app.main.say(self._app.state.marks.set(mark))

    def go_to(self, name: str) -> None:
        """Go to a mark; say so where there is none."""
        session, pane = self._app.session, self._app.main.pane
        mark = self._app.state.marks.get(name, self._article_id)
        if mark is None:
            self._app.main.say(_('There is no mark "{name}" here.').format(name=name))
        elif session.loaded is None or mark.article_id != self._article_id:
            session.open_at(mark.article_id, mark.anchor)
        elif place := locate(mark.anchor, session.loaded.article.text):
            pane.return_to(place.start)
            self._app.panes.focus_text()
        else:
            self._app.main.say(_("What was marked is no longer in the text."))


def _is_name(name: str) -> bool:
    return len(name) == 1 and name.isalnum()
