"""The reader's own phrases that give noise away, from files beside ``config.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.config.own_lists import read_by_language
from tuireader.config.settings import Problem

if TYPE_CHECKING:
    from tuireader.articles.cleaning.own_phrases import OwnPhrases

PHRASES = "phrases"
"""The folder of the reader's own phrases: one file a language, such as ``en.toml``."""


def load_phrases(folder: Path) -> tuple[tuple[OwnPhrases, ...], tuple[Problem, ...]]:
    """Read the reader's own phrases.

    Args:
        folder: The folder of ``config.toml``.

    Returns:
        The phrases, and what is wrong in their files; a file that is broken is left out.
    """
    problems: list[Problem] = []
    return read_by_language(folder / PHRASES, _read, problems), tuple(problems)


def _read(language: str, text: str) -> OwnPhrases:
    from tuireader.articles.cleaning.noise.read_phrases import read_own_phrases

    return read_own_phrases(language, text)
