"""The command palette: every command by its name, with its key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tuireader.app.commands.command import Command

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class CommandProvider(Provider):
    """Offers the commands that can do something now."""

    async def discover(self) -> Hits:
        """Offer all of them."""
        for command in self._commands():
            yield DiscoveryHit(
                self._display(Content(command.title), command),
                partial(self._run, command),
                command.title,
                command.help,
            )

    async def search(self, query: str) -> Hits:
        """Offer those whose name or identifier fits what was typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.id))
            if score > 0:
                title = matcher.highlight(command.title)
                yield Hit(
                    score,
                    self._display(title, command),
                    partial(self._run, command),
                    command.title,
                    command.help,
                )

    @property
    def _reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def _commands(self) -> list[Command]:
        return [
            command
            for command in self._reader.commands
            if command.palette and command.available(self._reader)
        ]

    def _display(self, title: Content, command: Command) -> Content:
        keys = self._reader.keys.keymap.keys_of(command)
        return Content.assemble(title, ("  " + "  ".join(keys), "dim")) if keys else title

    def _run(self, command: Command) -> None:
        self._reader.keys.run(command)
