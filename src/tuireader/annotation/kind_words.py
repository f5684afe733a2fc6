"""What the kinds of entities are called: in lists and messages, and over many of a kind."""

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
"""As one writes them in lists of names; dates and amounts are no names."""

KIND_NAMES: Mapping[Label, str] = {
    Label.PERSON: mark("person"),
    Label.NORP: mark("nationality or group"),
    Label.ORG: mark("organisation"),
    Label.GPE: mark("country, region or town"),
    Label.LOC: mark("other place"),
    Label.FAC: mark("facility, building or site"),
    Label.EVENT: mark("event"),
    Label.LAW: mark("law or treaty"),
    Label.WORK_OF_ART: mark("work"),
    Label.PRODUCT: mark("product"),
    Label.DATE: mark("date"),
    Label.TIME: mark("time"),
    Label.MONEY: mark("amount of money"),
    Label.PERCENT: mark("percentage"),
    Label.QUANTITY: mark("quantity"),
}
"""All kinds, as one reads them on the screen."""

KIND_PLURALS: Mapping[Label, str] = {
    Label.PERSON: mark("People"),
    Label.ORG: mark("Organisations"),
    Label.GPE: mark("Countries, regions and towns"),
    Label.LOC: mark("Other places"),
    Label.FAC: mark("Buildings and sites"),
    Label.NORP: mark("Nationalities and groups"),
    Label.EVENT: mark("Events"),
    Label.LAW: mark("Laws and treaties"),
    Label.WORK_OF_ART: mark("Works"),
    Label.PRODUCT: mark("Products"),
    Label.DATE: mark("Dates"),
    Label.TIME: mark("Times"),
    Label.MONEY: mark("Amounts of money"),
    Label.PERCENT: mark("Shares"),
    Label.QUANTITY: mark("Quantities"),
}
"""All kinds, in the order in which readers want them."""
