"""What an article says and who says it, as plain values over offsets into `Article.text`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """The kind of an entity, by its OntoNotes name."""

    PERSON = "PERSON"
    NORP = "NORP"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    EVENT = "EVENT"
    LAW = "LAW"
    WORK_OF_ART = "WORK_OF_ART"
    PRODUCT = "PRODUCT"
    DATE = "DATE"
    TIME = "TIME"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    QUANTITY = "QUANTITY"


class QuoteKind(StrEnum):
    """What a pair of quotation marks is there for."""

    SPEECH = "speech"
    """Somebody's words, a clause or more."""
    PARTIAL = "partial"
    """Somebody's words inside the writer's own sentence."""
    TITLE = "title"
    """The name of a work, a ship, a campaign."""
    SCARE = "scare"
    """A word that the writer holds at arm's length."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch ``[start, end)`` of `Article.text`, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named.

    Attributes:
        start: The first position, in code points.
        end: The position after the last.
        text: The words there.
        label: The kind of entity.
        confidence: From 0 to 1.
        value: The normalised value of a date, an amount or a quantity: an ISO 8601 date or
            interval, ``USD 1500000``, ``12 %``; empty where there is none.
    """

    start: int
    end: int
    text: str
    label: Label
    confidence: float = 1.0
    value: str = ""


class ReferenceKind(StrEnum):
    """How somebody is meant who is not named."""

    ROLE = "role"
    """By what they are: "the mayor", "a lawyer from Leith"."""
    PRONOUN = "pronoun"
    """By "he", "her", or "I" inside their own quote."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where an entity is meant but not named.

    Attributes:
        start: The first position, in code points.
        end: The position after the last.
        text: The words there.
        kind: How it is meant.
        confidence: From 0 to 1.
    """

    start: int
    end: int
    text: str
    kind: ReferenceKind
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something, with every place where the article names it.

    Attributes:
        id: Stable over articles: the label and the folded name, as in ``person:sergei lavrov``.
        name: The fullest name the article gives.
        label: The kind of entity.
        aliases: Other surfaces, in order of first appearance.
        mentions: In order of the text.
        gender: Of a person ``f`` or ``m`` where the pronouns of the article tell; else empty.
        roles: Of a person, what the article says they are next to their name, in its words
            ("Director General of the RIAC"), in order of first appearance.
        by_reader: Whether the reader said that it is one, of what kind, or who is meant.
        colour: What the reader's own list gives it as ``#rrggbb``; empty for that of its kind.
        note: What the reader's own list says of it.
        references: Of a person, the places where the article means them by a role or a pronoun,
            as far as that is sure; in order of the text.
    """

    id: str
    name: str
    label: Label
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    gender: str = ""
    roles: tuple[str, ...] = ()
    by_reader: bool = False
    colour: str = ""
    note: str = ""
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks (or set as a quotation), and who said it.

    Attributes:
        start: Where it starts, its opening mark included, in code points.
        end: Where it ends, its closing mark included; half-open.
        kind: What the marks are there for.
        nested: Whether it stands inside another quote.
        speaker: The full name, or the noun phrase the article uses; None where nobody is named,
            or only by a pronoun of which the article does not say who it is.
        speaker_id: The `Entity.id` of the speaker where the speaker is an entity; else None.
        mention: The words next to the quote that name the speaker ("he", "the minister").
        cue: The word or words that tie the two ("said", "according to"); may be empty.
        confidence: How sure the attribution is, from 0 to 1.
        reason: Why we think so, as a sentence for the reader.
    """

    start: int
    end: int
    kind: QuoteKind
    nested: bool = False
    speaker: str | None = None
    speaker_id: str | None = None
    mention: Span | None = None
    cue: str = ""
    confidence: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IndirectSpeech:
    """A sentence that reports what somebody said without quoting it; attributed like a quote."""

    start: int
    end: int
    speaker: str | None
    speaker_id: str | None = None
    mention: Span | None = None
    cue: str = ""
    confidence: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything found in one article.

    Attributes:
        quotes: In order of their start; an outer quote comes before the quotes in it.
        entities: In order of first mention.
        indirect: Reported speech without marks, in order.
        engine: Name and version of what made it, as `engine.engine_of` gives it.
    """

    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    indirect: tuple[IndirectSpeech, ...] = ()
    engine: str = ""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions of all entities, in order of the text."""
        return tuple(
            sorted(
                (mention for entity in self.entities for mention in entity.mentions),
                key=lambda mention: (mention.start, -mention.end),
            )
        )
