"""The fields a query can ask for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tuireader.annotation.annotation import Label
from tuireader.library.records import AUTHOR, SOURCE, SPEAKER


class Kind(Enum):
    """What the value of a field is."""

    CHOICE = "one of a few words"
    NAME = "a name in the index"
    TEXT = "words"
    NUMBER = "a number"
    DATE = "a date"
    AGE = "an age"
    TAG = "one of the reader's tags"


@dataclass(frozen=True, slots=True)
class Field:
    """A field.

    Attributes:
        name: As it is written before the colon.
        kind: What its value is.
        help: What it finds, for the help screen and the completion.
        example: A whole test.
        choices: The values of a `Kind.CHOICE`.
        names: The kinds of `NameRecord` that a `Kind.NAME` looks at.
    """

    name: str
    kind: Kind
    help: str
    example: str
    choices: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def operators(self) -> tuple[str, ...]:
        """How it may be compared."""
        if self.kind in (Kind.NUMBER, Kind.AGE) or self.name == "date":
            return (":", "=", "<", "<=", ">", ">=")
        return (":",)


_PLACES = (Label.GPE.value, Label.LOC.value, Label.FAC.value)
_ENTITIES = (
    Label.PERSON.value,
    Label.NORP.value,
    Label.ORG.value,
    *_PLACES,
    Label.EVENT.value,
    Label.LAW.value,
    Label.WORK_OF_ART.value,
    Label.PRODUCT.value,
)
_IS = ("unread", "read", "bookmarked", "duplicate", "problem")
_HAS = ("notes", "tags", "quotes", "people", "date", "author", "source")

_ALL = (
    Field("is", Kind.CHOICE, "what you did with it, or what it is", "is:unread", _IS),
    Field("has", Kind.CHOICE, "what it has", "has:notes", _HAS),
    Field("tag", Kind.TAG, "your own tag", "tag:later"),
    Field("person", Kind.NAME, "a person it names", "person:petrić", names=(Label.PERSON.value,)),
    Field("org", Kind.NAME, "an organisation it names", "org:council", names=(Label.ORG.value,)),
    Field("place", Kind.NAME, "a place it names", "place:velm", names=_PLACES),
    Field(
        "group",
        Kind.NAME,
        "a nation, a party or a faith it names",
        "group:liberals",
        names=(Label.NORP.value,),
    ),
    Field("about", Kind.NAME, "anybody or anything it names", "about:velm", names=_ENTITIES),
    Field("speaker", Kind.NAME, "somebody it quotes", "speaker:petrić", names=(SPEAKER,)),
    Field("quote", Kind.TEXT, "words somebody says in it", 'quote:"new bridge"'),
    Field("title", Kind.TEXT, "words of its title", "title:bridge"),
    Field("source", Kind.NAME, "where it was published", "source:courier", names=(SOURCE,)),
    Field("author", Kind.NAME, "who wrote it", "author:petrić", names=(AUTHOR,)),
    Field("lang", Kind.TEXT, "its language", "lang:en"),
    Field("format", Kind.TEXT, "the format of its file", "format:html"),
    Field("path", Kind.TEXT, "a part of its file's path", "path:2019/may"),
    Field("date", Kind.DATE, "the day it was published", "date:2019-05"),
    Field("after", Kind.DATE, "published later than that", "after:2019-05-13"),
    Field("before", Kind.DATE, "published earlier than that", "before:2020"),
    Field("age", Kind.AGE, "how long ago it was published", "age<7d"),
    Field("words", Kind.NUMBER, "its length in words", "words>800"),
    Field("minutes", Kind.NUMBER, "the time it takes to read", "minutes:5..10"),
    Field("quotes", Kind.NUMBER, "how many quotes it has", "quotes>5"),
    Field("people", Kind.NUMBER, "how many people it names", "people>=3"),
)
FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
"""Every field by its name, in the order of the help."""

SORT_KEYS: dict[str, str] = {
    "date": "newest first",
    "title": "from A to Z",
    "source": "from A to Z",
    "author": "from A to Z",
    "length": "longest first",
    "quotes": "most quotes first",
    "people": "most people first",
    "unread": "unread first, then the newest",
    "relevance": "best match first",
    "path": "in the order of folders and names",
    "added": "last added first",
}
"""What the list can be sorted by, and the natural direction of each."""
