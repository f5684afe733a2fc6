"""How articles are annotated, from ``config.toml`` and the reader's own lists beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.annotation.settings import BUILTIN, AnnotationSettings
from tuireader.config.own_lists import read_by_language, read_list
from tuireader.config.settings import Problem, Settings
from tuireader.language import retold
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.annotation.attribution.cues import OwnCues
    from tuireader.annotation.entities.own_names import OwnName

NAMES = ("names.toml", "names.txt")
"""The files that the reader's own names may stand in."""
CUES = "cues"
"""The folder of the reader's own cues: one file a language, such as ``en.toml``."""


def load_annotation(
    settings: Settings, folder: Path, engine: str = ""
) -> tuple[AnnotationSettings, tuple[Problem, ...]]:
    """Read how the reader wants articles annotated.

    Args:
        settings: What stands in ``config.toml``.
        folder: The folder it stands in, with the lists.
        engine: The engine to use whatever the settings say; empty for theirs.

    Returns:
        How to annotate, and what is wrong in the settings and the lists; a list that is broken
        is left out, and in place of an engine that is not there stands the built-in one.
    """
    problems: list[Problem] = []
    wanted = engine or settings.text("entities", "engine")
    return AnnotationSettings(
        engine=_engine(wanted, settings, problems),
        own_names=load_names(folder, problems),
        own_cues=read_by_language(folder / CUES, _cues, problems),
    ), tuple(problems)


def _engine(wanted: str, settings: Settings, problems: list[Problem]) -> str:
    if wanted == BUILTIN:
        return wanted
    from tuireader.annotation.entities.engine_names import complaint_about

    complaint = complaint_about(wanted)
    if not complaint:
        return wanted
    line = settings.lines.get(("entities", "engine"), 0)
    problems.append(
        Problem(line, f"{retold(complaint)} " + _("Until then the built-in engine is used."))
    )
    return BUILTIN


def load_names(folder: Path, problems: list[Problem]) -> tuple[OwnName, ...]:
    """Return the reader's own names.

    Args:
        folder: The folder of the lists.
        problems: What is wrong is added here; a list with a mistake is left out.
    """
    names: list[OwnName] = []
    for path in (folder / name for name in NAMES):
        if path.exists():
            from tuireader.annotation.entities.own_names import read_own_names

            read = partial(read_own_names, toml=path.suffix == ".toml")
            names.extend(read_list(path, read, problems) or ())
    return tuple(names)


def _cues(language: str, text: str) -> OwnCues:
    from tuireader.annotation.attribution.own_cues import read_own_cues

    return read_own_cues(language, text)
