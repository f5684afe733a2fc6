"""How much alike two texts are, from a few bytes of each.

A text is the set of its runs of three words. The share of common runs (their Jaccard similarity;
Broder, "On the resemblance and containment of documents", 1997) is estimated from one hash of
each run: hashes fall into bins, and the least of each bin is kept (Li, Owen and Zhang, "One
permutation hashing", 2012); an empty bin borrows from the next that is not (Shrivastava and Li,
"Densifying one permutation hashing", 2014). Texts that are alike agree in all bins of at least
one band, so that only few have to be compared.
"""

from __future__ import annotations

import re
import struct
from hashlib import blake2b
from operator import eq

BINS = 60
BANDS = 12
_ROWS = BINS // BANDS
_RUN = 3
_LEAST_WORDS = 12
_BORROWED = 0x9E3779B97F4A7C15
_64_BITS = (1 << 64) - 1
_FORMAT = struct.Struct(f"<{BINS}I")
_WORD = re.compile(r"\w+")


def signature(text: str) -> bytes:
    """Return the signature of a text: 240 bytes, or none where it is too short to tell.

    Args:
        text: Any text; case, marks and white space do not count.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST_WORDS:
        return b""
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    least: list[int | None] = [None] * BINS
    for run in runs:
        value = int.from_bytes(blake2b(run.encode(errors="replace"), digest_size=8).digest())
        value, place = divmod(value, BINS)
        known = least[place]
        if known is None or value < known:
            least[place] = value
    return _FORMAT.pack(*(_filled(least, place) & 0xFFFFFFFF for place in range(BINS)))


def bands(made: bytes) -> list[int]:
    """Return the keys under which alike texts find each other: `BANDS` signed 64-bit numbers."""
    width = _ROWS * 4
    return [
        int.from_bytes(
            blake2b(
                bytes([band]) + made[band * width : (band + 1) * width], digest_size=8
            ).digest(),
            signed=True,
        )
        for band in range(BANDS if made else 0)
    ]


def similarity(one: bytes, other: bytes) -> float:
    """Return the share of runs that two texts have in common, from 0 to 1, within about 0.06.

    Args:
        one: The signature of a text.
        other: That of another.
    """
    if not one or not other:
        return 0.0
    same: int = sum(map(eq, _FORMAT.unpack(one), _FORMAT.unpack(other)))
    return same / BINS


def _filled(least: list[int | None], place: int) -> int:
    for distance in range(BINS):
        value = least[(place + distance) % BINS]
        if value is not None:
            return (value + distance * _BORROWED) & _64_BITS
    raise ValueError("no bin is filled")
