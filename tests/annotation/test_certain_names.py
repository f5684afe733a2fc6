"""Names that the rules are certain of, put among those that were found otherwise."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.entities import kinds
from tuireader.annotation.entities.guess import Guess
from tuireader.annotation.entities.kinds import CERTAIN_RULES, with_certain
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.resolve import resolve
from tuireader.annotation.entities.words import Word

WORDS = [Word(f"W{at}", 4 * at, 4 * at + 3, at == 0, 0) for at in range(60)]


def _runs(lengths: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found, at = [], 0
    for gap, length in lengths:
        found.append((at + gap, at + gap + length))
        at += gap + length
    return found


_lengths = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=8)
_places = st.tuples(st.integers(0, 50), st.integers(1, 5))
_guesses = st.lists(
    st.builds(
        lambda place, rule, sure: Guess(place[0], place[0] + place[1], "EVENT", rule, sure),
        _places,
        st.sampled_from(["list", *sorted(CERTAIN_RULES)]),
        st.booleans(),
    ),
    max_size=6,
)


@given(_lengths, _guesses)
def test_names_stay_in_order_and_apart(
    lengths: list[tuple[int, int]], guesses: list[Guess]
) -> None:
    names = [Name(start, end, "PER", 0.5) for start, end in _runs(lengths)]
    found = with_certain(WORDS, names, guesses)
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = {at for name in names for at in range(name.start, name.end)}
    guessed = {at for guess in guesses for at in range(guess.start, guess.end)}
    there = {at for name in found for at in range(name.start, name.end)}
    assert there <= covered | guessed
    assert {name for name in names if guessed.isdisjoint(range(name.start, name.end))} <= {*found}
    for guess in (guess for guess in guesses if guess.rule in CERTAIN_RULES):
        assert any(name.start < guess.end and guess.start < name.end for name in found)


def test_a_certain_name_is_compared_with_those_around_it_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[Name, Guess]] = []
    original = kinds._crosses

    def spy(name: Name, guess: Guess) -> bool:
        asked.append((name, guess))
        return original(name, guess)

    monkeypatch.setattr(kinds, "_crosses", spy)
    names = [Name(at, at + 1, "PER", 0.5) for at in range(0, 60, 2)]
    guesses = [Guess(at, at + 1, "EVENT", "suffix") for at in range(1, 60, 4)]
    guesses.append(Guess(10, 11, "EVENT", "suffix"))
    assert len(with_certain(WORDS, names, guesses)) == len(names) + len(guesses) - 1
    assert asked == [(names[5], guesses[-1])]


def test_a_part_of_a_name_means_whoever_was_named_last() -> None:
    names = ["Ann Lee", "Lee", "Mara Lee", "Lee", "Ann Lee", "Lee"]
    mentions = [
        Mention(20 * at, 20 * at + len(name), name, Label.PERSON, 0.9)
        for at, name in enumerate(names)
    ]
    found = {entity.name: [one.start for one in entity.mentions] for entity in resolve(mentions)}
    assert found == {"Ann Lee": [0, 20, 80, 100], "Mara Lee": [40, 60]}


def test_a_part_of_a_name_before_any_whole_one_means_whoever_comes_next() -> None:
    names = ["Lee", "Mara Lee", "Ann Lee"]
    mentions = [
        Mention(20 * at, 20 * at + len(name), name, Label.PERSON, 0.9)
        for at, name in enumerate(names)
    ]
    found = {entity.name: [one.start for one in entity.mentions] for entity in resolve(mentions)}
    assert found == {"Mara Lee": [0, 20], "Ann Lee": [40]}
