"""Numbers without signs as the engine's files hold them: little-endian, one after another."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from typing import Literal

Kind = Literal["H", "I"]
"""What `array` calls numbers of 16 and of 32 bits."""


def numbers_in(data: memoryview, kind: Kind) -> Sequence[int]:
    """Return numbers from their bytes, where the machine allows it as they lie there.

    Args:
        data: The bytes.
        kind: Their size.
    """
    return data.cast(kind) if sys.byteorder == "little" else _swapped(array(kind, bytes(data)))


def bytes_of(kind: Kind, numbers: Sequence[int]) -> bytes:
    """Return the bytes of numbers, as `numbers_in` reads them."""
    found = array(kind, numbers)
    return (found if sys.byteorder == "little" else _swapped(found)).tobytes()


def _swapped(numbers: array[int]) -> array[int]:
    numbers.byteswap()
    return numbers
