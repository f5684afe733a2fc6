"""What stands beside a subject: who shares it, what it stands for, whom it says more about."""

from __future__ import annotations

from tuireader.annotation.attribution.clauses import Clauses
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS, Verb
from tuireader.annotation.attribution.words import OUTSIDE

_AHEAD = 12
_WHOSE = 6


class Beside(Clauses):
    """Looks at the neighbours of the subjects of one article."""

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
        if self.is_proper(phrase.first) or words.lower[phrase.first] not in ("a", "an", "the"):
            return None
        name = self.phrase_left(comma - 1, start)
        if (
            name is None
            or name.end != comma
            or not self.is_proper(name.head)
            or name.first == name.head
        ):
            return None
        begins = words.starts_sentence(name.first) or words.lower[name.first - 1] == "that"
        plain = not any(
            words.lower[at] in self.cues.prepositions - {"of"} for at in range(name.first, name.end)
        )
        return name if begins and plain else None
