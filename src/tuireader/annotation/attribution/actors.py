"""Who of an article can speak: how well words stand for a speaker, and who is there at all.

The cues name most speakers. Where the words they point to are hardly the name of anybody, whoever
the sentence or the one before it is about is likelier.
"""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.annotation.attribution.before import is_named
from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import Person
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS, CueKind
from tuireader.annotation.attribution.words import LONGEST_SENTENCE, OUTSIDE

_HARDLY = 0.5
_PLURAL = 0.95
_IN_SENTENCE = 0.39
_IS_FIRST = 0.1
_HAS_VERB = 0.12
_AFTER_PREPOSITION = -0.2
_SAME_PARAGRAPH = 0.6
_PARAGRAPH_BEFORE = 0.42
_LEFT_OUT = 0.87
_THING = 0.45


class Actors:
    """Knows who of one article can speak."""

    def __init__(self, grammar: Grammar, people: People) -> None:
        self.grammar = grammar
        self.words = grammar.words
        self.cues = grammar.cues
        self.people = people

    def standing(self, phrase: Phrase) -> float:
        """Return how well a noun phrase can stand for a speaker, from 0 to 1.

        A bare noun hardly does: it has an article in a language that has any, or is plural.
        """
        words, cues, first, head = self.words, self.cues, phrase.first, phrase.head
        lower = words.lower[head]
        named = words.is_name(first) or (
            head in self.people.named and self.people.named[head].human
        )
        if named and self._only_opens(phrase):
            return _HARDLY
        pronoun = words.is_pronoun(head, self.grammar.pronouns)
        known = named or pronoun or self._is_agent(lower)
        if known or words.lower[first] in cues.determiners or not cues.definite:
            return 1.0
        if words.lower[phrase.end - 1] in cues.relative:
            return 1.0
        if first < head and words.lower[first].endswith(("ing", "ed")):
            return _HARDLY
        return _PLURAL if lower.endswith("s") else _HARDLY

    def _only_opens(self, phrase: Phrase) -> bool:
        """Whether one word has its capital because it opens a sentence: "Consider this"."""
        words, cues, at = self.words, self.cues, phrase.first
        if phrase.end - at > 1 or at in self.people.named or not words.starts_sentence(at):
            return False
        following = words.lower[at + 1] if at + 1 < len(words) else ""
        return following in cues.determiners and not words.lower[at].endswith("s")

    def may_judge(self, phrase: Phrase) -> bool:
        """Whether a phrase is a pronoun for people, or names people or a body: no "Christmas"."""
        cues = self.cues
        if phrase.end - phrase.first == 1 and self.words.is_pronoun(
            phrase.head, cues.masculine | cues.feminine | cues.plural
        ):
            return True
        person = self.people.named.get(phrase.head)
        return person is not None and (_speaks(person) or person.vague or _is_group(person))

    def leads(self, phrase: Phrase) -> float:
        """Return how well a noun phrase before a colon can stand for a speaker, from 0 to 1."""
        words = self.words
        if not self.grammar.abroad or phrase.head in self.people.named:
            return 1.0
        if any(words.is_name(at) for at in range(phrase.first + 1, phrase.end)):
            return 1.0
        pronoun = words.is_pronoun(phrase.head, self.grammar.pronouns)
        inside = words.lower[phrase.first : phrase.end]
        someone = any(self._is_agent(word) or word in self.cues.bodies for word in inside)
        said = any(word in self.cues.documents or word in self.cues.nouns for word in inside)
        return 1.0 if pronoun or someone or said else _THING

    def among(self, frame: Frame) -> Iterator[Candidate]:
        """Yield who is named before a quote in its sentence, as the likely subject of that."""
        if is_named(self.grammar, frame.before):
            return
        end, first = 0, True
        for at in frame.before:
            phrase = self._named_from(at) if at >= end else None
            if phrase is None:
                continue
            yield Candidate(phrase, "", Rule.SUBJECT, self._weight(phrase, first))
            end, first = phrase.end, False

    def spoken_of_before(self, frame: Frame, first_token: int) -> Iterator[Candidate]:
        """Yield whom the sentence before a quote is about, where the quote begins its own.

        Args:
            frame: The quote's frame.
            first_token: The quote's first token.
        """
        words, last = self.words, first_token - 1
        if frame.before or last < 0 or first_token >= len(words) or words.quoted[last] != OUTSIDE:
            return
        weight = (
            _PARAGRAPH_BEFORE if words.block[first_token] - words.block[last] else _SAME_PARAGRAPH
        )
        yield from self._subject_before(first_token, weight)

    def unspoken(self, frame: Frame, first_token: int) -> Iterator[Candidate]:
        """Yield who is meant by a verb that leaves its subject out: "“Sí”, dijo.", "Y añadió: “".

        Args:
            frame: The quote's frame.
            first_token: The quote's first token.
        """
        if not self.cues.subject_left_out:
            return
        said = self._left_out_after(frame) or self._left_out_before(frame)
        start = frame.before[0] if frame.before else first_token
        if said and start and self.words.quoted[start - 1] == OUTSIDE:
            yield from self._subject_before(start, _LEFT_OUT)

    def _left_out_after(self, frame: Frame) -> bool:
        """Whether nothing but a verb without a subject follows a quote."""
        words, grammar = self.words, self.grammar
        inside = [at for at in frame.after if words.is_word(at)]
        while inside and grammar.is_adverbial(inside[0]):
            inside.pop(0)
        if not inside:
            return False
        verb = grammar.verb(inside[0])
        if verb is None or not verb.strong:
            return False
        following = words.lower[verb.at + 1] if verb.at + 1 < len(words) else ""
        return not following[:1].isalnum() or following in grammar.function_words

    def _left_out_before(self, frame: Frame) -> bool:
        """Whether nothing but a verb without a subject leads to a quote by a colon."""
        words, grammar = self.words, self.grammar
        if not frame.before or words.tokens[frame.before[-1]].text != ":":
            return False
        for at in frame.before[:-1]:
            lower = words.lower[at]
            if lower in self.cues.finite:
                following = words.lower[at + 1]
                return not following[:1].isalnum() or following in grammar.function_words
            if not grammar.is_adverbial(at) and lower not in COORDINATORS:
                return False
        return False

    def _subject_before(self, first_token: int, weight: float) -> Iterator[Candidate]:
        """Yield whom the sentence that ends before a token is about."""
        words, grammar, last = self.words, self.grammar, first_token - 1
        first, least = last, max(0, last - LONGEST_SENTENCE)
        while first > least and words.quoted[first] == OUTSIDE and not words.starts_sentence(first):
            first -= 1
        apart = words.block[first_token] - words.block[last]
        if words.tokens[last].text == "?" or words.quoted[first] != OUTSIDE:
            return
        if apart > 1 or not words.ends[last]:
            return
        verbs = reversed(grammar.verbs(range(first, last)))
        subjects = (grammar.subject(verb, first) for verb in verbs)
        for phrase in (grammar.main_subject(first, last), *subjects):
            if phrase is not None and self.grammar.abroad:
                phrase = self._named_from(phrase.first) or phrase
            if phrase is not None and phrase.first >= first and self._is_someone(phrase):
                yield Candidate(phrase, "", Rule.SUBJECT, weight)
                return

    def _is_someone(self, phrase: Phrase) -> bool:
        """Whether a noun phrase names a person or a body, or is a word for one."""
        words = self.words
        if words.is_pronoun(phrase.head, self.cues.subjects):
            return self._is_third_person(phrase.head)
        person = self.people.named.get(phrase.head)
        if person is not None:
            return _speaks(person)
        if self.grammar.abroad and words.lower[phrase.first] in self.cues.bodies:
            return True
        return self._is_agent(words.lower[phrase.head])

    def _is_third_person(self, at: int) -> bool:
        lower = self.words.lower[at]
        return lower not in self.cues.first and lower not in self.cues.neuter

    def _is_agent(self, lower: str) -> bool:
        cues = self.cues
        if lower in cues.titles or lower in cues.male_nouns or lower in cues.female_nouns:
            return True
        return lower.endswith(self.grammar.agents)

    def _named_from(self, at: int) -> Phrase | None:
        """Return the name or the pronoun that begins with a token and is nobody's possessive."""
        words = self.words
        if words.is_pronoun(at, self.cues.subjects):
            return Phrase(at, at + 1, at) if self._is_third_person(at) else None
        person = self.people.named.get(at)
        if person is None or not _speaks(person):
            return None
        end = at + 1
        while end < len(words) and self.people.named.get(end) is person:
            end += 1
        return None if words.possessive(end - 1) else Phrase(at, end, end - 1)

    def _weight(self, phrase: Phrase, first: bool) -> float:
        words = self.words
        before = phrase.first - 1
        while before >= 0 and words.is_name(before) and not words.starts_sentence(before):
            before -= 1
        weight = _IN_SENTENCE + _IS_FIRST * first
        if before >= 0 and words.quoted[before] == OUTSIDE:
            weight += _AFTER_PREPOSITION * (words.lower[before] in self.cues.prepositions)
        if phrase.end < len(words) and self._is_verbal(phrase.end):
            weight += _HAS_VERB
        return weight

    def _is_verbal(self, at: int) -> bool:
        """Whether the word at a token may be the verb of the name before it."""
        lower = self.words.lower[at]
        if lower in self.cues.auxiliaries or lower in self.cues.relative or lower.endswith("ed"):
            return True
        verb = self.grammar.verb(at)
        return verb is not None and verb.kind is CueKind.FINITE


def _is_group(person: Person) -> bool:
    return (person.id or "").startswith("norp:")


def _speaks(person: Person) -> bool:
    return person.human or (person.id or "").startswith("org:")
