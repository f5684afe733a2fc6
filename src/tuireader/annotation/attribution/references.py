"""Every place where the article means one of its people without a name, as far as that is sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tuireader.annotation.annotation import Entity, Label, Quote, Reference, ReferenceKind
from tuireader.annotation.attribution.descriptions import Description
from tuireader.annotation.attribution.discourse import Discourse
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.person_nouns import LISTED
from tuireader.annotation.attribution.salience import Salience, shares
from tuireader.annotation.references import FIRST_PERSON

SURE_PRONOUN = 0.7
"""Pronouns with a smaller share are left out."""
SURE_ROLE = 0.7
"""Descriptions less sure than this are left out."""
SURE_SPEAKER = 0.7
"""The "I" of quotes whose speaker is less sure is left out."""
_ARTICLES = frozenset({"the", "a", "an"})
_STRANGE = 1.5
"""How much more a pronoun in a quote means somebody whom nothing here names."""


class References:
    """Finds the references of one article, once its quotes have their speakers."""

    def __init__(
        self, discourse: Discourse, quotes: Sequence[Quote], entities: Sequence[Entity]
    ) -> None:
        self.discourse = discourse
        self.words = discourse.words
        self.quotes = quotes
        self._people = frozenset(e.id for e in entities if e.label is Label.PERSON)
        self._by_id = {person.id: person for person in discourse.people.all if person.id}

    def all(self) -> Mapping[str, tuple[Reference, ...]]:
        """Return the references of each entity by its id, in order of the text.

        Only for English: for other languages it is not measured how sure they are.
        """
        found: dict[str, list[Reference]] = defaultdict(list)
        if self.discourse.cues.language != LISTED:
            return {}
        self.discourse.read_to(len(self.words))
        for person, reference in (*self._outside(), *self._descriptions(), *self._inside()):
            if person.id in self._people:
                found[person.id or ""].append(reference)
        return {
            who: tuple(sorted(each, key=lambda reference: reference.start))
            for who, each in found.items()
        }

    def stated_roles(self) -> Mapping[str, tuple[str, ...]]:
        """Return for the ids of people what appositions say they are, without an article."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for description, holder in self.discourse.held.values():
            if holder is not None and holder.apposed and holder.person.id in self._people:
                words = self._role(description, holder.confidence).text.split(" ", 1)
                bare = words[-1] if words[0].lower() in _ARTICLES else " ".join(words)
                found[holder.person.id or ""].setdefault(bare)
        return {who: tuple(roles) for who, roles in found.items()}

    def _outside(self) -> Iterator[tuple[Person, Reference]]:
        for at, meaning in self.discourse.meant.items():
            if meaning is None or meaning.share < SURE_PRONOUN:
                continue
            if self.discourse.gender(at) is not Gender.THING:
                yield meaning.person, self._pronoun(at, meaning.share)

    def _descriptions(self) -> Iterator[tuple[Person, Reference]]:
        for description, holder in self.discourse.held.values():
            if holder is not None and holder.confidence >= SURE_ROLE:
                yield holder.person, self._role(description, holder.confidence)

    def _inside(self) -> Iterator[tuple[Person, Reference]]:
        """Yield the references in quotes: "I" is the speaker, "she" somebody else."""
        for at, salience in self.discourse.quoted():
            quote = self.quotes[self.words.quoted[at]]
            speaker = self._by_id.get(quote.speaker_id or "")
            gender = self.discourse.gender(at)
            if self.words.is_pronoun(at, FIRST_PERSON):
                if speaker is not None and quote.confidence >= SURE_SPEAKER:
                    yield speaker, self._pronoun(at, quote.confidence)
            elif quote.speaker is not None:
                meaning = self._in_quote(at, gender, speaker, salience)
                if meaning is not None:
                    yield meaning

    def _in_quote(
        self, at: int, gender: Gender, speaker: Person | None, salience: Salience
    ) -> tuple[Person, Reference] | None:
        ranked = salience.ranked(at, gender, speaker)
        share = shares(ranked, _STRANGE)
        if not ranked or share[0] < SURE_PRONOUN:
            return None
        return ranked[0].person, self._pronoun(at, share[0])

    def _pronoun(self, at: int, confidence: float) -> Reference:
        token = self.words.tokens[at]
        end = token.start + len(self.words.lower[at])
        text = self.words.text[token.start : end]
        return Reference(token.start, end, text, ReferenceKind.PRONOUN, round(confidence, 2))

    def _role(self, description: Description, confidence: float) -> Reference:
        tokens = self.words.tokens
        start, end = tokens[description.first].start, tokens[description.end - 1].end
        text = self.words.text[start:end]
        if text.endswith(("'s", "’s")):
            text = text[:-2]
        return Reference(start, start + len(text), text, ReferenceKind.ROLE, round(confidence, 2))
