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


@cache
def person_nouns(cues: Cues) -> frozenset[str]:
    """Return the nouns, in the singular, that mean one person."""
    listed = word_list("role") | word_list("kin") | _OTHER_NOUNS
    return frozenset(listed | cues.male_nouns | cues.female_nouns) - {"mr", "mrs", "ms", "counsel"}
