"""From the words that name a speaker to who that is: pronouns, roles and last names."""

from __future__ import annotations

import re

from tuireader.annotation.attribution.bearers import Bearers
from tuireader.annotation.attribution.discourse import Discourse
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.person_nouns import people_nouns, person_nouns
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.pronouns import Identity, Pronouns
from tuireader.annotation.attribution.salience import shares

_SHORT_ROLE = 3
_APPOSITION = 8
_TIED_BY_PREPOSITIONS = frozenset({"fr", "es"})
_AGED = ("-jährige", "-jähriger", "-jährigen", "-year-old")
_OF_ARTICLE = {
    "die": (Gender.FEMALE,),
    "der": (Gender.MALE,),
    "the": (Gender.MALE, Gender.FEMALE),
}
_AGE_ALONE = 0.5
_VARIED = 0.55
"""For another word for somebody whom the sentences before are about."""
_AGAIN = 0.6
"""For somebody whom the article described before and never names."""
_SEVERAL = re.compile(r"[^\w\s.'’-]|\d|\b(?:and|und|et|y|e|и|і|й|та)\b")


def _is_one_name(byline: str) -> bool:
    """Whether a byline names one person and nothing else."""
    words = byline.split()
    capital = all(word[0].isupper() for word in (words[0], words[-1])) if words else False
    return capital and 2 <= len(words) <= 4 and not _SEVERAL.search(byline)


