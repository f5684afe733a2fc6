"""The second look over a document: what is clear in one place decides the unclear ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tuireader.annotation.entities.capitals import is_capital
from tuireader.annotation.entities.guess import Guess
from tuireader.annotation.entities.lexicon import Lexicon
from tuireader.annotation.entities.words import Word

Blocks = Sequence[Sequence[Word]]


def second_look(
    blocks: Blocks, guesses: Sequence[Sequence[Guess]], lists: Lexicon
) -> list[list[Guess]]:
    """Return the guesses of a document made consistent.

    Args:
        blocks: The words of each block.
        guesses: What was found in each block.
        lists: The word lists.
    """
    memory = _Memory(blocks, guesses, lists)
    result: list[list[Guess]] = []
    for words, found in zip(blocks, guesses, strict=True):
        kept = [memory.judge(words, guess) for guess in found]
        kept = [memory.extend(words, guess) for guess in kept]
        result.append(memory.fill(words, kept))
    return result


class _Memory:
    """What a document says clearly of its names."""

    def __init__(self, blocks: Blocks, guesses: Sequence[Sequence[Guess]], lists: Lexicon) -> None:
        self._lists = lists
        self._people: set[str] = set()
        self._lower_names: set[str] = set()
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for words, found in zip(blocks, guesses, strict=True):
            for guess in found:
                parts = [w.text for w in words[guess.start : guess.end]]
                name = " ".join(parts)
                votes[name][guess.label] += 3 if guess.sure else 1
                if guess.label == "PER" and len(parts) > 1 and guess.sure:
                    self._people.update(p for p in (parts[-1], parts[0]) if len(p) > 2)
                    self._lower_names.add(parts[-1].lower())
        self._votes = {name: count.most_common(1)[0][0] for name, count in votes.items()}
        self._long = {name for name in votes if " " in name}

    def judge(self, words: Sequence[Word], guess: Guess) -> Guess:
        """Give an unsure guess the label that the rest of the document supports."""
        if guess.sure:
            return guess
        name = " ".join(w.text for w in words[guess.start : guess.end])
        if " " not in name and name in self._people and guess.rule != "list":
            return replace(guess, label="PER", rule="known-person", sure=True)
        label = self._votes.get(name, guess.label)
        return replace(guess, label=label) if label != guess.label else guess

    def extend(self, words: Sequence[Word], guess: Guess) -> Guess:
        """Take in a surname that lost its capital: "Yuri rogulev" where "Rogulev" is known."""
        if guess.label != "PER" or guess.end - guess.start != 1 or guess.end >= len(words):
            return guess
        follower = words[guess.end].text
        if follower.islower() and len(follower) > 3 and follower in self._lower_names:
            return replace(guess, end=guess.end + 1, rule="lost-capital", sure=True)
        return guess

    def fill(self, words: Sequence[Word], found: Sequence[Guess]) -> list[Guess]:
        """Add people known by name whom no guess covers."""
        taken = {i for guess in found for i in range(guess.start, guess.end)}
        added = [
            Guess(i, i + 1, "PER", "known-person", sure=True)
            for i, word in enumerate(words)
            if i not in taken
            and not word.skip
            and word.text in self._people
            and is_capital(word.text)
            and word.text.lower() not in self._lists["role"]
            and word.text not in self._lists["title"]
        ]
        return sorted([*found, *added], key=lambda guess: guess.start)
