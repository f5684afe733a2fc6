"""The order of bytes in the engine's files of numbers."""

from __future__ import annotations

import sys
from array import array


def little(numbers: array[int]) -> array[int]:
    """Return numbers with their bytes in little-endian order, or back again."""
    if sys.byteorder == "little":
        return numbers
    swapped = array(numbers.typecode, numbers)
    swapped.byteswap()
    return swapped
