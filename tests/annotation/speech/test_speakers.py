from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annotation.speech.articles import article, speakers, spoken
from tuireader.annotation.annotation import Entity, IndirectSpeech, Label, Mention, Quote
from tuireader.annotation.quotes import find_quotes
from tuireader.annotation.speakers import attribute


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We are ready,” said Laura Bennet, a baker from Leith.", "Laura Bennet"),
        (
            "Laura Bennet, a baker, has joined in, telling a guest they were “ready.”",
            "Laura Bennet",
        ),
        ("Both men left – Laura Bennet saying it was “far too late.”", "Laura Bennet"),
        ("They liked a song called “ready for the oven” at once.", None),
        ("“We are ready,” Laura Bennet, a baker from Leith, said on Monday.", "Laura Bennet"),
        ("“We are ready,” Sen. Laura Bennet (I-Vt.) told reporters.", "Laura Bennet"),
        ("Laura Bennet, who bakes bread, said, “We are ready.”", "Laura Bennet"),
        ("In a statement on Monday, Laura Bennet warned: “We are ready.”", "Laura Bennet"),
        ("According to Laura Bennet, the ovens are “almost ready.”", "Laura Bennet"),
        ("The ovens are “almost ready,” according to Laura Bennet.", "Laura Bennet"),
        ("“All I know is that bread takes time.” — Laura Bennet", "Laura Bennet"),
        ("Laura Bennet left early, saying the ovens were “not ready.”", "Laura Bennet"),
        ("Laura Bennet called the new ovens “a plain disgrace.”", "Laura Bennet"),
        ("Laura Bennet’s claim that the ovens are “not safe” was checked.", "Laura Bennet"),
        ("The plan was described by Laura Bennet as “a plain disgrace.”", "Laura Bennet"),
        ("“We are ready,” a senior harbour official said.", "a senior harbour official"),
        ("“We are ready,” said two of the bakers.", "two of the bakers"),
        ("The company said in a letter: “We are ready.”", "The company"),
        ("“We are ready,” Laura Bennet and her crew wrote in a letter.", "Laura Bennet"),
        ("Laura Bennet and her crew wrote: “We are ready.”", "Laura Bennet"),
        ("“We are ready,” Laura Bennet and Tom Hale said.", "Laura Bennet"),
        ("“We are ready,” baker and lifeguard Laura Bennet said.", "Laura Bennet"),
        ("“We are ready,” said baker and lifeguard Laura Bennet.", "Laura Bennet"),
    ],
)
def test_the_speaker_is_found_in_the_sentence(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_a_split_quote_has_one_speaker() -> None:
    found = speakers("“It rose,” said Peter Lund, “and then it fell.” “Nobody drowned.”")
    assert set(found) == {"Peter Lund"}


def test_who_vouches_for_a_saying_did_not_say_it() -> None:
    found = speakers("“It rose,” Peter Lund said, according to a few guests, “and it fell.”")
    assert set(found) == {"Peter Lund"}


def test_words_that_hardly_name_anybody_are_no_speaker() -> None:
    assert speakers("In that year rain made “a very fair country indeed” of a desert.") == [None]


def test_whoever_is_nobody() -> None:
    assert speakers("Whoever loses must pay for “one useful thing”, say the rules.") != ["Whoever"]


def test_a_quote_without_a_cue_belongs_to_who_spoke_in_its_paragraph() -> None:
    assert speakers("“It rose,” Peter Lund said. “Then it fell within the hour.”") == [
        "Peter Lund",
        "Peter Lund",
    ]


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    assert speakers("“It rose,” Peter Lund said.", "“Then it fell within the hour.”") == [
        "Peter Lund",
        "Peter Lund",
    ]


def test_a_colon_leads_into_the_next_paragraph() -> None:
    assert speakers("Peter Lund wrote to the council:", "“It rose within the hour.”") == [
        "Peter Lund"
    ]


def test_pronouns_follow_gender() -> None:
    found = speakers(
        "Peter Lund met Mary Voss at the dam.",
        "“It rose,” she said.",
        "“It fell,” he said.",
    )
    assert found == ["Mary Voss", "Peter Lund"]


def test_a_last_name_becomes_a_full_name() -> None:
    assert speakers("Peter Lund runs the dam.", "“It rose,” Lund said.") == ["Peter Lund"]


def test_a_role_becomes_the_person_introduced_with_it() -> None:
    found = speakers(
        "Peter Lund, director of the Harbour Museum, met Mary Voss, a diver.",
        "“It rose,” the director said.",
        "“It fell,” said the diver.",
    )
    assert found == ["Peter Lund", "Mary Voss"]


def test_reported_speech_tells_who_speaks_next() -> None:
    found = speakers(
        "Peter Lund noted that the dam was old.", "“It will not hold,” the engineer said."
    )
    assert found == ["Peter Lund"]


def test_reported_speech_is_found_with_its_speaker() -> None:
    made = article("Peter Lund said that the dam was old. It rained.", language="en")
    (report,) = attribute(made, (), ()).indirect
    assert made.text[report.start : report.end] == "Peter Lund said that the dam was old."
    assert report.speaker == "Peter Lund"


def test_reported_speech_may_name_its_speaker_last() -> None:
    made = article("The dam is far too old to hold, said Peter Lund.", language="en")
    (report,) = attribute(made, (), ()).indirect
    assert report.speaker == "Peter Lund"


def test_an_entity_gives_its_name_and_id() -> None:
    made = article("“It rose,” Lund said.", language="en")
    at = made.text.index("Lund")
    entity = Entity(
        "person:peter lund",
        "Peter Lund",
        Label.PERSON,
        ("Lund",),
        (Mention(at, at + 4, "Lund", Label.PERSON),),
    )
    (quote,) = attribute(made, find_quotes(made), (entity,)).quotes
    assert (quote.speaker, quote.speaker_id) == ("Peter Lund", "person:peter lund")


def test_the_reason_names_cue_and_mention() -> None:
    (quote,) = spoken("“We are ready,” said Laura Bennet.")
    assert quote.mention is not None
    assert (quote.cue, "Laura Bennet" in quote.reason) == ("said", True)
    assert 0.5 < quote.confidence <= 1


def test_a_signature_on_its_own_line_names_the_speaker() -> None:
    assert speakers("“The dam will hold for years.”", "— Peter Lund, Leith") == ["Peter Lund"]


def test_a_transcript_names_its_speakers() -> None:
    made = (
        "Peter Lund and Mary Voss met on Monday.",
        "LUND: The dam is old.",
        "VOSS: Then call it “unsafe” and close it.",
        "LUND: Not before spring.",
        "And nobody asked us.",
        "VOSS: We are asking now.",
    )
    quotes = spoken(*made)
    outer = [quote for quote in quotes if not quote.nested]
    text = "\n\n".join(made)
    assert [text[quote.start : quote.end] for quote in outer] == [
        "The dam is old.",
        "Then call it “unsafe” and close it.",
        "Not before spring.",
        "And nobody asked us.",
        "We are asking now.",
    ]
    lund, voss = "Peter Lund", "Mary Voss"
    assert [quote.speaker for quote in outer] == [lund, voss, lund, lund, voss]
    assert sum(quote.nested for quote in quotes) == 1


def test_an_interview_gives_the_answers_to_the_one_it_is_about() -> None:
    found = speakers(
        "Mary Voss has dived at the dam for years.",
        "Q: Is it safe?",
        "A: It is not, and never was.",
        "Q: What now?",
        "A: We close it and wait.",
    )
    assert found == [None, "Mary Voss", None, "Mary Voss"]


def test_labels_that_are_not_repeated_make_no_transcript() -> None:
    assert speakers("When: on Monday.", "Where: at the dam.", "Who: all of us.") == []


def test_nobody_is_invented() -> None:
    assert speakers("“This road is closed for good.”") == [None]


WORDS = [
    *("said", "he", "she", "Mr.", "Ann", "Lee", "the", "of", "to", "and", "told", "who", "calling"),
    *("by", "according", "was", "director", "der", "sagte", "dit-il", "l'avocat", "Monday", "U.S."),
    *(",", ".", ":", "—", "“", "”", "‘", "’", '"', "(", ")", "as", "put", "it", "12", "'s"),
]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=25), max_size=4),
    st.sampled_from(["en", "de", "fr", "ru"]),
)
def test_any_words_are_attributed_without_harm(lines: list[list[str]], language: str) -> None:
    made = article(*(" ".join(line) for line in lines), language=language)
    found = attribute(made, find_quotes(made), ())
    everything: list[Quote | IndirectSpeech] = [*found.quotes, *found.indirect]
    for quote in everything:
        assert 0 <= quote.confidence <= 1
        if quote.mention is not None:
            assert 0 <= quote.mention.start < quote.mention.end <= len(made.text)
            assert quote.speaker or "does not say who" in quote.reason
            assert quote.reason


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The pier was called a “plain disgrace” by Mary Voss.", "Mary Voss"),
        ("It was the “end of an era” for the town, said Mary Voss.", "Mary Voss"),
        ("“It held,” Mary Voss, a diver, told Leith Radio.", "Mary Voss"),
        ("As Mary Voss, the oldest diver in Leith, put it: “It held.”", "Mary Voss"),
        ("“It held,” chortled Mary Voss.", "Mary Voss"),
        ("“Did it hold?” asked Mary Voss.", "Mary Voss"),
        ("After Peter Lund asked about the pier, Mary Voss said: “It held.”", "Mary Voss"),
        (
            "Mary Voss mocked the plan on Monday, saying anybody can see it is “a joke.”",
            "Mary Voss",
        ),
        ("Mary Voss said that Peter Lund thinks the pier is “a joke of a pier.”", "Mary Voss"),
        (
            "Speaking in Salem, Oregon, Mary Voss went after Lund, calling him “a fraud.”",
            "Mary Voss",
        ),
    ],
)
def test_the_speaker_is_found_past_what_stands_between(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_thing_is_nobody_a_pronoun_can_mean() -> None:
    found = speakers(
        "Mary Voss opened a box by the pier.", "“It rose,” a note said.", "“It fell,” she said."
    )
    assert found == ["a note", "Mary Voss"]


def test_a_document_with_an_article_is_not_the_last_speaker() -> None:
    found = speakers("“It rose,” Peter Lund said.", "“It fell,” the footage says.")
    assert found == ["Peter Lund", "the footage"]


def test_a_comparison_after_the_quote_names_the_speaker() -> None:
    text = "Divers say the pier is “too old to save”, as the engineer Mary Voss put it."
    assert speakers(text) == ["Mary Voss"]


def test_a_new_subject_before_a_colon_speaks() -> None:
    found = speakers("“It rose,” a diver said. Mary Voss was blunter: “It fell apart.”")
    assert found == ["a diver", "Mary Voss"]


def reported(text: str) -> tuple[IndirectSpeech, ...]:
    """Return the reported speech of a text in which no entity is known."""
    return attribute(article(text, language="en"), (), ()).indirect


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Laura Bennet, 54, of Ames, Iowa, says the ovens are old.", "Laura Bennet"),
        (
            "Sen. Laura Bennet, R-S.C., a baker by trade, said the ovens are old.",
            "Sen. Laura Bennet",
        ),
        (
            "Laura Bennet left early, saying that the town had never asked the bakers.",
            "Laura Bennet",
        ),
        ("Laura Bennet moved to Leith, but said the town had never asked her.", "Laura Bennet"),
        ("Laura Bennet said after the meeting in Leith that nobody had asked.", "Laura Bennet"),
        ("Most voters who think so are wrong, according to the Leith Herald.", "the Leith Herald"),
        ("The ovens had burned for a week, Laura Bennet said on Thursday.", "Laura Bennet"),
        ("Laura Bennet has vowed to keep the ovens of Leith burning.", "Laura Bennet"),
        ("Several bakers agreed that the ovens are far too old.", "Several bakers"),
    ],
)
def test_reported_speech_has_its_speaker(text: str, mention: str) -> None:
    (report,) = reported(text)
    assert report.mention is not None
    assert text[report.mention.start : report.mention.end] == mention


@pytest.mark.parametrize(
    "text",
    [
        "The letter came from the Illinois state capital on Monday morning.",
        "The riders went to war against all of Western thought.",
        "The bakers handed their money to voters who think they know better.",
        "The evening promised to be a warm one for the bakers of Leith.",
        "Several bakers agreed on a price for the bread of the town.",
        "The bakers pledged to Laura Bennet may yet turn to another.",
    ],
)
def test_what_only_looks_like_a_verb_of_saying_reports_nothing(text: str) -> None:
    assert reported(text) == ()