class Identities(Pronouns):
    """Finds out who is meant, remembering who spoke last."""

    def __init__(self, discourse: Discourse, byline: str = "") -> None:
        super().__init__(discourse)
        self.grammar = discourse.people.grammar
        self._for_people = person_nouns(self.cues) | people_nouns(self.cues)
        self._ends = self.grammar.function_words | self.cues.relative | self.cues.auxiliaries
        self._lower_case: set[str] | None = None
        self._strangers: dict[str, tuple[Person, frozenset[str]]] = {}
        self._writer = self._person_named(byline) if _is_one_name(byline) else None
        self._bearers = Bearers(discourse)

    def of(self, phrase: Phrase) -> Identity:
        """Return who a noun phrase stands for."""
        cues = self.cues
        if phrase.end - phrase.first == 1:
            gender = self.discourse.gender(phrase.head)
            if gender is not Gender.UNKNOWN:
                return self.pronoun(phrase, gender)
            if self.words.is_pronoun(phrase.head, cues.first):
                return self._first_person(phrase)
        if self.words.lower[phrase.head].endswith(_AGED):
            return self._of_an_age(phrase)
        phrase = self._with_role_as_head(phrase)
        named = self._bearers.named_with(phrase)
        phrase = self._bearers.by_noun(phrase)
        if named is None and not self._bearers.opens_with_role(phrase):
            named = self._name_in(phrase)
        if named is not None:
            return Identity(self._bearers.by_verb(phrase, named), 1.0)
        return self._description(phrase)

    def _with_role_as_head(self, phrase: Phrase) -> Phrase:
        """Return a phrase by its last noun, where that is for people: "Norline employees"."""
        words, last = self.words, phrase.end - 1
        if words.lower[last] in self.cues.relative:
            last -= 1
        lower, before = words.lower[last], self.people.named.get(last - 1)
        if last in self.people.named or before is None or before.human:
            return phrase
        if lower not in self._for_people or words.possessive(last - 1):
            return phrase
        titled = words.lower[phrase.head] in self.cues.titles
        led = self.people.named.get(phrase.head) is before and not titled
        return phrase._replace(head=last) if led or last == phrase.head else phrase

    def _of_an_age(self, phrase: Phrase) -> Identity:
        """Return who "die 54-Jährige" or "the 54-year-old" is: as a pronoun there would mean."""
        first = self.words.lower[phrase.first]
        salience = self.discourse.read_to(phrase.first)
        found = [
            (shares(ranked)[0], ranked[0].person)
            for gender in _OF_ARTICLE.get(first, ())
            if (ranked := salience.ranked(phrase.first, gender))
        ]
        if not found:
            return self._description(phrase)
        share, person = max(found, key=lambda each: each[0])
        how = f"“{self.text_of(phrase)}” is {person.name}"
        return Identity(person, _AGE_ALONE + (1 - _AGE_ALONE) * share, how)

    def hear(self, phrase: Phrase, identity: Identity) -> None:
        """Note who speaks at a phrase, where later words can mean them."""
        if identity.known and identity.person is not self._writer:
            self.heard(phrase.first, self._as_described(phrase, identity.person))

    def _as_described(self, phrase: Phrase, person: Person) -> Person:
        """Return whom pronouns can mean, where a speaker is only what a description says."""
        if person.places != [phrase.first]:
            return person
        self.discourse.read_to(phrase.end)
        described = self.discourse.described.get(phrase.head)
        if described is not None and described.unnamed:
            return described
        if person.human and not person.vague and not person.plural:
            self.discourse.meet(phrase.first, phrase.end, person)
        return person

    def _first_person(self, phrase: Phrase) -> Identity:
        """Return who "I" is: outside of quotes, whoever wrote the article."""
        if self._writer is None or self.words.quoted[phrase.head] >= 0:
            return self.nobody(phrase)
        text = self.text_of(phrase)
        return Identity(self._writer, 0.6, f"{text} → {self._writer.name}, who wrote the article")

    def _person_named(self, name: str) -> Person:
        known = (each for each in self.people.all if each.human and each.name == name)
        return next(known, None) or Person(name)

    def _name_in(self, phrase: Phrase) -> Person | None:
        """Return the name that is the phrase's head, ends it, or stands in apposition."""
        words = self.words
        told = self._bearers.named_before_addressee(phrase)
        if told is not None:
            return told
        if (
            self.grammar.is_proper(phrase.head)
            and not self._is_role(phrase)
            and not self._is_common(phrase)
        ):
            person = self.people.named.get(phrase.head)
            if person is not None:
                return (None if person.human else self._person_after(phrase)) or person
            first = end = phrase.head
            while first > phrase.first and (
                (self.grammar.is_proper(first - 1) and not words.possessive(first - 1))
                or words.tokens[first - 1].text == "."
            ):
                first -= 1
            linked = words.lower[phrase.head] in self.cues.bodies
            while end < phrase.end and (
                self.grammar.is_proper(end)
                or (linked and words.lower[end] == "of" and end + 1 < phrase.end)
            ):
                end += 1
            return self.people.by_name(first, max(end, phrase.head + 1))
        return self._name_after(phrase)

    def _person_after(self, phrase: Phrase) -> Person | None:
        """Return the person whose name ends a phrase that a body's begins."""
        if self.cues.nouns_capitalised:
            return self._name_after(phrase)
        last = self.people.named.get(phrase.end - 1)
        return self._name_after(phrase) if last is not None and last.human else None

    def _name_after(self, phrase: Phrase) -> Person | None:
        """Return the name that ends a phrase or stands in apposition to it."""
        words = self.words
        last = phrase.end - 1
        person = self.people.named.get(last)
        if person is not None and person.human:
            first = last
            while first > phrase.first and self.people.named.get(first - 1) is person:
                first -= 1
            if first > phrase.first and words.lower[first - 1] not in (self.grammar.small_words):
                return person
        end = self._whole(phrase)
        if end + 1 < len(words) and words.tokens[end].text == ",":
            return self._apposed(end + 1)
        return None

    def _whole(self, phrase: Phrase) -> int:
        """Return the end of a role with all that belongs to it: "le chef de la Cour des Mers"."""
        words, end = self.words, phrase.end
        if self.cues.language not in _TIED_BY_PREPOSITIONS:
            return end
        while end + 1 < len(words) and words.lower[end] in self.cues.linking:
            tied = self.grammar.phrase_right(end + 1)
            if tied is None:
                break
            end = tied.end
        return end

    def _apposed(self, at: int) -> Person | None:
        """Return who is named in "the leader, the former Danish senator Ann Lee"."""
        words, _cues = self.words, self.cues
        for place in range(at, min(at + _APPOSITION, len(words))):
            if words.tokens[place].text == "." and not words.ends[place]:
                continue
            lower = words.lower[place]
            abbreviated = words.tokens[place + 1 : place + 2]
            person = self.people.named.get(place)
            if (
                person is not None
                and person.human
                and (not abbreviated or abbreviated[0].text != "." or words.ends[place + 1])
            ):
                return None if words.possessive(place) else person
            beside = words.quoted[place] < 0 and words.block[place] == words.block[at]
            if not words.is_word(place) or not beside or self._ends_apposition(place, lower):
                return None
        return None

    def _ends_apposition(self, at: int, lower: str) -> bool:
        if lower in self._ends:
            return True
        return self.grammar.verb(at) is not None

    def _is_common(self, phrase: Phrase) -> bool:
        """Whether a word has its capital only because it begins a sentence."""
        words = self.words
        if phrase.head in self.people.named or not words.starts_sentence(phrase.head):
            return False
        following = words.lower[phrase.head + 1] if phrase.head + 1 < phrase.end else ""
        if following in self.cues.linking and words.lower[phrase.head].endswith("s"):
            return True
        return words.tokens[phrase.head].text.lower() in self._small()

    def _small(self) -> set[str]:
        if self._lower_case is None:
            self._lower_case = {
                token.text for token in self.words.tokens if token.text[0].islower()
            }
        return self._lower_case

    def _is_role(self, phrase: Phrase) -> bool:
        """Whether a phrase is a capitalised role: "the Director General of the institute"."""
        words = self.words
        if words.lower[phrase.first] not in self.cues.determiners:
            following = words.lower[phrase.head + 1] if phrase.head + 1 < phrase.end else ""
            return words.lower[phrase.head] in self.cues.titles and following in ("of", "for")
        role = words.lower[phrase.head] in self.cues.titles
        if phrase.head not in self.people.named and phrase.head - 1 in self.people.named:
            role = role or words.lower[phrase.head] in self._for_people
        return role or (bool(self.cues.nouns_capitalised) and phrase.head not in self.people.named)

    def _varied(self, phrase: Phrase, person: Person, share: float) -> Identity:
        """Return who was spoken of last and is meant by another word for them."""
        how = f"“{self.text_of(phrase)}” is {person.name}"
        return Identity(person, _VARIED + (1 - _VARIED) * share * share, how)

    def _description(self, phrase: Phrase) -> Identity:
        words, cues = self.words, self.cues
        first, head = words.lower[phrase.first], words.lower[phrase.head]
        itself = self.as_it_stands(phrase)
        definite = first in cues.definite or (not cues.definite and first not in cues.determiners)
        spoken_of = self._bearers.spoken_of(phrase) if first not in cues.definite else None
        if not definite and spoken_of is not None:
            return self._varied(phrase, *spoken_of)
        if not definite or not itself.human:
            return Identity(itself, 0.9)
        if itself.plural:
            return Identity(itself, 0.85)
        content = frozenset(
            words.lower[at]
            for at in range(phrase.first, phrase.end)
            if at != phrase.head
            and words.is_word(at)
            and words.lower[at] not in self.grammar.small_words
        )
        holder = self.discourse.holder(phrase.head, content)
        if holder is not None:
            known = holder.person
            how = f"“{self.text_of(phrase)}” is {known.name}"
            return Identity(known, holder.confidence, how)
        stranger, told = self._strangers.get(head, (None, frozenset()))
        if stranger is not None and content <= told:
            return Identity(stranger, _AGAIN)
        spoken_of = self._bearers.spoken_of(phrase)
        if spoken_of is not None:
            return self._varied(phrase, *spoken_of)
        owned = any(words.possessive(at) for at in range(phrase.first, phrase.head))
        new = head in self.discourse.introduced
        if (
            not new
            and len(content) < _SHORT_ROLE
            and self.is_agent(head)
            and not owned
            and cues.definite
        ):
            for at, person in reversed(self.spoken[-3:]):
                single = person.human and not person.plural and not person.vague
                if single and self.discourse.holders.fits(person, head) and at < phrase.first:
                    return Identity(
                        person, 0.6, f"“{self.text_of(phrase)}” is {person.name}, who spoke last"
                    )
        if self.is_agent(head):
            self._strangers[head] = (itself, content)
        return Identity(itself, 0.6)
