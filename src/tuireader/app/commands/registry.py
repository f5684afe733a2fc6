"""All commands: the one list that keys, footer, help, palette and command line come from."""

from __future__ import annotations

from tuireader.app.commands import (
    articles,
    copying,
    correcting,
    finding,
    marking,
    moving,
    noting,
    piping,
    program,
    reading,
    selecting,
    typesetting,
    view,
    views,
)
from tuireader.app.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    *moving.COMMANDS,
    *reading.COMMANDS,
    *selecting.COMMANDS,
    *marking.COMMANDS,
    *correcting.COMMANDS,
    *articles.COMMANDS,
    *views.COMMANDS,
    *finding.COMMANDS,
    *copying.COMMANDS,
    *noting.COMMANDS,
    *piping.COMMANDS,
    *view.COMMANDS,
    *typesetting.COMMANDS,
    *program.COMMANDS,
)
"""Every command of the program. A new module of commands is added here."""


def command_named(identifier: str) -> Command | None:
    """Return the command with an identifier such as ``next-quote``; None where there is none."""
    return next((command for command in COMMANDS if command.id == identifier), None)
