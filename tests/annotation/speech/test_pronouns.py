from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.annotation.speech.articles import article
from tuireader.annotation.annotate import annotate
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


def test_a_pronoun_that_means_nobody_named_is_no_speaker() -> None:
    made = article("The gate was shut. “It leaks,” she said. “It always did.”", language="en")
    first, second = attribute(made, find_quotes(made), ()).quotes
    for quote in (first, second):
        assert (quote.speaker, quote.speaker_id) == (None, None)
        assert quote.mention is not None
        assert made.text[quote.mention.start : quote.mention.end] == "she"
        assert "does not say who “she” is" in quote.reason


def test_an_unknown_speaker_is_not_taken_for_the_next_pronoun() -> None:
    found = _speakers(
        {"Vance": "m"},
        "“It leaks,” he said.",
        "Tolmer Vance shut the gate. “It floats,” he said.",
    )
    assert found == [None, "Tolmer Vance"]


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("As he called the ferry “a floating bathtub of rust”, Tolmer Vance left.", "Vance"),
        ("As he called the ferry “a floating bathtub of rust”, Ovidia Krell left.", None),
        ("He called it “a floating bathtub of rust”. Then Tolmer Vance left.", None),
    ],
)
def test_a_pronoun_may_mean_who_is_named_after_it_in_its_sentence(
    paragraph: str, speaker: str | None
) -> None:
    people = {n: g for n, g in (("Vance", "m"), ("Krell", "f")) if n in paragraph}
    (found,) = _speakers(people, paragraph)
    assert (found or "").endswith(speaker or "")
    assert (found is None) == (speaker is None)


@pytest.mark.parametrize(
    ("byline", "speaker"),
    [
        ("Ovidia Krell", "Ovidia Krell"),
        ("", None),
        ("Ovidia Krell and Tolmer Vance", None),
        ("the newsroom", None),
    ],
)
def test_the_first_person_is_whoever_wrote_the_article(byline: str, speaker: str | None) -> None:
    made = article("“It leaks,” I said. Tolmer nodded. “It does,” he said.", language="en")
    made = replace(made, metadata=replace(made.metadata, byline=byline))
    first, second = attribute(made, find_quotes(made), ()).quotes
    assert first.speaker == speaker
    assert second.speaker != "Ovidia Krell"


def test_a_nickname_in_marks_is_part_of_the_name() -> None:
    found = _speakers(
        {"Tolmer": "", "Vance": "m"},
        "“It leaks,” said the ferryman, Tolmer “Duck” Vance.",
        "“It floats,” Vance said.",
    )
    assert found == ["Tolmer “Duck” Vance", None, "Tolmer “Duck” Vance"]


def test_the_subject_of_the_paragraph_goes_before_the_last_speaker() -> None:
    found = _speakers(
        {"Vance": "", "Krell": ""},
        "“It leaks,” Tolmer Vance said.",
        "Ovidia Krell rang the bell twice. “It floats,” she said.",
    )
    assert found == ["Tolmer Vance", "Ovidia Krell"]


def test_who_spoke_in_another_paragraph_stands_behind_the_subject_of_this_one() -> None:
    people = {"Krell": "m", "Vance": "m", "Orme": "m", "Lisle": "m"}
    before = (
        "Tolmer Vance, the miller, and Aldo Krell, a carter, told the council on Tuesday what they "
        "knew. Vance said he had heard of no leak and no plan to mend the mill of Kester Orme."
    )
    text = (
        "Krell was the third carter on Tuesday who listened in on Orme’s talk with Warden Basil "
        "Lisle. He said there would be “a good deal of trouble” over it."
    )
    assert _speakers(people, before, text) == ["Aldo Krell"]


def test_he_said_after_a_paragraph_of_quote_is_who_spoke_right_before() -> None:
    found = _speakers(
        {"Vance": "m", "Krell": ""},
        "Tolmer Vance owns the ferry. He painted it. He sails it too, and he will sell it.",
        "Arvid Krell said nothing had been “the fault of anybody else” while Vance had the ferry.",
        "“They are a family of thieves,” he told the council.",
    )
    assert found[-1] == "Arvid Krell"


def test_she_says_after_a_paragraph_of_quote_is_whom_the_text_just_introduced() -> None:
    found = _speakers(
        {"Vance": "f", "Krell": "f"},
        "Ada Vance owns the ferry. She painted it. She sails it too, and she will sell it.",
        "Vance says it was built in Leith. She sails at noon, she says.",
        "Ovidia Krell, who runs the pier, is also selling tickets.",
        "“Nobody buys them now,” she says.",
    )
    assert found[-1] == "Ovidia Krell"


def test_several_pronouns_outweigh_a_given_name() -> None:
    made = article(
        "Abbey Lubega fed his larvae. Lubega then dried his hands and said he was tired.",
        "Timothy Wagi grows pineapples. He is old.",
        "Lubega says that larvae grow fast.",
        "“They eat all that I give them,” he added.",
        language="en",
    )
    assert [quote.speaker for quote in annotate(made).quotes] == ["Abbey Lubega"]


def test_whom_a_quote_names_before_a_comma_outside_its_marks_does_not_speak_it() -> None:
    found = _speakers(
        {"Vance": "m", "Krell": "m"},
        "The council bought a ferry of Tolmer Vance.",
        "“When I was six my uncle Arvid Krell sailed, and I went along with him”, he said.",
    )
    assert found == ["Tolmer Vance"]


def test_they_are_no_place() -> None:
    made = article(
        "The three boats moved from Leith to Oslo.",
        "They said nothing to the council. “We had a good idea, and we sold it,” they say.",
        language="en",
    )
    assert [quote.speaker for quote in annotate(made).quotes] == [None]


def test_who_is_named_right_after_he_said_is_somebody_else() -> None:
    found = _speakers(
        {"Vance": "m", "Krell": ""},
        "Tolmer Vance owns the ferry. He painted it, and he sails it too.",
        "Arvid Krell, who speaks for Vance, said nothing. Vance slept, and he was not asked.",
        "He said Vance was alone, and a sale would “ruin his life.”",
    )
    assert found == ["Arvid Krell"]


def test_an_age_means_whom_a_pronoun_would_mean() -> None:
    found = _speakers(
        {"Krell": "f", "Vance": "m"},
        "Tolmer Vance owned the ferry. Ovidia Krell bought it in May, and she painted it.",
        "“It never leaks,” said the 46-year-old.",
    )
    assert found == ["Ovidia Krell"]
