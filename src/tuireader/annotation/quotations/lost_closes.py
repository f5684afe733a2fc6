"""Quotes whose closing mark was lost, ended where the words that say who speaks begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.quotations.pairing import Pair

_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
_LONGEST_PHRASE = 7
_FEWEST = 2
"""What is shorter between the mark and the cue is not cut."""


def with_lost_closes(text: str, pairs: Sequence[Pair], cues: Cues) -> list[Pair]:
    """Return the pairs of marks, those that nothing closes cut before ", he said".

    A quote that goes on in the next paragraph is left as it is.

    Args:
        text: The article's text.
        pairs: What its marks make, in order.
        cues: The lists of its language.
    """
    continued = {
        number - 1 for number, found in enumerate(pairs) if found.continues and not found.depth
    }
    said, leading = _said(cues)
    done: list[Pair] = []
    cut, end = -1, -1
    for number, found in enumerate(pairs):
        inside = cut >= 0 and found.start < end
        if inside and found.depth:
            done.append(found._replace(depth=found.depth - 1) if found.start >= cut else found)
            continue
        cut, end = -1, -1
        if not found.closed and not found.depth and number not in continued:
            match = said.search(text, found.start + _FEWEST, found.end)
            match = match or leading.search(text, found.start + _FEWEST, found.end)
            if match is not None:
                cut, end = match.end(1), found.end
                found = found._replace(end=cut)
        done.append(found)
    return done


def has_lost_closes(pairs: Sequence[Pair]) -> bool:
    """Whether the closing mark of an outer quote is missing."""
    return any(not found.closed and not found.depth for found in pairs)


@lru_cache(maxsize=8)
def _said(cues: Cues) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a mark of punctuation and, after it, who says something.

    The first finds who said the words before, the second who says what follows the stretch.
    """
    nouns = cues.nouns | cues.ambiguous
    verbs = _one_of(
        frozenset(
            verb
            for verb in cues.finite - nouns
            if verb + "s" not in cues.finite and verb.removesuffix("s") not in nouns
        )
    )
    pronouns = _one_of(cues.subjects - cues.first - cues.neuter)
    articles = _one_of(cues.definite)
    name = rf"(?:[{_CAPITAL}][\w.’'-]*|{articles}\b)(?: [\w.’'-]+){{0,{_LONGEST_PHRASE}}}?"
    somebody = rf"(?:{pronouns}|{name}(?:, [^,.?!\n]{{2,80}},)?) {verbs}\b"
    inverted = rf"{verbs} (?:{pronouns}\b|{articles} |[{_CAPITAL}])"
    return (
        re.compile(rf"([,?!…])[ \u00a0]+(?:{somebody}|{inverted})"),
        re.compile(rf"([.?!…])[ \u00a0]+{somebody}[^.?!…\n]{{0,40}}[,:][ \u00a0]*$"),
    )


def _one_of(words: frozenset[str]) -> str:
    # A list may be empty; this then matches nothing.
    return f"(?:{'|'.join(sorted(map(re.escape, words), reverse=True)) or '(?!)'})"
