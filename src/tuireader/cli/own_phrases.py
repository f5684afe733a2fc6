"""The reader's own phrases, so that the shell cleans as the reader does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.cli.annotating import complain_of
from tuireader.config import config_folder
from tuireader.config.phrases import load_phrases

if TYPE_CHECKING:
    from tuireader.articles.cleaning.own_phrases import OwnPhrases


def own_phrases() -> tuple[OwnPhrases, ...]:
    """Return the phrases; says what is wrong in their files."""
    phrases, problems = load_phrases(config_folder())
    complain_of(problems)
    return phrases
