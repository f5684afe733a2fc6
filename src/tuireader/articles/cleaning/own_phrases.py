"""The reader's own phrases, as one plain value that can be hashed and sent to other processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class OwnPhrases:
    """Phrases that the reader adds for one language.

    Attributes:
        language: The first part of an IETF tag.
        lists: A kind of noise, the name of one of its lists, and the phrases in it.
        without: A kind of noise, and phrases that come with the program but do not count.
    """

    language: str
    lists: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    without: tuple[tuple[str, tuple[str, ...]], ...] = ()


def digest(own: Sequence[OwnPhrases]) -> str:
    """Return what tells whether phrases have changed; empty where there are none.

    The order in which they are written does not matter.
    """
    if not own:
        return ""
    said = sorted(
        (one.language, kind, name, text)
        for one in own
        for kind, name, texts in (*one.lists, *((kind, "", texts) for kind, texts in one.without))
        for text in texts
    )
    return blake2b(repr(said).encode(errors="surrogatepass"), digest_size=8).hexdigest()
