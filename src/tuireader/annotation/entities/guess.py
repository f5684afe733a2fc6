"""What the rules alone say of each capitalised run of words: the engine's first guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuireader.annotation.entities.capitals import CALENDAR, is_capital
from tuireader.annotation.entities.forms import NameForms
from tuireader.annotation.entities.lexicon import GIVEN, Lexicon, Match, word_list
from tuireader.annotation.entities.words import Word

PLACES = frozenset({"country", "province", "region", "big_city", "small_city"})
BODIES = frozenset({"organisation", "media", "club"})
PARTICLES = word_list("particle")
OFFICE_REACH = 16
"""How many words before a name the office is looked for that somebody holds."""
HONORIFICS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "Junior", "Senior"})


@dataclass(frozen=True, slots=True)
class Guess:
    """A run of words ``[start, end)`` that the rules take for a name.

    Attributes:
        start: The first word.
        end: The word after the last.
        label: ``PER``, ``ORG``, ``LOC``, ``FAC``, ``NORP``, ``EVENT``, ``LAW`` or ``PRODUCT``.
        rule: The name of the rule that decided.
        sure: Whether the rule needs no second opinion.
    """

    start: int
    end: int
    label: str
    rule: str
    sure: bool = False


class Guesser:
    """Rules over runs of capitalised words and the word lists."""

    def __init__(self, lists: Lexicon, ordinary: frozenset[str]) -> None:
        """Prepare.

        Args:
            lists: The word lists.
            ordinary: Words common in lower case; at a sentence's start their capital says nothing.
        """
        self._lists = lists
        self._forms = NameForms(lists, ordinary)
        self._ordinary = ordinary

    def guess(self, words: Sequence[Word], listed: Sequence[Match]) -> list[Guess]:
        """Return the names in the words of one block, in order, not overlapping.

        Args:
            words: The words.
            listed: Where the words match the lists.
        """
        matches = {match.start: match for match in listed}
        found: list[Guess] = []
        at = 0
        while at < len(words):
            if words[at].skip or not self._may_start(words, at, matches):
                at += 1
                continue
            run = self._run(words, at, matches)
            found.extend(self._classify(words, at, run, matches))
            at = max(at + 1, run, found[-1].end if found else 0)
        return found

    def _may_start(self, words: Sequence[Word], at: int, matches: dict[int, Match]) -> bool:
        word = words[at]
        if at in matches:
            return True
        if not is_capital(word.text) or word.text in CALENDAR:
            return False
        if word.text == "I" or word.text.startswith(("I'", "I’")):
            return False
        if word.first or word.text.istitle():
            following = words[at + 1].text if at + 1 < len(words) else ""
            if word.text.lower() in self._ordinary and word.first:
                return (
                    bool(following)
                    and is_capital(following)
                    and bool(self._lists.word_kinds(word.text))
                )
        return True

    def _run(self, words: Sequence[Word], at: int, matches: dict[int, Match]) -> int:
        """Return the end of the capitalised run that starts at a word."""
        match = matches.get(at)
        end = match.end if match and "title" in match.kinds else at + 1
        while end < len(words):
            text = words[end].text
            if words[end].skip or text in CALENDAR:
                break
            if is_capital(text) or (text in HONORIFICS):
                end += 1
            elif (
                text in PARTICLES
                and end + 1 < len(words)
                and is_capital(words[end + 1].text)
                and words[end + 1].text not in CALENDAR
            ):
                end += 2
            elif text == "-" and words[end].start == words[end - 1].end:
                break
            else:
                break
        return end

    def _classify(
        self, words: Sequence[Word], start: int, end: int, matches: dict[int, Match]
    ) -> list[Guess]:
        """Split a run into names and say what each is."""
        long = self._forms.find(words, start, end)
        if long:
            head, stop, label, rule = long
            before = self._classify(words, start, head, matches) if head > start else []
            after = self._classify(words, stop, end, matches) if stop < end else []
            return [*before, Guess(head, stop, label, rule, sure=True), *after]
        found: list[Guess] = []
        at = start
        while at < end:
            match = matches.get(at)
            if match and match.end > end and match.end - match.start == 1:
                match = None
            if match and "title" in match.kinds and match.end < end:
                stop = self._person_end(words, match.end, end, matches)
                if stop > match.end:
                    found.append(Guess(match.end, stop, "PER", "title", sure=True))
                at = max(stop, match.end)
                continue
            if match and self._whole_match(words, match, end):
                label = self._label(match.kinds)
                if label:
                    found.append(Guess(at, match.end, label, "list", sure=match.end - at > 1))
                at = match.end
                continue
            stop = self._name_end(words, at, end, matches)
            guess = self._single(words, at, stop)
            if guess:
                found.append(guess)
            at = stop
        return found

    def _whole_match(self, words: Sequence[Word], match: Match, end: int) -> bool:
        """Whether a match stands for itself rather than as a part of a person's name."""
        size = match.end - match.start
        if size > 1 or match.end >= end:
            return match.end <= end or size > 1
        if "demonym" in match.kinds or "country" in match.kinds:
            return True
        first = self._lists.word_kinds(words[match.start].text)
        if any(kind in GIVEN for kind in first):
            return False
        following = self._lists.word_kinds(words[match.end].text)
        return not ("surname" in following and "surname" in first)

    def _label(self, kinds: tuple[str, ...]) -> str:
        for kind in kinds:
            if kind in PLACES:
                return "LOC"
            if kind == "demonym":
                return "NORP"
            if kind in BODIES:
                return "ORG"
            if kind in ("event", "law", "product"):
                return kind.upper()
        return ""

    def _person_end(
        self, words: Sequence[Word], start: int, end: int, matches: dict[int, Match]
    ) -> int:
        at = start
        while at < end and at - start < 5:
            match = matches.get(at)
            if match and ("title" in match.kinds or "demonym" in match.kinds) and at > start:
                break
            if at > start and "org_head" in self._lists.word_kinds(words[at].text):
                break
            at += 1
        return at

    def _name_end(
        self, words: Sequence[Word], start: int, end: int, matches: dict[int, Match]
    ) -> int:
        at = start + 1
        while at < end:
            match = matches.get(at)
            if match and (match.end - match.start > 1 or "title" in match.kinds):
                break
            at += 1
        return at

    def _single(self, words: Sequence[Word], start: int, end: int) -> Guess | None:
        """Say what a run without inner structure is."""
        first, last = words[start].text, words[end - 1].text
        size = end - start
        kinds = self._lists.word_kinds(first)
        before = words[start - 1].text.lower() if start else ""
        after = words[end].text if end < len(words) else ""
        if size > 1 and any(kind in GIVEN for kind in kinds) and size <= 4:
            return Guess(start, end, "PER", "given", sure=True)
        if size == 1 and first.isupper() and 2 <= len(first) <= 6 and first.isalpha():
            return Guess(start, end, "ORG", "acronym")
        if 2 <= size <= 4 and after in self._lists["speech_verb"]:
            return Guess(start, end, "PER", "speech-verb", sure=True)
        if size >= 2 and before in self._lists["role"]:
            return Guess(start, end, "PER", "role", sure=True)
        if 2 <= size <= 4 and before == ")" and self._holds_office(words, start):
            return Guess(start, end, "PER", "apposition", sure=True)
        last_kinds = self._lists.word_kinds(last)
        if 2 <= size <= 4 and "surname" in last_kinds:
            return Guess(start, end, "PER", "surname")
        if size == 1 and words[start].first and first.lower() in self._ordinary:
            return None
        if after in self._lists["speech_verb"]:
            return Guess(start, end, "PER", "speech-verb")
        if before in ("in", "at", "from", "near", "to") and size <= 2:
            return Guess(start, end, "LOC", "preposition")
        if size == 1 and ("surname" in kinds or any(kind in GIVEN for kind in kinds)):
            return Guess(start, end, "PER", "one-name")
        if 2 <= size <= 3:
            return Guess(start, end, "PER", "two-words")
        if size > 3:
            return Guess(start, end, "ORG", "many-words")
        return None

    def _holds_office(self, words: Sequence[Word], start: int) -> bool:
        """Whether "the director of the School of Mines (BSM)" stands right before a word."""
        if start < 3 or words[start - 3].text != "(" or not words[start - 2].text[:2].isupper():
            return False
        before = [word.text for word in words[max(0, start - OFFICE_REACH) : start - 3]]
        return any(
            text.lower() in self._lists["role"] and following in ("of", "for", "at")
            for text, following in pairwise(before)
        )
