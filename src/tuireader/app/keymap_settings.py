"""From the configuration to the keymap: presets, the reader's own keys, macros."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.app.commands.command import Command
from tuireader.app.commands.macro import Macro
from tuireader.app.controllers.command_line import complaint_about
from tuireader.app.keymap import Conflict, Keymap, build_keymap
from tuireader.app.presets import PRESETS
from tuireader.config import Problem, Settings
from tuireader.config.settings import KEYS, MACROS, suggestion
from tuireader.language import translated as _


def keymap_of(
    settings: Settings, commands: Sequence[Command]
) -> tuple[tuple[Command, ...], Keymap, tuple[Problem, ...]]:
    """Return all commands with the macros, the keymap, and what is wrong with the keys.

    Args:
        settings: What the reader chose.
        commands: The commands of the program.
    """
    macros = [Macro(key, lines) for key, lines in settings.macros.items()]
    everything = (*commands, *macros)
    own = {**settings.keys, **dict(zip((m.id for m in macros), _as_keys(settings), strict=True))}
    keymap = build_keymap(everything, PRESETS[settings.text("keymap", "preset")], own)
    problems = [
        *_unknown(settings, everything),
        *_broken_macros(settings, everything),
        *(_told(settings, conflict) for conflict in keymap.conflicts),
    ]
    return everything, keymap, tuple(problems)


def _as_keys(settings: Settings) -> list[tuple[str, ...]]:
    return [(key,) for key in settings.macros]


def _unknown(settings: Settings, commands: Sequence[Command]) -> list[Problem]:
    known = [command.id for command in commands]
    found = []
    for name in settings.keys:
        if name not in known:
            line = settings.lines.get((KEYS, name), 0)
            told = _('There is no command "{name}".').format(name=name) + suggestion(name, known)
            found.append(Problem(line, told))
    return found


def _broken_macros(settings: Settings, commands: Sequence[Command]) -> list[Problem]:
    complaints = [
        (key, complaint_about(commands, line))
        for key, lines in settings.macros.items()
        for line in lines
    ]
    return [
        Problem(settings.lines.get((MACROS, key), 0), complaint)
        for key, complaint in complaints
        if complaint
    ]


def _told(settings: Settings, conflict: Conflict) -> Problem:
    line = settings.lines.get((KEYS, conflict.kept.id), 0) or settings.lines.get(
        (MACROS, conflict.keys), 0
    )
    return Problem(line, str(conflict))
