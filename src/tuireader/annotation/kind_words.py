"""The word for each kind of name, as lists of names are written and messages speak of it."""

from __future__ import annotations

from collections.abc import Mapping

from tuireader.annotation.annotation import Label
from tuireader.language import mark

KIND_WORDS: Mapping[Label, str] = {
    Label.PERSON: mark("person"),
    Label.ORG: mark("organisation"),
    Label.GPE: mark("place"),
    Label.LOC: mark("region"),
    Label.NORP: mark("group"),
    Label.FAC: mark("facility"),
    Label.EVENT: mark("event"),
    Label.LAW: mark("law"),
    Label.WORK_OF_ART: mark("work"),
    Label.PRODUCT: mark("product"),
}
"""Dates and amounts are no names."""
