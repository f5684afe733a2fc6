"""Someone or something that can speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Gender(StrEnum):
    """What pronouns a speaker can have."""

    MALE = "male"
    FEMALE = "female"
    THING = "thing"
    UNKNOWN = "unknown"


GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE}
"""The genders that an `Entity` can have."""

ARTICLES = {
    "der": Gender.MALE, "die": Gender.FEMALE, "le": Gender.MALE, "la": Gender.FEMALE,
    "el": Gender.MALE, "ce": Gender.MALE, "cet": Gender.MALE, "cette": Gender.FEMALE,
    "un": Gender.MALE, "une": Gender.FEMALE, "una": Gender.FEMALE, "eine": Gender.FEMALE,
    "ein": Gender.MALE, "dieser": Gender.MALE, "diese": Gender.FEMALE,
    "este": Gender.MALE, "esta": Gender.FEMALE,
}  # fmt: skip
"""Articles and the like that tell the gender of a word for a person in other languages."""


@dataclass(slots=True, eq=False)
class Person:
    """Someone or something that can speak.

    Attributes:
        name: The fullest name the article gives, or the noun phrase.
        id: The `Entity.id`, where it is an entity.
        human: Whether it is a person, as far as is known.
        plural: Whether it is several.
        vague: Whether it is a noun phrase whose noun need not be one for a person.
        gender: What pronouns fit.
        places: The numbers of the tokens at which it is named, in order.
        roles: Words that stand next to the name and say what the person is.
        offices: Those of them that are the nouns for it: "secretary" of "secretary of state".
        details: The words that stand with those nouns, and the nouns themselves.
        unnamed: Whether the article only describes the person: "a nurse".
    """

    name: str
    id: str | None = None
    human: bool = True
    plural: bool = False
    vague: bool = False
    gender: Gender = Gender.UNKNOWN
    places: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    details: set[str] = field(default_factory=set)
    unnamed: bool = False
