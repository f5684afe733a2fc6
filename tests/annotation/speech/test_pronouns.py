from __future__ import annotations

import re

import pytest

from tests.annotation.speech.articles import article
from tuireader.annotation.annotation import Entity, Label, Mention
from tuireader.annotation.quotes import find_quotes
from tuireader.annotation.speakers import attribute


def _speakers(people: dict[str, str], *paragraphs: str) -> list[str | None]:
    """Return who says each quote, where people (last name: gender) are known as entities."""
    made = article(*paragraphs, language="en")
    entities = []
    for last, gender in people.items():
        found = list(re.finditer(rf"(?:[A-Z]\w+ )?\b{last}\b", made.text))
        name = max((match.group() for match in found), key=len)
        mentions = tuple(
            Mention(match.start(), match.end(), match.group(), Label.PERSON) for match in found
        )
        entities.append(Entity(f"person:{last}", name, Label.PERSON, (), mentions, gender=gender))
    return [q.speaker for q in attribute(made, find_quotes(made), tuple(entities)).quotes]


@pytest.mark.parametrize(("pronoun", "speaker"), [("she", "Ovidia Krell"), ("he", "Tolmer Vance")])
def test_a_pronoun_never_means_a_person_of_the_other_gender(pronoun: str, speaker: str) -> None:
    found = _speakers(
        {"Vance": "m", "Krell": "f"},
        "Ovidia Krell and Tolmer Vance share a ferry.",
        "“It leaks,” Vance said." if pronoun == "she" else "“It leaks,” Krell said.",
        f"The rain went on for a day. “It floats,” {pronoun} said.",
    )
    assert found[-1] == speaker


def test_the_last_speaker_stays_the_speaker_where_the_gender_fits() -> None:
    found = _speakers(
        {"Vance": "f", "Krell": "f"},
        "Ovidia Krell and Tolmer Vance share a ferry.",
        "“It leaks,” Vance said.",
        "The rain went on for a day. “It floats,” she said.",
    )
    assert found == ["Tolmer Vance", "Tolmer Vance"]
