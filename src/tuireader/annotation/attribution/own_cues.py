"""The reader's own words that tie a quote to its speaker; they add to those built in."""

from __future__ import annotations

import re
from difflib import get_close_matches

from tuireader.annotation.attribution.cues import LISTS, OwnCues
from tuireader.articles.broken_list import BrokenListError, line_of, read_toml


def read_own_cues(language: str, text: str) -> OwnCues:
    """Return the lists in a TOML text, such as ``finite = "blethered blethers"``.

    Args:
        language: The language they are for.
        text: What stands in the file.

    Raises:
        BrokenListError: The lists cannot be read.
    """
    lists = []
    for name, words in read_toml(text).items():
        line = line_of(text, rf"\s*\[*\s*[\"']?{re.escape(name)}\b")
        if name not in LISTS:
            close = get_close_matches(name, LISTS, 1)
            hint = f' Did you mean "{close[0]}"?' if close else ""
            raise BrokenListError(line, f'There is no list "{name}".{hint}')
        if not isinstance(words, str):
            raise BrokenListError(line, f'"{name}" must be words in quotation marks.')
        lists.append((name, tuple(words.lower().split())))
    return OwnCues(language, tuple(lists))
