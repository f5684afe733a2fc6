from __future__ import annotations

import pytest

from tuireader.annotation.entities.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("paid $1.5 billion for", "$1.5 billion", "USD 1500000000"),
        ("53 million US dollars.", "53 million US dollars", "USD 53000000"),
        ("worth ZAR30 million now", "ZAR30 million", "ZAR 30000000"),
        ("a €300m loan", "€300m", "EUR 300000000"),
        ("a $300M deal", "$300M", "USD 300000000"),
        ("Wins $5 Million From", "$5 Million", "USD 5000000"),
        ("raised $1.2B in", "$1.2B", "USD 1200000000"),
        ("saw 2 Kings for $2 Kings", "$2", "USD 2"),
        ("2,500 yen", "2,500 yen", "JPY 2500"),
        ("rose 3.5% on", "3.5%", "3.5 %"),
        ("by 12 per cent", "12 per cent", "12 %"),
        ("ran 5,000 metres", "5,000 metres", "5000 m"),
        ("a 30-mile march", "30-mile", "30 mi"),
        ("millions of dollars", "millions of dollars", ""),
    ],
)
def test_amounts_have_a_value(text: str, surface: str, value: str) -> None:
    assert [(m.text, m.value) for m in find_amounts(text)] == [(surface, value)]


def test_a_bare_number_is_no_amount() -> None:
    assert list(find_amounts("Some 200 people won 3 of 7 games, 2-1, in 2014.")) == []
