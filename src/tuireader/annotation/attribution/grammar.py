"""Who does what in a clause, as far as word lists and word order say."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.attribution.clauses import Clauses
from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS, CueKind, Verb
from tuireader.annotation.attribution.words import OUTSIDE, Words

_OPENINGS = 4
_ABSOLUTE = frozenset({"with", "–", "—", "--", ";"})
_AHEAD = 12


class Grammar(Clauses):
    """Finds the subjects of the verbs of saying of one article."""

    def __init__(self, words: Words, cues: Cues) -> None:
        super().__init__(words, cues)
        self._source_words = frozenset(source[0] for source in cues.sources)

    def subject(self, verb: Verb, start: int) -> Phrase | None:
        """Return the subject of a verb, looked for between a token and the verb.

        Args:
            verb: The verb.
            start: The first token of its sentence.
        """
        words = self.words
        if verb.kind is CueKind.PASSIVE:
            return self._agent(verb.at + 1)
        if verb.kind is CueKind.PARTICIPLE:
            return self._own_subject(verb, start) or self._governing_subject(verb, start)
        if verb.kind in (CueKind.INFINITIVE, CueKind.COORDINATED):
            return self._governing_subject(verb, start)
        if verb.left < start:
            return None
        at = verb.left
        if words.lower[at] in self.cues.relative and at > start:
            return self._antecedent(at, start)
        if words.tokens[at].text in ",)—–" or words.lower[at] == "--":
            at = self.before_insertion(at, start)
            if at < start:
                return self.main_subject(start, verb.at)
        return self.phrase_left(at, start)

    def coordinated(self, phrase: Phrase, start: int) -> Phrase:
        """Return a subject with what "and" joins to it on its left, back to a token.

        Of several people, the first named is the speaker: "Ann Lee and her lawyer said". Nouns
        without an article before a name are its bearer's: "chemist and mountaineer Ann Lee said".
        """
        words = self.words
        joint = phrase.first - 1
        if joint <= start or words.lower[joint] not in COORDINATORS:
            return phrase
        left = self.phrase_left(joint - 1, start)
        if left is None or left.first != start:
            return phrase
        if self.is_proper(left.head):
            return Phrase(left.first, phrase.end, left.head)
        bare = words.lower[left.first] not in self.cues.determiners
        if bare and self.is_proper(phrase.head):
            return Phrase(left.first, phrase.end, phrase.head)
        return phrase

    def coordinated_right(self, phrase: Phrase) -> Phrase:
        """Return a phrase with the name its noun shares: "said chemist and climber Ann Lee"."""
        words = self.words
        joint = phrase.end
        if joint + 1 >= len(words) or words.lower[joint] not in COORDINATORS:
            return phrase
        if self.is_proper(phrase.head) or words.lower[phrase.first] in self.cues.determiners:
            return phrase
        right = self.phrase_right(joint + 1)
        if right is None or not self.is_proper(right.head) or self.is_proper(right.first):
            return phrase
        return Phrase(phrase.first, right.end, right.head)

    def _antecedent(self, relative: int, start: int) -> Phrase | None:
        """Return what "who" or "which" stands for, the pronoun included."""
        at = relative - 1
        if self.words.tokens[at].text in ",—–":
            at -= 1
        if at >= start and self.words.tokens[at].text in ",)":
            at = self.before_insertion(at, start)
        found = self.phrase_left(at, start) if at >= start else None
        return None if found is None else Phrase(found.first, relative + 1, found.head)

    def _agent(self, at: int) -> Phrase | None:
        words = self.words
        for by in range(at, min(at + _AHEAD, len(words))):
            if words.ends[by] or words.block[by] != words.block[at - 1]:
                break
            if words.lower[by] == "by" and words.quoted[by] == OUTSIDE:
                return self.phrase_right(by + 1)
        return None

    def _own_subject(self, verb: Verb, start: int) -> Phrase | None:
        """Return the subject in "with Ann Lee calling it"."""
        words = self.words
        at = verb.at - 1
        while at > start and (words.lower[at] in self.cues.adverbs or words.lower[at][-2:] == "ly"):
            at -= 1
        if at < start or words.quoted[at] != OUTSIDE or not self.is_proper(at):
            return None
        phrase = self.phrase_left(at, start)
        if phrase is None or words.starts_sentence(phrase.first):
            return None
        return phrase if words.lower[phrase.first - 1] in _ABSOLUTE else None

    def _governing_subject(self, verb: Verb, start: int) -> Phrase | None:
        """Return the subject of the clause that a verb without one of its own belongs to.

        The stretches between commas are tried from the nearest on: a pronoun that can only be a
        subject, the subject of another verb of saying, or the noun phrase the stretch begins with.
        """
        end = verb.at
        for _ in range(_OPENINGS):
            first = end
            while first > start and not self._parts_clauses(first - 1, verb.at):
                first -= 1
            found = self._clause_subject(first, end)
            if found is not None:
                return found
            if first <= start:
                break
            end = first - 1
        return self.main_subject(start, verb.at)

    def _parts_clauses(self, at: int, verb: int) -> bool:
        words = self.words
        if words.block[at] != words.block[verb]:
            return True
        return words.tokens[at].text in ",;—–" and words.quoted[at] == OUTSIDE

    def _clause_subject(self, first: int, end: int) -> Phrase | None:
        words = self.words
        for at in range(first, end):
            if words.quoted[at] != OUTSIDE:
                continue
            if words.is_pronoun(at, self.cues.subjects) and words.lower[at] != "it":
                return Phrase(at, at + 1, at)
            earlier = self.verb(at)
            if earlier is not None and earlier.kind is CueKind.FINITE:
                return self.subject(earlier, first)
        found = self.main_subject(first, end)
        if found is None or found.end >= end - 1:
            return None
        if self._is_loose(found) or self._is_verbal(found):
            return None
        following = words.tokens[found.end].text
        return found if following[0].islower() and following not in self.cues.prepositions else None

    def _is_verbal(self, phrase: Phrase) -> bool:
        """Whether a phrase is rather a verb and its object: "telling the crew"."""
        words = self.words
        lower = words.lower[phrase.first]
        if self.is_proper(phrase.first) or phrase.head == phrase.first:
            return False
        return lower.endswith(("ing", "ed")) and lower not in self.cues.prepositions

    def _is_loose(self, phrase: Phrase) -> bool:
        """Whether a phrase is one lower-case word that is no plural: rather a verb."""
        words = self.words
        lower = words.lower[phrase.head]
        if self.is_proper(phrase.first) or phrase.end - phrase.first > 1:
            return False
        return not words.is_pronoun(phrase.head, self.cues.subjects) and lower[-1] != "s"

    def source_at(self, at: int) -> tuple[Phrase | None, str]:
        """Return the source that a phrase such as "according to" at a token names, and the cue."""
        words = self.words
        if words.lower[at] not in self._source_words:
            return None, ""
        for source in self.cues.sources:
            if words.lower[at] == source[0] and tuple(words.lower[at : at + len(source)]) == source:
                phrase = self.phrase_right(at + len(source))
                return phrase, " ".join(source)
        return None, ""

    def verbs(self, tokens: Sequence[int]) -> list[Verb]:
        """Return the verbs of saying among some tokens."""
        return [verb for at in tokens if (verb := self.verb(at)) is not None]
