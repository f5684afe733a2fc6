"""Confidence is a share from 0 to 1 that keeps the order of the fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.annotation.attribution.confidence import calibrated


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_order_is_kept(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated(low) <= calibrated(high) <= 1


def test_a_good_fit_is_surer_than_it_says() -> None:
    assert calibrated(0.72) == 0.89
    assert calibrated(1.0) == 1.0
    assert calibrated(0.0) == 0.0
