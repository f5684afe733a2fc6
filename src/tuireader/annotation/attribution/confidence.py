"""How sure an attribution is, as a share that can be taken at its word."""

from __future__ import annotations

from itertools import pairwise

_CURVE = ((0.0, 0.0), (0.35, 0.4), (0.5, 0.75), (0.72, 0.89), (0.86, 0.955), (1.0, 1.0))


def calibrated(fit: float) -> float:
    """Return how often an attribution of some fit is right.

    The rules weigh candidates against each other, and are too humble about the best of them: above
    one half, half of their doubt or more is taken away. `benchmarks.quotes` prints the
    reliability curve.

    Args:
        fit: How well a speaker fits, from 0 to 1.

    Returns:
        A share from 0 to 1; the order of two fits is kept.
    """
    for (low, at_low), (high, at_high) in pairwise(_CURVE):
        if fit <= high:
            return at_low + (at_high - at_low) * (fit - low) / (high - low)
    return 1.0
