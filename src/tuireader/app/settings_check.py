"""What is wrong in the settings that only the app can tell: keys, macros, themes."""

from __future__ import annotations

from collections.abc import Collection

from textual.theme import BUILTIN_THEMES

from tuireader.app.commands.registry import COMMANDS
from tuireader.app.keymap_settings import keymap_of
from tuireader.app.themes import THEMES
from tuireader.config import Problem, Settings
from tuireader.config.settings import suggestion
from tuireader.language import translated as _


def problems_of(settings: Settings) -> tuple[Problem, ...]:
    """Return what is wrong in the settings that a program not running can tell, by line."""
    themes = [*BUILTIN_THEMES, *(theme.name for theme in THEMES)]
    found = (*keymap_of(settings, COMMANDS)[2], *theme_problems(settings, themes))
    return tuple(sorted(found, key=lambda problem: problem.line))


def theme_problems(settings: Settings, names: Collection[str]) -> tuple[Problem, ...]:
    """Return what is wrong with the theme that was chosen.

    Args:
        settings: What the reader chose.
        names: The themes there are.
    """
    wanted = settings.text("looks", "theme")
    if wanted in names:
        return ()
    told = _('There is no theme "{name}".').format(name=wanted)
    line = settings.lines.get(("looks", "theme"), 0)
    return (Problem(line, told + suggestion(wanted, sorted(names))),)
