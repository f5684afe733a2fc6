"""Several commands on one key, as the configuration has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.app.commands.command import Command, Group
from tuireader.app.tell import tell
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class Macro(Command):
    """Command lines that run one after the other.

    Args:
        key: The key that the configuration names.
        lines: The command lines.
    """

    name = "Macro"
    group = Group.PROGRAM

    def __init__(self, key: str, lines: Sequence[str]) -> None:
        self._key = key
        self._lines = tuple(lines)
        self._running = False

    @property
    def id(self) -> str:
        """The identifier, after the key."""
        return f"macro-{self._key}".replace(" ", "-")

    @property
    def title(self) -> str:
        """What the palette and the help call it."""
        return _("Macro {key}").format(key=self._key)

    @property
    def help(self) -> str:
        """What it runs."""
        return _(", then ").join(self._lines)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Run the lines; stop at the first that cannot be run, and say why."""
        if self._running:
            tell(app, _('The macro "{key}" runs itself.').format(key=self._key), "warning")
            return
        self._running = True
        try:
            for line in self._lines * (count or 1):
                if not app.keys.run_line(line):
                    return
        finally:
            self._running = False
