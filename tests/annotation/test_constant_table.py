"""The table that is asked as it lies in its file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.annotation.entities.constant_table import ConstantTable

_KEYS = st.text(st.characters(exclude_characters="\t\n"), max_size=6)
_TEXTS = st.dictionaries(_KEYS, _KEYS, max_size=60)


@given(_TEXTS, st.lists(_KEYS))
def test_it_answers_as_a_dictionary_does(texts: dict[str, str], others: list[str]) -> None:
    table = ConstantTable(ConstantTable.of(texts).to_bytes())
    for key in (*texts, *others):
        assert table.get(key) == texts.get(key)


@given(_TEXTS)
def test_the_order_of_the_texts_does_not_matter(texts: dict[str, str]) -> None:
    turned = dict(reversed(texts.items()))
    assert ConstantTable.of(turned).to_bytes() == ConstantTable.of(texts).to_bytes()


def test_a_key_that_begins_or_ends_another_is_not_taken_for_it() -> None:
    table = ConstantTable.of({f"w={word}": word for word in ("port", "report", "ports")})
    assert table.get("w=port") == "port"
    assert table.get("w=por") is table.get("port") is table.get("") is None


@pytest.mark.parametrize(("key", "text"), [("a\tb", ""), ("a\nb", ""), ("a", "b\tc"), ("a", "b\n")])
def test_what_would_break_a_record_is_refused(key: str, text: str) -> None:
    with pytest.raises(ValueError, match="tab"):
        ConstantTable.of({key: text})
