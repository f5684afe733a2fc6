"""The nouns that mean one person."""

from __future__ import annotations

from functools import cache

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.entities.lexicon import word_list

LISTED = "en"
"""The language whose nouns for people are listed."""
_OTHER_NOUNS = frozenset(
    {"child", "colleague", "friend", "gentleman", "grandson", "granddaughter", "guest", "parent"}
    | {"person", "professional", "someone", "somebody", "teen", "toddler", "youth", "youngster"}
    | {"bride", "groom", "baby", "patient", "client", "customer", "caller", "commuter", "driver"}
    | {"inmate", "keeper", "master", "occupant", "pensioner", "salesman", "stranger", "user"}
)
_SEVERAL = frozenset(
    {"people", "children", "wives", "police", "couple", "pair", "duo", "trio", "twins", "family"}
    | {"crew", "staff", "team", "others", "neighbours", "neighbors", "relatives", "villagers"}
)
"""Nouns for several people without the ending of a plural, or that stand in it mostly."""


@cache
def person_nouns(cues: Cues) -> frozenset[str]:
    """Return the nouns, in the singular, that mean one person."""
    listed = word_list("role") | word_list("kin") | _OTHER_NOUNS
    return frozenset(listed | cues.male_nouns | cues.female_nouns) - {"mr", "mrs", "ms", "counsel"}


@cache
def people_nouns(cues: Cues) -> frozenset[str]:
    """Return the nouns, in the plural, that mean several people or bodies."""
    return frozenset(map(_plural, person_nouns(cues) | cues.bodies)) | _SEVERAL


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh")) else "s")
