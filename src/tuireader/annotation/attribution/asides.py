"""Who speaks, told inside of the marks of the quote itself."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.segmentation import Token

_DASHES = "—–―"
_LONGEST = 25


def find_aside(
    tokens: Sequence[Token], lower: Sequence[str], first: int, end: int, cues: Cues
) -> tuple[int, int] | None:
    """Return the tokens that say who speaks inside of a quote, half-open.

    Languages without articles put them between dashes, languages that invert verb and pronoun
    between commas; others close the marks first.

    Args:
        tokens: The tokens of an article.
        lower: Their text in lower case.
        first: The quote's first token.
        end: The token after its last.
        cues: The lists of the article's language.
    """
    if not cues.definite:
        opens, closes = _is_dash_aside, _DASHES
    elif cues.inverted:
        opens, closes = _is_inverted, ",."
    else:
        return None
    for at in range(first + 2, end - 2):
        if not opens(tokens, lower, at, cues):
            continue
        for close in range(at + 2, min(at + _LONGEST, end)):
            if tokens[close].text in closes:
                return at, close
    return None


def _is_dash_aside(tokens: Sequence[Token], lower: Sequence[str], at: int, cues: Cues) -> bool:
    opened = tokens[at - 1].text in _DASHES and tokens[at - 2].text in ",?!…"
    return opened and tokens[at].text[0].islower() and lower[at] not in cues.conjunctions


def _is_inverted(tokens: Sequence[Token], lower: Sequence[str], at: int, cues: Cues) -> bool:
    if tokens[at - 1].text not in ",?!" or not tokens[at].text[0].islower():
        return False
    if lower[at] in cues.auxiliaries and lower[at + 1] in cues.finite:
        at += 1
    reflexive = lower[at] == "s'"
    subject = at + 1 + reflexive
    named = tokens[subject].text[0].isupper() or lower[subject] in cues.definite | cues.subjects
    return named and (reflexive or lower[at] in cues.finite)
