"""How a run of text is to look, by what it is: which colour that means is the screen's affair."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple

from tuireader.annotation.annotation import Label


class Role(StrEnum):
    """What a run of text is on the page."""

    BODY = "body"
    HEADING = "heading"
    QUOTATION = "quotation"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"
    ORNAMENT = "ornament"
    """Bullets and bars, which the program adds."""
    NAME = "name"
    """A speaker's name beside or above the text."""
    RULE = "rule"
    """The name of a cleaning rule beside or after what it took out."""


class Fate(StrEnum):
    """What cleaning did to a stretch of raw text."""

    KEPT = "kept"
    REMOVED = "removed"
    PROPOSED = "proposed"
    """A rule would take it out but is not sure enough."""
    EDITED = "edited"
    LIFTED = "lifted"
    """It stands in the header now: the title, the author, the date."""


class Hit(IntEnum):
    """Whether a run is found by a search."""

    NONE = 0
    FOUND = 1
    CURRENT = 2


class Ink(NamedTuple):
    """The look of a run.

    Attributes:
        role: What it is on the page.
        voice: Whose words it is, as `Voice.key`; empty for the writer's and for nobody's.
        speech: Whether it is somebody's words between quotation marks.
        reported: Whether it is what somebody said in the writer's words; `voice` says who.
        quiet: Whether it stands in scare quotes or is a title.
        nested: Whether it is a quote inside a quote.
        label: The kind of entity it names.
        tint: The colour the reader gave that entity, as ``#rrggbb``; empty for that of its kind.
        link: The target of the link it is; empty if none.
        note: Whether a note is on it.
        hit: Whether a search found it.
        here: Whether the cursor is on its quote or mention.
        fate: What cleaning did to it.
        selected: Whether the reader selected it.
        caret: Whether it is the character at which the selection grows.
    """

    role: Role = Role.BODY
    voice: str = ""
    speech: bool = False
    reported: bool = False
    quiet: bool = False
    nested: bool = False
    label: Label | None = None
    tint: str = ""
    link: str = ""
    note: bool = False
    hit: Hit = Hit.NONE
    here: bool = False
    fate: Fate = Fate.KEPT
    selected: bool = False
    caret: bool = False


class Run(NamedTuple):
    """A stretch of a sheet's text in one ink; half-open, in code points."""

    start: int
    end: int
    ink: Ink


class Fragment(NamedTuple):
    """A piece of a painted line: its text, safe to show, and its look."""

    text: str
    ink: Ink
