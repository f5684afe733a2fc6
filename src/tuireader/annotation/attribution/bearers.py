"""Whom a role means in the languages other than English.

Newspapers there name a role and then its bearer ("le maire de la ville, Paul Roux", "глава банка
Иван Рудин"), and go on with another word for them ("l’élu", "бизнесмен") where English has "he".
"""

from __future__ import annotations

from tuireader.annotation.attribution.discourse import Discourse
from tuireader.annotation.attribution.person import ARTICLES, Gender, Person
from tuireader.annotation.attribution.person_nouns import LISTED
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.salience import shares
from tuireader.annotation.attribution.words import OUTSIDE

_REACH = 18
_LONGEST = 7
_COMPOUND = 4
_CASE = 4
_SOFT_ENDINGS = "аяоеьйі"
_NEAR = 2
"""A word for somebody means who was named so many sentences before at most."""
_BEFORE_NOUNS = frozenset(
    {"ancien", "ancienne", "vieux", "vieil", "vieille", "jeune", "nouveau", "nouvelle", "petit"}
    | {"petite", "grand", "grande", "premier", "première", "même", "futur", "future"}
    | {"antiguo", "antigua", "nuevo", "nueva", "joven", "viejo", "vieja", "gran", "propio"}
    | {"propia", "mismo", "misma", "entonces", "también", "actual"}
)
_OWN = frozenset({"ses", "son", "sa", "su", "sus"})
_PARTING = ":;.!?—–"
_WOMEN = ("in", "rice", "euse", "ère", "ienne", "née", "ée", "ora", "ica", "ница", "ниця", "ка")


