from __future__ import annotations

import re
from pathlib import Path

import pytest

from tuireader.library.query.fields import FIELDS, SORT_KEYS
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import QueryError

PAGE = (Path(__file__).parents[2] / "docs" / "query.md").read_text(encoding="utf-8")
_FIRST_BLOCK = PAGE.split("```text\n")[1].split("```")[0]
EXAMPLES = [re.split(r" {2,}| (?=somebody )", line)[0] for line in _FIRST_BLOCK.splitlines()]


@pytest.mark.parametrize("query", EXAMPLES)
def test_every_example_is_a_query(query: str) -> None:
    assert parse(query).node is not None


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_in_the_table(name: str) -> None:
    (row,) = [line for line in PAGE.splitlines() if re.match(rf"\| `{name}:?` ", line)]
    assert FIELDS[name].example in row
    assert all(f"`{choice}`" in row for choice in FIELDS[name].choices)


def test_every_order_is_named() -> None:
    section = PAGE.split("## Order")[1].split("##")[0]
    assert all(f"`{key}`" in section for key in SORT_KEYS)


def test_the_mistake_is_told_as_shown() -> None:
    with pytest.raises(QueryError) as caught:
        parse("bridge preson:lavrov")
    assert str(caught.value) in PAGE
