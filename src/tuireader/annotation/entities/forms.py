"""Names whose form gives them away: "Bank of Ghana", "Kingdom of Norway", "Bergen Airport"."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.entities.capitals import CALENDAR, is_capital
from tuireader.annotation.entities.lexicon import GIVEN, Lexicon, word_list
from tuireader.annotation.entities.words import Word

ORG_LINKS = word_list("org_link")
FACILITY_FIRST = word_list("facility_first")
STATE_HEADS = word_list("state_first")
STATE_WORDS = word_list("state_word")
PLACES = frozenset({"country", "province", "region", "big_city", "small_city"})
GOING_ON = frozenset({"org_head", "org_first", "org_suffix", "facility_head", "place_head"})
"""Lists of words with which a name goes on after a place: "University of California Press"."""

HEADS = (
    ("org_head", "ORG"),
    ("facility_head", "FAC"),
    ("place_head", "LOC"),
    ("law_head", "LAW"),
    ("event_head", "EVENT"),
)
"""Lists of last words, and what a name is that ends in one; the first that fits decides."""


class NameForms:
    """Finds names by the words that open or close them."""

    def __init__(self, lists: Lexicon, ordinary: frozenset[str]) -> None:
        """Prepare.

        Args:
            lists: The word lists.
            ordinary: Words common in lower case.
        """
        self._lists = lists
        self._ordinary = ordinary

    def find(self, words: Sequence[Word], start: int, end: int) -> tuple[int, int, str, str] | None:
        """Return the name of an organisation, a building or a place that its head word shows."""
        at = end - 1
        while at >= start:
            kinds = self._lists.word_kinds(words[at].text)
            following = at + 1 < len(words) and words[at + 1].text == "of"
            if "org_suffix" in kinds and at > start:
                return start, at + 1, "ORG", "suffix"
            place = self._place_of(words, start, at, kinds)
            if place:
                return place
            if ("org_first" in kinds) and at + 2 < len(words) and words[at + 1].text in (
                "of", "for", "on", "de", "del", "do", "da",
            ):  # fmt: skip
                stop = self._of_phrase(words, at + 1)
                if stop > at + 1:
                    return self._left_edge(words, start, at), stop, "ORG", "head-of"
            if at > start and not following:
                for kind, label in HEADS:
                    if kind in kinds:
                        head = self._left_edge(words, start, at)
                        if head < at:
                            return head, at + 1, label, "head"
            at -= 1
        return None

    def _place_of(
        self, words: Sequence[Word], start: int, at: int, kinds: tuple[str, ...]
    ) -> tuple[int, int, str, str] | None:
        """Return "Sultanate of Oman" as a place and "Tomb of the Unknown Soldier" as a building."""
        if at + 2 >= len(words) or words[at + 1].text not in ("of", "de", "del", "do"):
            return None
        if words[at].text in STATE_HEADS:
            match = self._lists.matches([w.text for w in words[at + 2 : at + 7]])
            if match and match[0].start == 0 and "country" in match[0].kinds:
                head = start if start < at and words[at - 1].text in STATE_WORDS else at
                return head, at + 2 + match[0].end, "LOC", "state-of"
        elif words[at].text in FACILITY_FIRST or "facility_head" in kinds:
            stop = self._of_phrase(words, at + 1)
            if stop > at + 1 and "org_head" not in kinds:
                return at, stop, "FAC", "facility-of"
        return None

    def _left_edge(self, words: Sequence[Word], start: int, head: int) -> int:
        """Return where the name ends to the left of its head word, skipping sentence openers."""
        at = start
        if words[at].first and words[at].text.lower() in self._ordinary and at < head:
            kinds = self._lists.word_kinds(words[at].text)
            if not kinds:
                at += 1
        return at

    def _of_phrase(self, words: Sequence[Word], at: int) -> int:
        """Return the end of "of the X and Y" that starts at a link word; `at` if there is none."""
        end = at
        while end < len(words):
            text = words[end].text
            if text in ORG_LINKS:
                ahead = end + 1
                while ahead < len(words) and words[ahead].text in ("the", "and"):
                    ahead += 1
                if ahead >= len(words) or not is_capital(words[ahead].text):
                    break
                if text == "in" or words[ahead].text in CALENDAR:
                    break
                if text == "and" and words[ahead].text in self._lists["org_first"]:
                    break
                if stop := self._place_end(words, ahead):
                    end = stop
                    if end < len(words) and is_capital(words[end].text):
                        break
                    continue
                end = ahead + 1
            elif is_capital(text) and text not in CALENDAR and not self._opens_person(words, end):
                end += 1
            else:
                break
        return end

    def _opens_person(self, words: Sequence[Word], at: int) -> bool:
        """Whether a person's name begins right after a country's."""
        kinds = self._lists.word_kinds(words[at].text)
        before = words[at - 1].text
        return any(kind in GIVEN for kind in kinds) and (
            before in self._lists["country"] or before in ("States", "Kingdom")
        )

    def _place_end(self, words: Sequence[Word], at: int) -> int:
        """Return where the place ends that ends a name: "of Tartu" before "Liis Kask"; or 0."""
        end = at
        while end < len(words) and is_capital(words[end].text):
            end += 1
        matches = self._lists.matches([word.text for word in words[at:end]])
        if not matches or matches[0].start or PLACES.isdisjoint(matches[0].kinds):
            return 0
        stop = at + matches[0].end
        goes_on = any(
            not GOING_ON.isdisjoint(self._lists.word_kinds(word.text))
            or not PLACES.isdisjoint(self._lists.phrase_kinds(word.text))
            for word in words[stop:end]
        )
        return 0 if goes_on else stop
