"""Names and words made comparable: no case, no accents, one kind of apostrophe."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
_NOT_WORD = re.compile(r"[^\w']+")


def fold(text: str) -> str:
    """Return a text in lower case, without accents, its words parted by single spaces.

    Args:
        text: Any text, such as ``Łukasz  D’Angelo-Núñez``: that gives ``łukasz d'angelo nunez``.
    """
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    return _NOT_WORD.sub(" ", plain).strip()
