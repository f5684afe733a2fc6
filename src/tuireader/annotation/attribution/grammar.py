"""Who does what in a clause, as far as word lists and word order say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.days import opens_day
from tuireader.annotation.attribution.inversions import Inversions
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.phrases_from import LONGEST_PHRASE
from tuireader.annotation.attribution.verbs import COORDINATORS, CueKind, Verb
from tuireader.annotation.attribution.words import OUTSIDE, Words

_OPENINGS = 4
_PARTED = 2
_ABSOLUTE = frozenset({"with", "–", "—", "--", ";"})


class Grammar(Inversions):
    """Finds the subjects of the verbs of saying of one article."""

    def __init__(self, words: Words, cues: Cues) -> None:
        super().__init__(words, cues)
        self._bare_prepositions = cues.prepositions - cues.conjunctions - {"of", "like"}
        self._no_verbs = cues.determiners | self.pronouns | cues.prepositions
        self._source_words = cues.sources_after | {source[0] for source in cues.sources}

    def subject(self, verb: Verb, start: int) -> Phrase | None:
        """Return the subject of a verb, looked for between a token and the verb.

        Args:
            verb: The verb.
            start: The first token of its sentence.
        """
        words = self.words
        if verb.kind is CueKind.PASSIVE:
            return self.agent(verb.at + 1)
        if verb.kind is CueKind.PARTICIPLE:
            return self._own_subject(verb, start) or self._governing_subject(verb, start)
        if verb.kind in (CueKind.INFINITIVE, CueKind.COORDINATED):
            return self._governing_subject(verb, start)
        after = self.after_verb(verb, start) or self.after_as(verb, start)
        after = after or self.in_body(verb, start)
        if after is not None:
            return after
        if verb.left < start:
            return None
        inserted = self.inserted(verb, start)
        if inserted is not None:
            return inserted
        at = verb.left
        if words.lower[at] in self.cues.relative and at > start:
            return self.antecedent(at, start)
        if words.tokens[at].text in ",)—–" or words.lower[at] == "--":
            at = self.before_insertion(at, start)
            if at < start:
                return self.main_subject(start, verb.at)
            if words.lower[at] == "who" and at > start:
                return self.antecedent(at, start)
        phrase = self.phrase_left(at, start)
        if phrase is not None and words.lower[phrase.head] in self.cues.mute:
            return self.main_subject(start, verb.at)
        return phrase if phrase is None else self._described(phrase, verb, start)

    def _described(self, phrase: Phrase, verb: Verb, start: int) -> Phrase:
        """Return the subject that a phrase right before a verb only says more about.

        "A source speaking to the Herald said", "but in a letter said", "Ann Lee, whose boat, the
        Tern, sank, said".
        """
        words, cues = self.words, self.cues
        before = phrase.first - 1
        if before <= start or words.quoted[before] != OUTSIDE:
            return phrase
        bearer = self.bearer_of_several(phrase, start)
        if bearer is not None:
            return bearer
        lower = words.lower[before]
        if lower in self._bare_prepositions:
            outside = before - 1
            while outside > start and words.lower[outside] in cues.auxiliaries:
                outside -= 1
            earlier = words.lower[outside]
            if words.tokens[outside].text == ",":
                return self.before_place(outside, start) or phrase
            if earlier in COORDINATORS:
                return self._governing_subject(verb, start) or phrase
            if earlier in cues.relative:
                return self.antecedent(outside, start) or phrase
            if earlier.endswith(("ing", "ed")) and not self.is_proper(before - 1):
                main = self.main_subject(start, verb.at)
                if main is None or main.end > before or main.first >= before - 1:
                    return phrase
                end = min(main.end, before - 1)
                return Phrase(main.first, end, min(main.head, end - 1))
            return phrase
        if lower == "who" and self.is_verbless(phrase):
            return self.antecedent(before, start) or phrase
        comma = self.comma_before(phrase, start)
        if comma > start:
            return self.apposed_to(phrase, comma, start) or phrase
        return phrase

    def _own_subject(self, verb: Verb, start: int) -> Phrase | None:
        """Return the subject in "with Ann Lee calling it"."""
        words = self.words
        at = verb.at - 1
        while at > start and (words.lower[at] in self.cues.adverbs or words.lower[at][-2:] == "ly"):
            at -= 1
        if at < start or words.quoted[at] != OUTSIDE:
            return None
        phrase = self.phrase_left(at, start)
        if phrase is None or words.starts_sentence(phrase.first):
            return None
        leading = words.lower[phrase.first - 1]
        if leading in COORDINATORS:
            left = self.phrase_left(phrase.first - 2, start)
            if left is not None and left.first > start:
                phrase = Phrase(left.first, phrase.end, left.head)
                leading = words.lower[left.first - 1]
        absolute = leading in _ABSOLUTE if self.is_proper(at) else leading == "with"
        return phrase if absolute else None

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
        if self._is_adverbial(first, end):
            return None
        found = self.main_subject(first, end)
        if found is None or found.end >= end - 1:
            return None
        if self._is_loose(found) or self._is_verbal(found):
            return None
        after = found.end
        if words.tokens[after].text == "(" and self.is_proper(found.head):
            after = next(
                (at + 1 for at in range(after, end) if words.tokens[at].text == ")"), after
            )
            if after >= end - 1:
                return None
        if opens_day(words, self.cues, after):
            return None
        following = words.tokens[after].text
        goes_on = following in self.cues.prepositions or following in COORDINATORS
        return found if following[0].islower() and not goes_on else None

    def _is_adverbial(self, first: int, end: int) -> bool:
        """Whether a stretch between commas has no subject: "shaking her head", "lives in Leith"."""
        words, cues = self.words, self.cues
        while first < end and (not words.is_word(first) or words.lower[first] in COORDINATORS):
            first += 1
        while first < end and words.lower[first] in self.plain_adverbs:
            first += 1
        if first >= end or self.is_proper(first) or words.quoted[first] != OUTSIDE:
            return False
        lower = words.lower[first]
        if lower.endswith("ing") and lower not in cues.prepositions:
            return True
        bare = lower not in self._no_verbs
        return bare and first + 1 < end and words.lower[first + 1] in cues.prepositions

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

    def sources(self, tokens: Sequence[int]) -> Iterator[tuple[int, Phrase, str]]:
        """Yield the sources that phrases such as "according to" among some tokens name.

        Yields:
            The place of the phrase among the tokens, the source, and the cue.
        """
        lower, listed = self.words.lower, self._source_words
        for place, at in enumerate(tokens):
            if lower[at] in listed:
                phrase, cue = self._source_at(at)
                if phrase is not None:
                    yield place, phrase, cue

    def _source_at(self, at: int) -> tuple[Phrase | None, str]:
        """Return the source that a phrase at a token names, and the cue."""
        words = self.words
        if words.lower[at] in self.cues.sources_after and at:
            return self.phrase_left(at - 1, max(0, at - LONGEST_PHRASE)), words.lower[at]
        for source in self.cues.sources:
            if words.lower[at] == source[0] and tuple(words.lower[at : at + len(source)]) == source:
                phrase = self.phrase_right(at + len(source))
                return self._whose(phrase), " ".join(source)
            if self._parted_by_pronoun(at, source):
                owner = at + 1
                return Phrase(owner, owner + 1, owner), " ".join(source)
        return None, ""

    def _whose(self, phrase: Phrase | None) -> Phrase | None:
        """Return the pronoun in "so sein Vorwurf", which says whose words they are."""
        words, cues = self.words, self.cues
        if phrase is None or not self.abroad or words.lower[phrase.head] not in cues.nouns:
            return phrase
        owner = words.lower[phrase.first]
        owned = owner in cues.masculine or owner in cues.feminine
        return Phrase(phrase.first, phrase.first + 1, phrase.first) if owned else phrase

    def _parted_by_pronoun(self, at: int, source: tuple[str, ...]) -> bool:
        """Whether a pronoun stands inside a phrase before a source: "по её словам"."""
        words, cues = self.words, self.cues
        if len(source) < _PARTED or at + len(source) >= len(words):
            return False
        parts = words.lower[at : at + len(source) + 1]
        owner = parts[1] in cues.masculine or parts[1] in cues.feminine
        return owner and (parts[0], *parts[2:]) == source

    def verbs(self, tokens: Sequence[int]) -> list[Verb]:
        """Return the verbs of saying among some tokens."""
        lower, listed = self.words.lower, self.listed
        return [
            verb for at in tokens if lower[at] in listed and (verb := self.verb(at)) is not None
        ]
