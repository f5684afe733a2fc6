"""What the kinds of entities are called: on the screen, in lists of names, over many of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tuireader.annotation.annotation import Label
from tuireader.language import mark
from tuireader.language import translated as _


class Kind(NamedTuple):
    """What one kind is called, in English.

    Attributes:
        name: As it is shown and chosen.
        plural: Over many of the kind.
        words: What else it may be called where it is typed.
    """

    name: str
    plural: str
    words: tuple[str, ...] = ()


KINDS: Mapping[Label, Kind] = {
    Label.PERSON: Kind(mark("person"), mark("People")),
    Label.ORG: Kind(mark("organisation"), mark("Organisations"), ("organization",)),
    Label.GPE: Kind(
        mark("country, state or town"),
        mark("Countries, states and towns"),
        (mark("place"), mark("country"), mark("state"), mark("town")),
    ),
    Label.LOC: Kind(
        mark("region, sea or mountain"),
        mark("Regions, seas and mountains"),
        (mark("region"), mark("sea"), mark("mountain")),
    ),
    Label.FAC: Kind(
        mark("facility, building or site"),
        mark("Buildings and sites"),
        (mark("facility"), mark("building"), mark("site")),
    ),
    Label.NORP: Kind(
        mark("nationality or group"),
        mark("Nationalities and groups"),
        (mark("group"), mark("nationality")),
    ),
    Label.EVENT: Kind(mark("event"), mark("Events")),
    Label.LAW: Kind(
        mark("law or treaty"), mark("Laws and treaties"), (mark("law"), mark("treaty"))
    ),
    Label.WORK_OF_ART: Kind(mark("work"), mark("Works")),
    Label.PRODUCT: Kind(mark("product"), mark("Products")),
    Label.DATE: Kind(mark("date"), mark("Dates")),
    Label.TIME: Kind(mark("time"), mark("Times")),
    Label.MONEY: Kind(mark("amount of money"), mark("Amounts of money")),
    Label.PERCENT: Kind(mark("percentage"), mark("Shares")),
    Label.QUANTITY: Kind(mark("quantity"), mark("Quantities")),
}
"""All kinds, in the order in which readers want them."""

NAME_KINDS = tuple(KINDS)[:10]
"""Those that a name may be of: dates and amounts are no names."""

KIND_NAMES: Mapping[Label, str] = {label: kind.name for label, kind in KINDS.items()}
"""All kinds, as one reads them on the screen."""

KIND_PLURALS: Mapping[Label, str] = {label: kind.plural for label, kind in KINDS.items()}
"""All kinds, over many of each."""


def kind_called(word: str, labels: Iterable[Label] = NAME_KINDS) -> Label | None:
    """Return the kind that a word is the name of, or another word for it.

    Args:
        word: A word in English or in the language spoken; upper and lower case are alike.
        labels: The kinds it may be.
    """
    folded = word.casefold()
    called = (label for label in labels if folded in map(str.casefold, _words(KINDS[label])))
    return next(called, None)


def kind_begun(word: str, labels: Iterable[Label] = NAME_KINDS) -> Label | None:
    """Return the kind of `kind_called`, or else the first in whose name a word begins so.

    Args:
        word: A word, or the beginning of one; nothing is meant by an empty one.
        labels: The kinds it may be.
    """
    known, folded = tuple(labels), word.casefold()
    found = kind_called(word, known)
    if found is not None or not folded:
        return found
    begun = (
        label
        for label in known
        if any(f" {called.casefold()}".find(f" {folded}") >= 0 for called in _words(KINDS[label]))
    )
    return next(begun, None)


def _words(kind: Kind) -> tuple[str, ...]:
    english = (kind.name, *kind.words)
    return (*map(_, english), *english)
