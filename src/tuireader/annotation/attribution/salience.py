"""Who stands out at a place of an article, so that a pronoun there can mean them."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tuireader.annotation.attribution.antecedents import Antecedent, Clause
from tuireader.annotation.attribution.person import Gender, Person

_FAR = 14
"""Nobody is looked for so many sentences back."""
_MOST = 40
"""Of those last meant at most so many are looked at."""

DISTANCE = (2.4, 1.2, 0.9, 0.4, -0.3)
"""For somebody last meant in the same sentence, in the one before, and so on."""
RANK = (0.9, 0.3, 0.0)
"""For the one last meant of those that fit, the one before, and the others."""
SUBJECT = 0.6
EARLIER_SUBJECT = 0.2
"""For a subject that its sentence means again as something else."""
NEAREST = 0.3
"""For the nearest subject of the pronoun's own sentence."""
PARALLEL = 0.2
"""For a subject where the pronoun is one."""
OBLIQUE = -0.6
POSSESSOR = 0.2
ANNOUNCED = 1.5
"""For the subject after a clause that opens the sentence with the pronoun in it."""
CHAIN = 0.2
"""For somebody last meant by a pronoun."""
OWN = 0.4
"""For the subject of the clause where the pronoun is a possessive."""
QUOTED = -1.5
GENDER_KNOWN = 0.4
CALLED_SO = 0.9
"""For each pronoun of the same gender, or against each of the other, that meant somebody so far."""
_VOTES = 3
_HE = {Gender.MALE: 1, Gender.FEMALE: -1}
OFTEN = 0.3
"""For the logarithm of how often somebody was meant so far."""
BLOCK = 0.4
UNNAMED = -0.8
"""For somebody who is only described, but for the subject of the pronoun's own sentence."""
SPOKE_LAST = 0.8
SPOKE_BEFORE = 0.3
"""For the last speaker, not meant in the pronoun's paragraph, which has another subject."""
TAGGED = 0.9
"""More for them right before a paragraph that opens with a quote and goes on with "he said"."""
INTRODUCED = 0.8
"""For the subject of the sentence right before such a paragraph, named there for the first time."""
LED = 0.3
"""For the first one meant in the pronoun's paragraph."""
NOBODY = 1.0
"""For that it is somebody whom nothing here names."""


@dataclass(slots=True)
class Standing:
    """How somebody stands in the text read so far.

    Attributes:
        last: Where they were last meant.
        best: Where they were last meant as a subject, if that is in the same sentence; else `last`.
        count: How often they were meant.
        he: How often a pronoun meant them, a masculine one counting as 1, a feminine one as -1.
        led: The block that they are the first person of; -1 for none.
        met: The number of the sentence in which they were first meant.
    """

    last: Antecedent
    best: Antecedent
    count: int = 1
    he: float = 0.0
    led: int = -1
    met: int = 0


class Ranked(NamedTuple):
    """Somebody a pronoun can mean, with a score; the higher the likelier."""

    score: float
    person: Person


def agrees(person: Person, gender: Gender) -> bool:
    """Whether a pronoun of some gender can mean somebody at all."""
    if gender is Gender.THING:
        return not person.human and not person.vague
    single = person.human and not person.plural and not person.vague
    return single and person.gender in (gender, Gender.UNKNOWN)


