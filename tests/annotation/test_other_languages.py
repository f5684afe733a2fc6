"""In languages it was not made for, the engine shows names that more than capitals speaks for."""

from __future__ import annotations

from tests.annotation.entity_helpers import names
from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.entities.lexicon import lexicon
from tuireader.annotation.entities.other_languages import other_language, sober

GERMAN = (
    "Die Regierung hat am Montag in Berlin die Förderung von Wohnungen in den Städten des Landes "
    "geregelt. Der Haushalt ist nach Angaben der Kanzlei noch nicht beschlossen. Die Ministerin "
    "Klara Vogt sagte, das Geld reiche nicht. Das Vorhaben ist für Vogt eine Frage der Zeit."
)


def left(text: str, label: Label, language: str, confidence: float = 0.7) -> list[str]:
    """Return what is left of one mention."""
    mention = Mention(10, 10 + len(text), text, label, confidence)
    found = sober([mention], language, lexicon())
    assert all(m.end == mention.end and m.end - m.start == len(m.text) for m in found)
    return [m.text for m in found]


def test_nouns_of_german_are_no_names() -> None:
    found = [text for text, label in names(GERMAN) if label != "DATE"]
    assert found == ["Berlin", "Klara Vogt", "Vogt"]


def test_a_person_begins_with_a_given_name() -> None:
    assert left("Ministerin Klara Vogt", Label.PERSON, "de") == ["Klara Vogt"]
    assert left("Mais Jeanne Moreau", Label.PERSON, "fr") == ["Jeanne Moreau"]
    assert left("Förderung von Wohnungen", Label.PERSON, "de") == []


def test_a_surname_needs_its_person() -> None:
    full = Mention(0, 10, "Klara Vogt", Label.PERSON, 0.9)
    single = Mention(20, 24, "Vogt", Label.PERSON, 0.9)
    assert sober([full, single], "de", lexicon()) == [full, single]
    assert sober([single], "de", lexicon()) == []


def test_places_and_bodies_are_listed_or_sure() -> None:
    assert left("Berlin", Label.GPE, "de") == ["Berlin"]
    assert left("Städten", Label.GPE, "de", 0.95) == []
    assert left("Haushalt", Label.ORG, "de") == []
    assert left("IG Bergbau", Label.ORG, "de") == ["IG Bergbau"]
    assert left("Banque de Morlaix", Label.ORG, "fr", 0.8) == ["Banque de Morlaix"]
    assert left("En Vidal", Label.ORG, "es", 0.6) == []


def test_english_and_other_letters_are_left_alone() -> None:
    assert left("Haushalt", Label.ORG, "en") == ["Haushalt"]
    assert left("Петров", Label.PERSON, "ru") == ["Петров"]


def test_a_list_of_names_is_in_no_other_language() -> None:
    assert other_language(GERMAN) == "de"
    assert (
        other_language("Results: A. de Vries 3, M. la Rue 4, S. Berg 5, P. Holt 9, R. Stone 8.")
        == ""
    )
    assert other_language("The talks in Oslo are over, the minister said.") == ""
