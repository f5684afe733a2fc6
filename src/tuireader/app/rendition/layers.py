"""What can be shown over the text, each to be switched on and off by itself."""

from __future__ import annotations

from enum import StrEnum

from tuireader.annotation.annotation import Label
from tuireader.language import translated as _


class Layer(StrEnum):
    """One kind of mark over the text."""

    QUOTES = "quotes"
    REPORTED = "reported speech"
    ENTITIES = "entities"
    """All kinds of entities at once; each kind below counts only while this is on."""
    PEOPLE = "people"
    GROUPS = "nationalities and groups"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    WORKS = "events, laws and works"
    DATES = "dates and times"
    NUMBERS = "amounts"
    LINKS = "links"
    NOTES = "notes"
    HITS = "search hits"

    @property
    def label(self) -> str:
        """What it is called, in the language spoken."""
        return _(self.value)


LAYER_OF_LABEL: dict[Label, Layer] = {
    Label.PERSON: Layer.PEOPLE,
    Label.NORP: Layer.GROUPS,
    Label.ORG: Layer.ORGANISATIONS,
    Label.GPE: Layer.PLACES,
    Label.LOC: Layer.PLACES,
    Label.FAC: Layer.PLACES,
    Label.EVENT: Layer.WORKS,
    Label.LAW: Layer.WORKS,
    Label.WORK_OF_ART: Layer.WORKS,
    Label.PRODUCT: Layer.WORKS,
    Label.DATE: Layer.DATES,
    Label.TIME: Layer.DATES,
    Label.MONEY: Layer.NUMBERS,
    Label.PERCENT: Layer.NUMBERS,
    Label.QUANTITY: Layer.NUMBERS,
}

DEFAULT_LAYERS = frozenset(Layer) - {Layer.REPORTED}
"""What is shown until the reader chooses otherwise: no speech retold, which is most of any news."""
