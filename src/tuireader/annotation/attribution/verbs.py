"""Verbs of saying, found with word lists and the words around them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.days import day_before
from tuireader.annotation.attribution.words import OUTSIDE, Words

COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
COORDINATORS = frozenset(
    {"and", "but", "or", "then", "und", "oder", "aber", "et", "mais", "y", "e", "pero"}
    | {"и", "но", "а", "й", "і", "та", "але"}
)
_VIEW = 20
_QUANTIFIERS = frozenset(
    {"that", "this", "all", "some", "many", "most", "few", "several", "another", "others", "one"}
)
_CLAUSE = 9
_SHORT_ADVERB = 4


class CueKind(StrEnum):
    """How a cue stands to its speaker."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    PASSIVE = "passive"
    COORDINATED = "coordinated"


class Verb(NamedTuple):
    """A verb of saying at a token.

    Attributes:
        at: The token's number.
        kind: How it stands to its speaker.
        strong: Whether it is a verb of saying, not one that governs a partial quote only.
        left: The number of the token before its auxiliaries and adverbs; may be -1.
    """

    at: int
    kind: CueKind
    strong: bool
    left: int


class Verbs:
    """Finds the verbs of saying of one article.

    Attributes:
        function_words: Prepositions and conjunctions.
        small_words: Prepositions and determiners.
        plain_adverbs: Adverbs that are no determiner as well.
        inside_verbs: Adverbs and auxiliaries.
        listed: All words that can be a verb of saying.
        pronouns: Pronouns that can be a subject, or mean several.
    """

    def __init__(self, words: Words, cues: Cues) -> None:
        self.words = words
        self.cues = cues
        self.function_words = cues.prepositions | cues.conjunctions
        self.small_words = cues.prepositions | cues.determiners
        self.plain_adverbs = cues.adverbs - cues.determiners
        self.inside_verbs = cues.adverbs | cues.auxiliaries
        self.pronouns = cues.subjects | cues.plural
        self._before_a_clause = cues.subjects | cues.relative
        self._finite = cues.finite | cues.weak_finite
        self._participles = cues.participles | cues.weak_participles
        self._bare = frozenset(
            verb
            for verb in self._finite - cues.unchanged
            if {verb + "s", verb + "es"} & self._finite
        )
        self._plurals = frozenset(
            verb + "s"
            for verb in self._bare | {verb[0].removesuffix("s") for verb in cues.phrasal}
            if verb in cues.nouns or verb in cues.ambiguous
        )
        self.listed = (
            self._finite
            | self._participles
            | cues.viewing
            | frozenset(verb[0] for verb in cues.phrasal)
        )
        self._known: dict[int, Verb | None] = {}

    def is_proper(self, at: int) -> bool:
        """Whether a token is part of a proper name, as far as its capitals say."""
        token = self.words.tokens[at].text
        if token[0].isupper():
            return True
        return (
            "-" in token and token.split("-", 1)[1][:1].isupper() and not token.startswith("anti")
        )

    def before(self, at: int) -> str:
        """Return the word before a token in its block and outside quotes, in lower case."""
        words = self.words
        if at == 0 or words.block[at - 1] != words.block[at] or words.quoted[at - 1] != OUTSIDE:
            return ""
        return words.lower[at - 1]

    def is_bare(self, at: int) -> bool:
        """Whether a verb has no ending, so that it may as well be a noun."""
        return self.words.lower[at] in self._bare

    def verb(self, at: int) -> Verb | None:
        """Return the verb of saying at a token, if there is one."""
        if self.words.lower[at] not in self.listed:
            return None
        if at not in self._known:
            self._known[at] = self._verb(at)
        return self._known[at]

    def _verb(self, at: int) -> Verb | None:
        words, cues = self.words, self.cues
        lower = words.lower[at]
        if not words.tokens[at].text[0].islower():
            return None
        before = self.before(at)
        if lower in self._participles and before not in cues.determiners:
            if before in COPULAS and lower in cues.participles:
                return Verb(at, CueKind.FINITE, True, self._left(at))
            return Verb(at, CueKind.PARTICIPLE, lower in cues.participles, at - 1)
        if lower in cues.viewing and self._as_seen(at):
            return Verb(at, CueKind.FINITE, True, at - 1)
        if lower in cues.naming and self._names(at):
            return Verb(at, CueKind.PASSIVE, False, at - 1)
        phrasal = self._phrasal(at)
        if (lower not in self._finite and not phrasal) or self._is_noun(at, before):
            return None
        return self.verb_like(at, phrasal or lower in cues.finite)

    def verb_like(self, at: int, strong: bool) -> Verb | None:
        """Return the verb that a word would be, by what stands before it.

        Args:
            at: The word's token.
            strong: Whether it is a verb of saying, not one that governs a partial quote only.
        """
        words = self.words
        lower, before = words.lower[at], self.before(at)
        if before == "to":
            return Verb(at, CueKind.INFINITIVE, strong, at - 2)
        if self._is_passive(at, before) and lower != "quoted":
            return Verb(at, CueKind.PASSIVE, strong, at - 2)
        left = self._left(at)
        if left < 0 or words.block[left] != words.block[at]:
            return Verb(at, CueKind.FINITE, strong, -1)
        if words.quoted[left] == OUTSIDE and words.lower[left] in COORDINATORS:
            return Verb(at, CueKind.COORDINATED, strong, left)
        if words.quoted[left] == OUTSIDE and words.lower[left] in ("when", "if", "as", "than"):
            return None
        return Verb(at, CueKind.FINITE, strong, left)

    def _is_passive(self, at: int, before: str) -> bool:
        """Whether a form of "be" stands before a verb, one adverb between them or not."""
        if before in self.plain_adverbs and before not in COPULAS and at > 1:
            before = self.words.lower[at - 2] if self.words.lower[at].endswith("ed") else ""
        return before in COPULAS

    def _left(self, at: int) -> int:
        """Return the token before a verb's auxiliaries and adverbs."""
        left = at - 1
        while left >= 0 and (step := self._between_subject_and_verb(left, at)):
            left -= step
        return left

    def is_adverbial(self, at: int) -> bool:
        """Whether a word can stand between a subject and its verb, or before both."""
        lower = self.words.lower[at]
        return lower in self.inside_verbs or (lower.endswith("ly") and len(lower) > _SHORT_ADVERB)

    def _names(self, at: int) -> bool:
        """Whether a verb only gives a thing its name: "a song called “Sailing Home”"."""
        words, cues = self.words, self.cues
        after = at + 1
        while after < len(words) and words.lower[after] in cues.determiners:
            after += 1
        if after >= len(words) or words.quoted[after] == OUTSIDE or at == 0:
            return False
        if self.is_proper(at - 1) or not words.is_word(at - 1):
            return False
        if words.lower[at - 1] in self._before_a_clause | cues.auxiliaries:
            return False
        for back in range(at - 1, max(-1, at - _CLAUSE), -1):
            if words.ends[back] or words.quoted[back] != OUTSIDE:
                break
            if words.lower[back] == "what":
                return False
        return True

    def _phrasal(self, at: int) -> bool:
        """Whether a verb and a small word after it make a verb of saying: "pointed out"."""
        words = self.words
        after = words.lower[at + 1] if at + 1 < len(words) else ""
        return (words.lower[at], after) in self.cues.phrasal

    def _is_noun(self, at: int, before: str) -> bool:
        """Whether the word at a token is rather a noun, by the word before it."""
        words, cues = self.words, self.cues
        if before in cues.prepositions:
            return True
        owned = before in cues.determiners or (before and words.possessive(at - 1))
        if owned and before not in _QUANTIFIERS:
            return True
        if words.lower[at] in self._plurals and self._reads_as_plural(at, before):
            return True
        if words.lower[at] in self._plurals and self._is_described(at - 1):
            return True
        if words.lower[at] not in self._bare:
            return False
        if before in ("", "to", "who") or before in cues.auxiliaries or before in cues.subjects:
            return False
        if before in cues.adverbs or before in COORDINATORS:
            return False
        return not before.endswith("s") and before not in PLURALS

    def _reads_as_plural(self, at: int, before: str) -> bool:
        """Whether "claims" or "attacks" is rather a noun in the plural."""
        words, cues = self.words, self.cues
        following = words.lower[at + 1] if at + 1 < len(words) else ""
        if before in cues.relative and following in cues.auxiliaries:
            return True
        if following == "that" and at + 2 < len(words) and before not in self._before_a_clause:
            verb = words.lower[at + 2]
            if verb in cues.auxiliaries or (verb.endswith("ed") and not self.is_proper(at - 1)):
                return True
        if before in self._before_a_clause:
            return False
        if following in (",", ":", "that", ".", "") or (
            at + 1 < len(words) and words.quoted[at + 1] != OUTSIDE
        ):
            return False
        named = bool(before) and self.is_proper(at - 1) and not words.possessive(at - 1)
        return not named or following in cues.prepositions

    def _is_described(self, at: int) -> bool:
        """Whether a word before a plural only describes it: "amid wrong claims", "raised fears"."""
        words = self.words
        lower = words.lower[at] if at > 0 else ""
        if not lower or self.is_proper(at) or not words.is_word(at) or lower in self.pronouns:
            return False
        if lower.endswith(("ed", "ing")) and len(lower) > _SHORT_ADVERB:
            return True
        before = self.before(at)
        if lower.endswith("s"):
            return False
        plural = before.endswith("s") and not words.possessive(at - 1)
        led = before in self.cues.prepositions and before != "of"
        return led or (plural and before.isalpha() and not self.is_proper(at - 1))

    def _as_seen(self, at: int) -> bool:
        """Whether a verb stands in "as he sees it"."""
        words = self.words
        if at + 1 >= len(words) or words.lower[at + 1] not in self.cues.neuter:
            return False
        for back in range(at - 1, max(-1, at - _VIEW), -1):
            if words.ends[back]:
                return False
            if words.lower[back] == "as":
                return True
        return False

    def _between_subject_and_verb(self, at: int, verb: int) -> int:
        """Return how many tokens up to one are no subject of a verb, but part it from its own."""
        words = self.words
        if words.quoted[at] != OUTSIDE or words.block[at] != words.block[verb]:
            return 0
        day = day_before(words, self.cues, at)
        if day or words.tokens[at].text[0].isupper():
            return day
        return int(self.is_adverbial(at) or words.lower[at] == "since")


PLURALS = frozenset(
    {"people", "men", "women", "police", "critics", "voters", "children", "media", "percent"}
)