class Bearers:
    """Finds the bearers of the roles of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.words = discourse.words
        self.cues = cues = discourse.cues
        self.grammar = discourse.people.grammar
        self.named = discourse.people.named
        self._ends = cues.conjunctions | cues.relative | cues.auxiliaries | cues.adverbs
        self._inflects = not cues.definite
        self._before_sources = frozenset(source[-1] for source in cues.sources)
        roles = cues.titles | cues.male_nouns | cues.female_nouns
        self._compounds = tuple(role for role in roles if len(role) >= _COMPOUND)
        self._stems = frozenset(
            role[:-1] if role[-1:] in _SOFT_ENDINGS else role
            for role in (roles if self._inflects else ())
            if len(role) > _COMPOUND
        )
        self.applies = cues.language != LISTED and bool(cues.finite)

    def named_with(self, phrase: Phrase) -> Person | None:
        """Return who is named at the end of a role, past all that belongs to it.

        Args:
            phrase: A noun phrase whose head may be cut short: "президент Союза".
        """
        words, start = self.words, phrase.first
        if not self.applies or self._is_person(start) or not self._is_role(phrase):
            return None
        previous: Person | None = None
        prepositional = False
        for at in range(start + 1, min(start + _REACH, len(words))):
            if words.block[at] != words.block[start]:
                break
            if words.quoted[at] != OUTSIDE:
                continue
            person = self.named.get(at)
            if person is not None and person.human:
                if person is previous:
                    continue
                if previous is not None and not prepositional:
                    return person
                before = words.lower[at - 1]
                prepositional = before in self.cues.prepositions or self._is_owner(at - 1)
                previous = person
                continue
            if previous is not None and not prepositional:
                return previous
            if self._ends_role(at):
                break
        return None if prepositional else previous

    def named_before_addressee(self, phrase: Phrase) -> Person | None:
        """Return who speaks in "sagte Lee der Zeitung", where whom they speak to follows."""
        end = phrase.first + 1
        first = self.named.get(phrase.first)
        if not self.cues.nouns_capitalised or first is None or not first.human:
            return None
        while end < phrase.end and self.named.get(end) is first:
            end += 1
        addressed = end < phrase.end and self.words.lower[end] in ("der", "dem", "den")
        return first if addressed else None

    def by_noun(self, phrase: Phrase) -> Phrase:
        """Return a phrase by its noun, which comes first: "le groupe centriste"."""
        words, cues = self.words, self.cues
        if not self.applies or self._has_name(phrase):
            return phrase
        if cues.nouns_capitalised:
            return self._by_first_noun(phrase)
        for at in range(phrase.first, phrase.end):
            lower = words.lower[at]
            if self._inflects:
                if self._is_agent(lower) or lower in cues.bodies:
                    return Phrase(phrase.first, phrase.end, at)
            elif lower not in cues.determiners and lower not in _BEFORE_NOUNS:
                role = words.lower[phrase.first] in cues.determiners and not words.is_name(at)
                return Phrase(phrase.first, phrase.end, at) if role else phrase
        return phrase

    def _by_first_noun(self, phrase: Phrase) -> Phrase:
        """Return a phrase by its first noun, with a genitive after it: "der Chef der Stadt"."""
        words, noun = self.words, phrase.first + 1
        if noun + 1 >= phrase.end or words.lower[phrase.first] not in self.cues.determiners:
            return phrase
        genitive = words.lower[noun + 1] in self.cues.determiners
        agent = self._is_agent(words.lower[noun])
        return Phrase(phrase.first, phrase.end, noun) if genitive and agent else phrase

    def by_verb(self, phrase: Phrase, person: Person) -> Person:
        """Return who of one last name is meant, where the verb beside it has a gender: "сказала".

        Args:
            phrase: A name of one word.
            person: Who is taken for its bearer.
        """
        if not self._inflects or phrase.end - phrase.first > 1 or not person.human:
            return person
        gender = self._gender_of_verb(phrase)
        if gender is Gender.UNKNOWN or person.gender in (gender, Gender.UNKNOWN):
            return person
        last = person.name.split()[-1].lower()
        for other in self.discourse.people.all:
            if other.human and other.gender is gender and other.name.split()[-1].lower() == last:
                return other
        return person

    def _gender_of_verb(self, phrase: Phrase) -> Gender:
        words = self.words
        for at in (phrase.first - 1, phrase.end):
            if not 0 <= at < len(words) or self.grammar.verb(at) is None:
                continue
            lower = words.lower[at]
            if lower.endswith(("ла", "лась", "лася")):
                return Gender.FEMALE
            if lower.endswith(("л", "лся", "в", "вся")):
                return Gender.MALE
        return Gender.UNKNOWN

    def opens_with_role(self, phrase: Phrase) -> bool:
        """Whether a word for a person has its capital from the sentence: "Президент сказал"."""
        words, at = self.words, phrase.first
        if not self.applies or not self._inflects or phrase.head != at:
            return False
        return words.starts_sentence(at) and self._is_agent(words.lower[at])

    def spoken_of(self, phrase: Phrase) -> tuple[Person, float] | None:
        """Return who was spoken of last and can be meant by a word for a person, and how surely.

        Args:
            phrase: A noun phrase that names nobody: "la ministre", "бизнесмен".
        """
        words, cues = self.words, self.cues
        head = words.lower[phrase.head]
        first = words.lower[phrase.first]
        if not self.applies or phrase.end - phrase.first > _LONGEST or head in cues.newcomers:
            return None
        definite = first in cues.definite or (self._inflects and first not in cues.determiners)
        owned = first in _OWN and head not in cues.newcomers and not self._is_agent(head)
        if not owned and (not definite or not self._is_agent(head) or self._has_name(phrase)):
            return None
        gender = Gender.UNKNOWN if owned else self._gender(phrase)
        if gender is None:
            return None
        salience = self.discourse.read_to(phrase.first)
        genders = (gender,) if gender is not Gender.UNKNOWN else (Gender.MALE, Gender.FEMALE)
        sentence = self.discourse.clause.sentence[phrase.first]
        found = [
            (shares(ranked)[0], ranked[0].person)
            for each in genders
            if (ranked := salience.ranked(phrase.first, each))
        ]
        near = [
            (share, person)
            for share, person in found
            if person.human
            and not person.plural
            and (last := salience.sentence_of(person)) is not None
            and sentence - last <= _NEAR
        ]
        if not near:
            return None
        share, person = max(near, key=lambda each: each[0])
        return person, share

    def _is_person(self, at: int) -> bool:
        person = self.named.get(at)
        return person is not None and person.human

    def _is_owner(self, at: int) -> bool:
        """Whether a word is an article in the genitive: "die Frau des Malers"."""
        return self.words.lower[at] in ("des",) and bool(self.cues.nouns_capitalised)

    def _is_role(self, phrase: Phrase) -> bool:
        """Whether a phrase begins with a word for a person or a determiner."""
        words, cues = self.words, self.cues
        if words.lower[phrase.first] in cues.determiners:
            return True
        return any(
            self._is_agent(words.lower[at])
            for at in range(phrase.first, min(phrase.end, phrase.first + _NEAR))
        )

    def _ends_role(self, at: int) -> bool:
        words = self.words
        text, lower = words.tokens[at].text, words.lower[at]
        if text in _PARTING and not (text == "." and not words.ends[at]):
            return True
        if text == ",":
            return not self._leads_to_name(at + 1)
        if lower in self._ends and lower not in self.cues.determiners:
            return True
        return self.grammar.verb(at) is not None

    def _leads_to_name(self, at: int) -> bool:
        """Whether a name follows a comma, a title before it or not: ", Me Anne Carel"."""
        words = self.words
        for place in range(at, min(at + _NEAR, len(words))):
            if self._is_person(place):
                return True
            if words.lower[place] not in self.cues.titles and words.tokens[place].text != ".":
                return False
        return False

    def _is_agent(self, lower: str) -> bool:
        cues = self.cues
        if lower in cues.documents or lower in cues.bodies:
            return False
        if lower in cues.titles or lower in cues.male_nouns or lower in cues.female_nouns:
            return True
        last = lower.rpartition("-")[2]
        if last.endswith(self.grammar.agents) or last in cues.titles | cues.male_nouns:
            return True
        if cues.nouns_capitalised:
            return last.endswith(self._compounds)
        return self._inflects and any(lower[:-cut] in self._stems for cut in range(1, _CASE))

    def _has_name(self, phrase: Phrase) -> bool:
        """Whether somebody is named in a phrase, or it ends with a given name."""
        words, last = self.words, phrase.end - 1
        given = words.lower[last] in self.cues.male_names | self.cues.female_names
        if given and words.is_name(last):
            return True
        return any(self._is_person(at) for at in range(phrase.first, phrase.end))

    def _is_genitive(self, at: int) -> bool:
        """Whether a source is named at a token, "за словами", so that its noun is no plural."""
        return at > 0 and self.words.lower[at - 1] in self._before_sources

    def _gender(self, phrase: Phrase) -> Gender | None:
        """Return the gender that a phrase tells; None where it means several."""
        words, cues = self.words, self.cues
        first, head = words.lower[phrase.first], words.lower[phrase.head]
        woman = head in cues.female_nouns or head.endswith(_WOMEN)
        if first in ("les", "los", "las"):
            return None
        if first == "die":
            single = woman or head.endswith(("frau", "ige", "ende", "nete", "erte"))
            return Gender.FEMALE if single else None
        if first in ARTICLES:
            return ARTICLES[first]
        if head in cues.female_nouns and head not in cues.male_nouns:
            return Gender.FEMALE
        if head in cues.male_nouns and not self._inflects:
            return Gender.MALE
        if self._inflects and head.endswith(("ы", "и", "і", "ів", "ов", "ей")):
            return Gender.UNKNOWN if self._is_genitive(phrase.first) else None
        return Gender.FEMALE if woman and head not in cues.titles else Gender.UNKNOWN
