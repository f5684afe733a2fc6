"""How often words have a capital is counted, kept by their place, and found in any case."""

from __future__ import annotations

from tools.build_casing import steps

from tuireader.annotation.entities.casing import Casing, casing
from tuireader.annotation.entities.clusters import Clusters

TABLE = Clusters.of_words({"heron": 1, "nairobi": 2, "zinc": 3, "nasa": 4})


def test_a_word_with_a_capital_more_often_stands_higher() -> None:
    seen = {"heron": -8.0, "Heron": -13.0, "nairobi": -15.0, "Nairobi": -11.0, "NASA": -9.0}
    table = Casing(TABLE, steps(seen, TABLE))
    assert table.step("heron") == table.step("HERON") == 1
    assert table.step("nairobi") == 7
    assert table.step("zinc") == table.step("egret") == 0


def test_words_wholly_in_capitals_are_not_counted() -> None:
    assert Casing(TABLE, steps({"NASA": -9.0}, TABLE)).step("NASA") == 0


def test_ordinary_words_and_names_are_told_apart() -> None:
    assert casing().step("guarantee") <= 3
    assert casing().step("nairobi") >= 5
