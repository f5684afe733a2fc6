"""The command line: reading what was typed, completing it, remembering it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.app.commands.command import ArgumentCommand, Command
from tuireader.config.settings import suggestion
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


@dataclass(frozen=True, slots=True)
class Typed:
    """A command line taken apart: ``5 next-quote`` or ``sort title``.

    Attributes:
        count: The number before the name; None where there is none.
        name: The command's identifier; empty where only a number was typed.
        argument: What stands after the name.
    """

    count: int | None
    name: str
    argument: str


def parse_line(line: str) -> Typed:
    """Take a command line apart."""
    found = re.fullmatch(r"\s*(\d{1,6})?\s*(\S*)\s*(.*?)\s*", line, re.DOTALL)
    assert found is not None
    return Typed(int(found[1]) if found[1] else None, found[2], found[3])


def run_line(app: ReaderApp, commands: Sequence[Command], line: str) -> str:
    """Run a command line.

    Args:
        app: The running program.
        commands: All commands.
        line: What was typed.

    Returns:
        What is wrong with it, as a sentence; empty where it was run.
    """
    typed = parse_line(line)
    if complaint := complaint_about(commands, line):
        known = any(item.id == typed.name for item in commands)
        asked = known or complaint.endswith("?")
        return complaint if asked else f"{complaint} " + _("Press Tab to see them.")
    command = next((item for item in commands if item.id == typed.name), None)
    if command is None:
        if typed.count is not None:
            app.main.articles.go_to(typed.count - 1)
        return ""
    if not command.available(app):
        return nothing_to_do(command)
    if isinstance(command, ArgumentCommand) and typed.argument:
        command.run_with(app, typed.argument)
    else:
        command.run(app, typed.count)
    return ""


def complaint_about(commands: Sequence[Command], line: str) -> str:
    """Return what is wrong with a command line, wherever it is run; empty where nothing is."""
    typed = parse_line(line)
    if not typed.name:
        return ""
    command = next((item for item in commands if item.id == typed.name), None)
    if command is None:
        hint = suggestion(typed.name, [item.id for item in commands])
        return _('There is no command "{name}".').format(name=typed.name) + hint
    if typed.argument and not isinstance(command, ArgumentCommand):
        return _('"{name}" takes nothing after its name.').format(name=command.id)
    return ""


def nothing_to_do(command: Command) -> str:
    """Return what to say of a command that is not available."""
    return command.missing or _('"{name}" has nothing to do here.').format(name=command.title)


def completions(app: ReaderApp, commands: Sequence[Command], line: str) -> list[str]:
    """Return the lines that this one may become, the likeliest first."""
    typed = parse_line(line)
    prefix = f"{typed.count} " if typed.count is not None else ""
    command = next((item for item in commands if item.id == typed.name), None)
    if isinstance(command, ArgumentCommand) and re.search(r"\S\s", line.lstrip("0123456789 ")):
        return [
            f"{prefix}{typed.name} {choice}"
            for choice in command.choices(app)
            if choice.startswith(typed.argument)
        ]
    names = [item.id for item in commands if item.palette]
    starting = [name for name in names if name.startswith(typed.name)]
    inside = [name for name in names if typed.name in name and name not in starting]
    return [prefix + name for name in (*starting, *inside)]


class History:
    """The command lines run so far, walked through with the arrow keys."""

    def __init__(self, lines: Sequence[str] = ()) -> None:
        self.lines = list(lines)
        self._at = len(self.lines)

    def add(self, line: str) -> None:
        """Remember a line as the last one, once."""
        line = line.strip()
        if line:
            self.lines = [*(item for item in self.lines if item != line), line][-200:]
        self._at = len(self.lines)

    def step(self, by: int) -> str:
        """Return the line before (-1) or after (1) the one shown; empty past the last."""
        self._at = min(max(0, self._at + by), len(self.lines))
        return self.lines[self._at] if self._at < len(self.lines) else ""
