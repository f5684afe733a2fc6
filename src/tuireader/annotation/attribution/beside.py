"""What stands beside a subject: who shares it, what it stands for, whom it says more about."""

from __future__ import annotations

from tuireader.annotation.attribution.clauses import Clauses
from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.person_nouns import person_nouns
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS, Verb
from tuireader.annotation.attribution.words import OUTSIDE, Words

_AHEAD = 12
_WHOSE = 6


class Beside(Clauses):
    """Looks at the neighbours of the subjects of one article."""

    def __init__(self, words: Words, cues: Cues) -> None:
        super().__init__(words, cues)
        self._people = person_nouns(cues)

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
        if left is not None and words.is_pronoun(left.head, self._lone_subjects):
            return Phrase(left.first, phrase.end, left.head)
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

    def antecedent(self, relative: int, start: int) -> Phrase | None:
        """Return what "who" or "which" stands for, the pronoun included."""
        at = relative - 1
        if at >= start and self.verb(at) is not None:
            return None
        if self.words.tokens[at].text in ",—–":
            at -= 1
        if at >= start and self.words.tokens[at].text in ",)":
            at = self.before_insertion(at, start)
        found = self.phrase_left(at, start) if at >= start else None
        return None if found is None else Phrase(found.first, relative + 1, found.head)

    def agent(self, at: int) -> Phrase | None:
        """Return who does what a passive verb says: "called a disgrace by Ann Lee".

        Args:
            at: The token after the verb.
        """
        words = self.words
        for by in range(at, min(at + _AHEAD, len(words))):
            if words.ends[by] or words.block[by] != words.block[at - 1]:
                break
            if words.lower[by] == "by" and words.quoted[by] == OUTSIDE:
                return self.phrase_right(by + 1)
        return None

    def inserted(self, verb: Verb, start: int) -> Phrase | None:
        """Return the subject in "the pier, says Ann Lee, is weak": one comma, then the verb."""
        words = self.words
        at = verb.at
        if not verb.strong or words.tokens[at - 1].text != "," or at + 1 >= len(words):
            return None
        if words.lower[at] in self.cues.addressing or words.quoted[at + 1] != OUTSIDE:
            return None
        if any(words.tokens[back].text in ",(—–" for back in range(start, at - 1)):
            return None
        phrase = self.phrase_right(at + 1)
        if phrase is None or words.lower[phrase.first] in self.cues.weekdays:
            return None
        closed = phrase.end >= len(words) or words.tokens[phrase.end].text in ",.—–:"
        named = self.is_proper(phrase.head) or words.is_pronoun(phrase.head, self.cues.subjects)
        return phrase if closed and named else None

    def apposed_to(self, phrase: Phrase, comma: int, start: int) -> Phrase | None:
        """Return the name before a comma that a phrase after it says more about."""
        words = self.words
        whose = next(
            (
                at
                for at in range(comma - 1, max(start, comma - _WHOSE), -1)
                if words.lower[at] == "whose"
            ),
            None,
        )
        if whose is not None and words.tokens[whose - 1].text == "," and whose - 2 >= start:
            return self.phrase_left(whose - 2, start)
        if not self._describes(phrase, comma):
            return None
        name = self.phrase_left(comma - 1, start)
        whole = name is not None and name.end == comma and name.first < name.head
        return name if name is not None and whole and self._opens_with_name(name) else None

    def bearer_of_several(self, phrase: Phrase, start: int) -> Phrase | None:
        """Return the name in "Ann Lee, head of sales and repairs at Norline said"."""
        words, cues, at = self.words, self.cues, phrase.first - 1
        if words.lower[at] != "and":
            return None
        while at > start and words.tokens[at].text != ",":
            lower = words.lower[at]
            parts = lower in cues.conjunctions and lower != "and"
            if parts or lower in cues.auxiliaries or not words.is_word(at):
                return None
            if phrase.first - at > _AHEAD or self.verb(at) is not None:
                return None
            at -= 1
        role = self.phrase_right(at + 1) if at > start else None
        return None if role is None else self.apposed_to(role, at, start)

    def before_place(self, comma: int, start: int) -> Phrase | None:
        """Return the name in "Ann Lee, a diver, on Facebook said" or "Ann Lee, in a letter said".

        Args:
            comma: The comma before the preposition.
            start: The first token of the sentence.
        """
        for last in (self.before_insertion(comma, start), comma - 1):
            name = self.phrase_left(last, start) if last >= start else None
            if name is not None and name.first < name.head and self._opens_with_name(name):
                return name
        return None

    def comma_before(self, phrase: Phrase, start: int) -> int:
        """Return the comma before a phrase and the bare nouns joined to it; else `OUTSIDE`."""
        words, at = self.words, phrase.first - 1
        if at > start + 1 and words.lower[at] == "and" and self._is_bare(phrase.first):
            at -= 1
            while at > start and self._is_bare(at):
                at -= 1
        return at if at >= start and words.tokens[at].text == "," else OUTSIDE

    def is_verbless(self, phrase: Phrase) -> bool:
        """Whether what looks like a phrase after "who" is no subject: "who wished to stay"."""
        words = self.words
        lower = words.lower[phrase.first]
        subject = words.is_pronoun(phrase.head, self.pronouns) or self.is_proper(phrase.first)
        return not subject and lower not in self.cues.determiners

    def may_speak(self, phrase: Phrase) -> bool:
        """Whether the head of a phrase is a name, a pronoun, or a noun for people or a body."""
        cues, lower = self.cues, self.words.lower[phrase.head]
        if self.is_proper(phrase.head) or self.words.is_pronoun(phrase.head, self.pronouns):
            return True
        listed = lower in self._people or lower in cues.titles or lower in cues.bodies
        return listed or lower.endswith((*cues.agents, "s"))

    def _is_bare(self, at: int) -> bool:
        """Whether a token is a word that is no name and no small word."""
        lower = self.words.lower[at]
        small = lower in self.small_words or lower in self.function_words
        return self.words.is_word(at) and not self.is_proper(at) and not small

    def _describes(self, phrase: Phrase, comma: int) -> bool:
        """Whether a phrase after a comma says what somebody is: "Leith’s envoy to Ames"."""
        words = self.words
        if words.lower[phrase.first] in self.cues.determiners:
            return words.lower[phrase.first] in ("a", "an", "the")
        return any(
            words.lower[at] in self._people
            and (not self.is_proper(at) or words.lower[at + 1] in self.cues.linking)
            for at in range(phrase.first, phrase.end)
        )

    def _opens_with_name(self, name: Phrase) -> bool:
        """Whether a name opens its sentence or what "that" reports."""
        words = self.words
        if not self.is_proper(name.head):
            return False
        before = name.first - 1
        begins = words.starts_sentence(name.first) or words.lower[before] == "that"
        begins = begins or words.quoted[before] != OUTSIDE
        begins = begins or (words.tokens[before].text == "," and words.starts_sentence(before - 1))
        return begins and not any(
            words.lower[at] in self.cues.prepositions - {"of"} for at in range(name.first, name.end)
        )
