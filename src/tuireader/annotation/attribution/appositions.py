"""Descriptions that stand right beside the name of whom they describe."""

from __future__ import annotations

from tuireader.annotation.attribution.descriptions import Description
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import Person

_OPENING = ",—–"
_CLOSING = ",.;:—–)?!"
_TITLE = 8
_TIED = 3
_AGE = 2
"""An age takes so many tokens, the comma before it with it."""


class Appositions:
    """Finds the appositions of one article."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.words = people.words
        self.cues = cues = people.cues
        self._parting = (
            cues.prepositions | cues.conjunctions | cues.relative | cues.auxiliaries | cues.adverbs
        )

    def is_title(self, description: Description) -> bool:
        """Whether a description leads to a name as its title: "his son Ann", "the rapper Lee"."""
        return self._human(description.head + 1) is not None or (
            self._human(description.end) is not None
        )

    def bearer(self, description: Description) -> Person | None:
        """Return who is described, where the name stands before or after a comma."""
        return self._before(description) or self._after(description)

    def _human(self, at: int) -> Person | None:
        person = self.people.named.get(at)
        return person if person is not None and person.human else None

    def follows_name(self, description: Description) -> bool:
        """Whether a description stands behind a name and a comma, an age between them or not."""
        return self._named_before(description) is not None

    def _before(self, description: Description) -> Person | None:
        """Return who is named in "Ann Lee, the mayor of Leith," or "Ann Lee, 43, a nurse,"."""
        person = self._named_before(description)
        closed = person is not None and self._closes(self._whole(description), description.first)
        return person if closed else None

    def _named_before(self, description: Description) -> Person | None:
        tokens = self.words.tokens
        at = description.first - 1 - description.possessed
        if at < 1 or tokens[at].text not in _OPENING:
            return None
        if at > _AGE and tokens[at - 1].text.isdigit() and tokens[at - _AGE].text == ",":
            at -= _AGE
        return None if self.words.possessive(at - 1) else self._human(at - 1)

    def _after(self, description: Description) -> Person | None:
        """Return who is named in "the mayor of Leith, Ann Lee,"."""
        words, end = self.words, description.end
        if end + 1 >= len(words) or words.tokens[end].text != ",":
            return None
        for at in range(end + 1, min(end + 1 + _TITLE, len(words))):
            person = self._human(at)
            if person is not None:
                while self.people.named.get(at) is person:
                    at += 1
                beside = not words.possessive(at - 1) and self._closes(at, description.first)
                return person if beside else None
            if not words.is_word(at) or self._parts(at):
                return None
        return None

    def _parts(self, at: int) -> bool:
        """Whether a word stands in no title: a preposition, a conjunction, a verb."""
        return self.words.lower[at] in self._parting or self.people.grammar.verb(at) is not None

    def _whole(self, description: Description) -> int:
        """Return the end of a description with "at the Leith Gazette" or "from Leith"."""
        words, end = self.words, description.end
        for _ in range(_TIED):
            if end + 1 >= len(words) or words.lower[end] not in self.cues.linking:
                break
            phrase = self.people.grammar.phrase_right(end + 1)
            if phrase is None:
                break
            end = phrase.end
        return end

    def _closes(self, at: int, first: int) -> bool:
        """Whether a phrase ends at a token: by a mark, by "who", or with its block."""
        words = self.words
        if at >= len(words) or words.block[at] != words.block[first]:
            return True
        return words.tokens[at].text in _CLOSING or words.lower[at] in self.cues.relative
