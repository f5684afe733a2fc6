"""What the looks of the text mean, each shown in its own look."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.annotation.annotation import Label
from tuireader.app.rendition.ink import Fate, Fragment, Hit, Ink, Role
from tuireader.app.rendition.page import BAR, GONE_BAR, HERE_BAR, NOTE_SIGN, REPORTED_BAR
from tuireader.language import mark

ANYBODY = "anybody"
"""The key of the voice in whose colour the legend shows quotes."""


class Meaning(NamedTuple):
    """A look, and what it stands for."""

    sample: Fragment
    text: str


LEGEND: tuple[Meaning, ...] = (
    Meaning(Fragment(f"{BAR} “words”", Ink(voice=ANYBODY, speech=True)), mark("somebody’s words")),
    Meaning(Fragment(f"{BAR} “words”", Ink(speech=True)), mark("words, no speaker named")),
    Meaning(
        Fragment(f"{REPORTED_BAR} words", Ink(voice=ANYBODY, reported=True)),
        mark("somebody’s words, retold"),
    ),
    Meaning(
        Fragment("‘words’", Ink(voice=ANYBODY, speech=True, nested=True)), mark("quote in a quote")
    ),
    Meaning(Fragment("“word”", Ink(quiet=True)), mark("scare quotes, a title")),
    Meaning(Fragment("Ilse Marren", Ink(label=Label.PERSON)), mark("person")),
    Meaning(Fragment("Northern Line", Ink(label=Label.ORG)), mark("organisation")),
    Meaning(Fragment("Vessmark", Ink(label=Label.GPE)), mark("place")),
    Meaning(Fragment("Vessmarkers", Ink(label=Label.NORP)), mark("nationality, group")),
    Meaning(Fragment("Harbour Act", Ink(label=Label.LAW)), mark("event, law, work")),
    Meaning(Fragment("3 June", Ink(label=Label.DATE)), mark("date, time")),
    Meaning(Fragment("1,200 crowns", Ink(label=Label.MONEY)), mark("amount")),
    Meaning(Fragment("link", Ink(link="#")), mark("link")),
    Meaning(Fragment("found", Ink(hit=Hit.FOUND)), mark("found")),
    Meaning(Fragment("found", Ink(hit=Hit.CURRENT)), mark("found, you are here")),
    Meaning(Fragment(f"{NOTE_SIGN} noted", Ink(note=True)), mark("your note")),
    Meaning(Fragment(f"{HERE_BAR} words", Ink(here=True)), mark("the cursor")),
    Meaning(Fragment(f"{GONE_BAR} words", Ink(fate=Fate.REMOVED)), mark("taken out (raw view)")),
    Meaning(Fragment("..", Ink(fate=Fate.EDITED)), mark("set right (raw view)")),
    Meaning(Fragment("words", Ink(fate=Fate.LIFTED)), mark("in the header (raw view)")),
    Meaning(Fragment("Words", Ink(Role.HEADING)), mark("heading")),
)
