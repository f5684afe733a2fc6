"""Telling the reader what is wrong: in the configuration, with the state, with the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.tell import tell
from tuireader.language import retold
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

LOOKED_EVERY = 2.0
"""Seconds between two looks at whether the state could be written and the index read."""


class TroubleController:
    """Says what is wrong, each thing once.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._told_problem = ""
        self._told_notices = 0

    def begin(self) -> None:
        """Say what is known to be wrong, and look again from time to time."""
        app = self._app
        if app.state.read_only:
            app.main.footer.warning = _("read-only: nothing is kept")
        app.set_interval(LOOKED_EVERY, self.look)
        self._tell_notices()
        for problem in app.problems:
            where = problem.file.name if problem.file else "config.toml"
            tell(app, str(problem), "warning", where)

    def look(self) -> None:
        """Say what has gone wrong since the last look."""
        self._tell_notices()
        self._check_state()

    def _tell_notices(self) -> None:
        notices = (*self._app.state.notices, *self._app.library.notices)
        for notice in notices[self._told_notices :]:
            tell(self._app, retold(notice), "warning", _("Please note"))
        self._told_notices = len(notices)

    def _check_state(self) -> None:
        """Say at once where what the reader does cannot be kept."""
        problem = self._app.state.problem
        if problem and problem != self._told_problem:
            tell(self._app, problem, "error", _("Not kept"))
            self._app.main.footer.warning = _("not kept: see the message")
        elif self._told_problem and not problem:
            self._app.main.footer.warning = ""
        self._told_problem = problem
