"""What the looks of the text mean, each shown in its own look."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.annotation.annotation import Label
from tuireader.app.rendition.ink import Fate, Fragment, Hit, Ink, Role
from tuireader.app.rendition.page import BAR, GONE_BAR, HERE_BAR, REPORTED_BAR

ANYBODY = "anybody"
"""The key of the voice in whose colour the legend shows quotes."""


class Meaning(NamedTuple):
    """A look, and what it stands for."""

    sample: Fragment
    text: str


LEGEND: tuple[Meaning, ...] = (
    Meaning(Fragment(f"{BAR} “words”", Ink(voice=ANYBODY, speech=True)), "somebody’s words"),
    Meaning(Fragment(f"{BAR} “words”", Ink(speech=True)), "words, no speaker named"),
    Meaning(
        Fragment(f"{REPORTED_BAR} words", Ink(voice=ANYBODY, reported=True)),
        "somebody’s words, retold",
    ),
    Meaning(Fragment("‘words’", Ink(voice=ANYBODY, speech=True, nested=True)), "quote in a quote"),
    Meaning(Fragment("“word”", Ink(quiet=True)), "scare quotes, a title"),
    Meaning(Fragment("Ilse Marren", Ink(label=Label.PERSON)), "person"),
    Meaning(Fragment("Northern Line", Ink(label=Label.ORG)), "organisation"),
    Meaning(Fragment("Vessmark", Ink(label=Label.GPE)), "place"),
    Meaning(Fragment("Vessmarkers", Ink(label=Label.NORP)), "nationality, group"),
    Meaning(Fragment("Harbour Act", Ink(label=Label.LAW)), "event, law, work"),
    Meaning(Fragment("3 June", Ink(label=Label.DATE)), "date, time"),
    Meaning(Fragment("1,200 crowns", Ink(label=Label.MONEY)), "amount"),
    Meaning(Fragment("link", Ink(link="#")), "link"),
    Meaning(Fragment("found", Ink(hit=Hit.FOUND)), "found"),
    Meaning(Fragment("found", Ink(hit=Hit.CURRENT)), "found, you are here"),
    Meaning(Fragment("noted", Ink(note=True)), "your note"),
    Meaning(Fragment(f"{HERE_BAR} words", Ink(here=True)), "the cursor"),
    Meaning(Fragment(f"{GONE_BAR} words", Ink(fate=Fate.REMOVED)), "taken out (raw view)"),
    Meaning(Fragment("..", Ink(fate=Fate.EDITED)), "set right (raw view)"),
    Meaning(Fragment("words", Ink(fate=Fate.LIFTED)), "in the header (raw view)"),
    Meaning(Fragment("Words", Ink(Role.HEADING)), "heading"),
)