class Salience:
    """Reads the antecedents of one article in order, and says who stands out.

    Recency, subjecthood, parallel parts and being meant often speak for somebody, as in Lappin and
    Leass, "An Algorithm for Pronominal Anaphora Resolution", Computational Linguistics 20 (1994).
    """

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.words = clause.words
        self._standing: OrderedDict[int, Standing] = OrderedDict()
        self._led: set[int] = set()
        self.spoke: Person | None = None

    def enter(self, antecedent: Antecedent) -> None:
        """Take in the next antecedent."""
        person = antecedent.person
        known = self._standing.get(id(person))
        block = self.words.block[antecedent.at]
        led = -1
        if person.human and not antecedent.quoted and block not in self._led:
            self._led.add(block)
            led = block
        if known is None:
            met = self.clause.sentence[antecedent.at]
            self._standing[id(person)] = Standing(antecedent, antecedent, led=led, met=met)
            return
        known.he += _HE.get(antecedent.gender, 0)
        sentence = self.clause.sentence
        same = sentence[known.best.at] == sentence[antecedent.at]
        if not (same and known.best.subject and not antecedent.subject):
            known.best = antecedent
        known.last = antecedent
        known.count += 1
        known.led = led if led >= 0 else known.led
        self._standing.move_to_end(id(person))

    def sentence_of(self, person: Person) -> int | None:
        """Return the number of the sentence in which somebody was last meant, if any."""
        known = self._standing.get(id(person))
        return None if known is None else self.clause.sentence[known.last.at]

    def is_subject(self, person: Person, at: int) -> bool:
        """Whether somebody was a subject in the sentence of a token or in the one before."""
        known, sentence = self._standing.get(id(person)), self.clause.sentence
        if known is None or not known.best.subject:
            return False
        return sentence[at] - sentence[known.best.at] <= 1

    def ranked(
        self,
        at: int,
        gender: Gender,
        barred: Person | None = None,
        announced: Person | None = None,
    ) -> list[Ranked]:
        """Return whom a pronoun can mean, the likeliest first.

        Args:
            at: The pronoun's token.
            gender: Its gender.
            barred: Somebody whom it cannot mean.
            announced: Somebody named right after it of whom its clause may speak.
        """
        fitting = list(self._fitting(at, gender, barred))
        nearest = self._nearest_subject(fitting, at)
        led = any(each.led == self.words.block[at] and each.best.subject for each in fitting)
        tag = self.clause.is_tag(at)
        found = [
            Ranked(
                self._score(standing, at, gender, rank, led=led)
                + (NEAREST if standing is nearest else 0.0)
                + (self._leads_to_tag(standing, at) if tag else 0.0)
                + (ANNOUNCED if standing.last.person is announced else 0.0),
                standing.last.person,
            )
            for rank, standing in enumerate(fitting)
        ]
        if announced is not None and all(each.person is not announced for each in found):
            found.append(Ranked(DISTANCE[0] + ANNOUNCED, announced))
        return sorted(found, key=lambda each: -each.score)

    def _leads_to_tag(self, standing: Standing, at: int) -> float:
        """Return what speaks for somebody whose words the quote before "he said" can be."""
        sentence, best = self.clause.sentence, standing.best
        if sentence[at] - sentence[standing.last.at] > 1:
            return 0.0
        if standing.last.person is self.spoke:
            return TAGGED
        new = standing.met == sentence[standing.last.at]
        return INTRODUCED if best.subject and new else 0.0

    def _nearest_subject(self, fitting: list[Standing], at: int) -> Standing | None:
        """Return the last subject before a pronoun in its own sentence."""
        sentence, nearest = self.clause.sentence, None
        for each in fitting:
            if (
                each.best.subject
                and sentence[each.best.at] == sentence[at]
                and (nearest is None or each.best.at > nearest.best.at)
            ):
                nearest = each
        return nearest

    def _fitting(self, at: int, gender: Gender, barred: Person | None) -> Iterator[Standing]:
        sentence, looked = self.clause.sentence, 0
        bound = self.clause.is_object(at)
        for standing in reversed(self._standing.values()):
            looked += 1
            if looked > _MOST or sentence[at] - sentence[standing.last.at] > _FAR:
                return
            person = standing.last.person
            if person is barred or not agrees(person, gender) or self._names(standing.last, at):
                continue
            if bound and standing.best.subject and self.clause.in_one_clause(standing.best.at, at):
                continue
            yield standing

    def _names(self, last: Antecedent, at: int) -> bool:
        """Whether somebody is named in the very words that a pronoun after them speaks."""
        quoted, before = self.words.quoted, at - 1
        if before > 0 and self.words.tokens[before].text == ",":
            before -= 1
        return (
            last.quoted and not last.pronoun and before >= 0 and (quoted[before] == quoted[last.at])
        )

    def _score(self, standing: Standing, at: int, gender: Gender, rank: int, *, led: bool) -> float:
        words, sentence = self.words, self.clause.sentence
        last, best, person = standing.last, standing.best, standing.last.person
        apart = sentence[at] - sentence[last.at]
        score = DISTANCE[min(apart, len(DISTANCE) - 1)] + RANK[min(rank, len(RANK) - 1)]
        if best.subject:
            score += SUBJECT if best is last or last.possessor else EARLIER_SUBJECT
            score += PARALLEL if self.clause.is_subject(at) else 0.0
        elif last.oblique:
            score += OBLIQUE
        if last.possessor:
            score += POSSESSOR
        if last.pronoun and last.subject:
            score += CHAIN
        if self.clause.is_possessive(at) and best.subject:
            score += OWN if self.clause.in_one_clause(best.at, at) else 0.0
        if last.quoted and words.quoted[at] != words.quoted[last.at]:
            score += QUOTED
        if person.gender is gender:
            score += GENDER_KNOWN
        elif standing.he and gender in _HE:
            score += CALLED_SO * max(-_VOTES, min(_VOTES, standing.he * _HE[gender]))
        if words.block[last.at] == words.block[at]:
            score += BLOCK
        if standing.led == words.block[at]:
            score += LED
        if person.unnamed and not (best.subject and sentence[best.at] == sentence[at]):
            score += UNNAMED
        if person is self.spoke:
            elsewhere = led and words.block[last.at] != words.block[at]
            score += SPOKE_BEFORE if elsewhere else SPOKE_LAST
        return score + OFTEN * math.log1p(standing.count)


def shares(ranked: list[Ranked], nobody: float = NOBODY) -> list[float]:
    """Return how likely each is, as shares that with that of nobody add up to one.

    Args:
        ranked: Whom a pronoun can mean, the likeliest first.
        nobody: The score of that it is somebody else.
    """
    top = max(nobody, ranked[0].score if ranked else nobody)
    powers = [math.exp(each.score - top) for each in ranked]
    whole = sum(powers) + math.exp(nobody - top)
    return [power / whole for power in powers]
