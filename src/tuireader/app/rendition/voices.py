"""Who speaks in an article: one key, one colour and one name for each, wherever they speak."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from tuireader.annotation.annotation import Annotation, Quote, QuoteKind

COLOURS = 7
"""How many colours there are for voices; see `palette`."""
_KIN = (0, 1, 2, 3, 0, 1, 3)
"""Of each colour, the first that it is most like in every palette."""

WORDS_OF_SOMEBODY = frozenset({QuoteKind.SPEECH, QuoteKind.PARTIAL})
"""The kinds of quotes that are what somebody said."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whose words are quoted.

    Attributes:
        key: The same in every article: the entity's identity, or else the folded name.
        name: The name to show.
        colour: Which colour of the palette it has, from 0 to `COLOURS` - 1.
        quotes: The quotes, in order.
    """

    key: str
    name: str
    colour: int
    quotes: tuple[Quote, ...]

    @property
    def characters(self) -> int:
        """How much is quoted, in code points."""
        return sum(quote.end - quote.start for quote in self.quotes)


def is_spoken(quote: Quote) -> bool:
    """Whether a quote is worth a mark and a stop: somebody's words, inner ones if attributed."""
    return quote.kind in WORDS_OF_SOMEBODY and not (quote.nested and quote.speaker is None)


def voice_key(quote: Quote) -> str:
    """Return the key of who says a quote; empty for titles, scare quotes and unknown speakers."""
    if quote.kind not in WORDS_OF_SOMEBODY:
        return ""
    return speaker_key(quote.speaker, quote.speaker_id)


def speaker_key(speaker: str | None, speaker_id: str | None) -> str:
    """Return the key of a speaker; empty where nobody is named.

    Args:
        speaker: The name.
        speaker_id: The identity, where the speaker is an entity.
    """
    if speaker is None:
        return ""
    return speaker_id or "name:" + " ".join(speaker.casefold().split())


def preferred_colour(key: str) -> int:
    """Return the colour of a voice by its key alone, from 0 to `COLOURS` - 1."""
    return blake2b(key.encode(errors="replace"), digest_size=4).digest()[0] % COLOURS


def cast_of(annotation: Annotation) -> dict[str, Voice]:
    """Return the voices of an article by their keys, in order of first quote.

    Each has the colour its key gives it in every article, unless somebody who is quoted more here
    already has that colour or one much like it, and another is free.
    """
    quotes: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in annotation.quotes:
        if key := voice_key(quote):
            quotes[key].append(quote)
    colours: dict[str, int] = {}
    for key in sorted(quotes, key=lambda key: (-sum(q.end - q.start for q in quotes[key]), key)):
        colours[key] = _free_colour(preferred_colour(key), set(colours.values()))
    return {
        key: Voice(key, _longest_name(said), colours[key], tuple(said))
        for key, said in quotes.items()
    }


def _free_colour(preferred: int, taken: set[int]) -> int:
    """Return the colour nearest after one that is unlike all taken, or free, or else that one."""
    order = [(preferred + step) % COLOURS for step in range(COLOURS)]
    free = [colour for colour in order if colour not in taken]
    kin = {_KIN[colour] for colour in taken}
    unlike = [colour for colour in free if _KIN[colour] not in kin]
    return next(iter([*unlike, *free]), preferred)


def _longest_name(quotes: list[Quote]) -> str:
    return max((quote.speaker or "" for quote in quotes), key=len)


@dataclass(frozen=True, slots=True)
class Entrance:
    """A place where the voice changes: from there on, `key` speaks."""

    position: int
    key: str


def entrances(
    quotes: Sequence[Quote], first: int, last: int, blocks: Sequence[int]
) -> list[Entrance]:
    """Return where among some quotes a name must be given: where another voice begins.

    A voice that goes on in the next block is not named again; one that comes back later is.

    Args:
        quotes: All quotes of the article, in order.
        first: The index of the first quote looked at.
        last: The index after the last.
        blocks: Where each block starts in `Article.text`, ascending.
    """
    found: list[Entrance] = []
    last_key, last_block = _heard_before(quotes, first, blocks)
    for quote in quotes[first:last]:
        if not is_spoken(quote):
            continue
        key = voice_key(quote)
        if key and (key != last_key or bisect_right(blocks, quote.start) > last_block + 1):
            found.append(Entrance(quote.start, key))
        last_key, last_block = key, bisect_right(blocks, quote.end - 1)
    return found


def _heard_before(quotes: Sequence[Quote], index: int, blocks: Sequence[int]) -> tuple[str, int]:
    """Return the voice heard last before a quote, and in which block it ended."""
    while index > 0:
        index -= 1
        if is_spoken(quotes[index]):
            return voice_key(quotes[index]), bisect_right(blocks, quotes[index].end - 1)
    return "", -2
