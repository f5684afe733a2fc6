"""Clusters of words are kept as checksums and come back as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.annotation.entities.clusters import Clusters, clusters

WORDS = st.dictionaries(st.text(min_size=1).map(str.lower), st.integers(0, 2047), max_size=50)


@given(WORDS)
def test_a_table_comes_back_from_its_bytes(found: dict[str, int]) -> None:
    data = Clusters.of_words(found).to_bytes()
    assert Clusters.from_bytes(data).to_bytes() == data


def test_words_are_found_in_any_case_and_others_are_not() -> None:
    table = Clusters.of_words({"heron": 7, "zürich": 2047})
    assert table.number("Heron") == 7
    assert table.number("ZÜRICH") == 2047
    assert table.number("egret") is None
    assert Clusters.of_words({}).number("heron") is None


def test_words_that_are_used_alike_share_a_cluster() -> None:
    table = clusters()
    assert table.number("tuesday") == table.number("wednesday") is not None
    assert table.number("nairobi") != table.number("tuesday")
