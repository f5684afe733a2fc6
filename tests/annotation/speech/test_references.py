from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annotation.speech.articles import article
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import Entity, ReferenceKind
from tuireader.annotation.corrections import QuoteCorrection, apply_corrections


def _people(*paragraphs: str, language: str = "en") -> dict[str, Entity]:
    made = article(*paragraphs, language=language)
    found = annotate(made).entities
    for entity in found:
        for reference in entity.references:
            assert made.text[reference.start : reference.end] == reference.text
    return {entity.name: entity for entity in found}


def _meant(*paragraphs: str, kind: ReferenceKind = ReferenceKind.PRONOUN) -> dict[str, list[str]]:
    """Return for each person the words of one kind that mean them."""
    found = {
        name: [each.text for each in entity.references if each.kind is kind]
        for name, entity in _people(*paragraphs).items()
    }
    return {name: words for name, words in found.items() if words}


def test_pronouns_go_to_whom_their_gender_fits() -> None:
    assert _meant(
        "Martin Okolo met Elena Fisk at the pier. She said the ferry was late. He waited with her."
    ) == {"Elena Fisk": ["She", "her"], "Martin Okolo": ["He"]}


def test_an_object_is_never_the_subject_of_its_own_clause() -> None:
    assert _meant("Martin Okolo met Peter Lund. Okolo told him the news.") == {
        "Peter Lund": ["him"]
    }


def test_a_possessive_may_be_the_subject_of_its_own_clause() -> None:
    assert _meant("Martin Okolo sold his boat.") == {"Martin Okolo": ["his"]}


def test_somebody_unnamed_in_between_takes_the_pronoun() -> None:
    assert _meant("Elena Fisk closed the ward. A nurse came in. She was crying.") == {}


def test_who_is_the_subject_of_its_clause() -> None:
    assert _meant("Elena Fisk left. A nurse who wrote to Fisk said she was tired.") == {}


def test_somebody_named_long_ago_and_in_passing_is_not_surely_meant() -> None:
    rain = "It rained. It rained again. It rained all day. It rained all night. The rain went on."
    assert _meant("The council thanked Oyvin Strale.", rain, "He was late.") == {}


def test_what_stands_behind_a_name_is_nobody_else() -> None:
    assert _meant("Peter Lund, 19, a member of the crew all his life, left. He was tired.") == {
        "Peter Lund": ["his", "He"]
    }


def test_the_first_person_in_a_quote_is_its_speaker_and_you_is_nobody() -> None:
    assert _meant("“I told you that my boat leaks,” Elena Fisk said.") == {
        "Elena Fisk": ["I", "my"]
    }


def test_the_first_person_outside_of_quotes_is_nobody() -> None:
    assert _meant("I met Elena Fisk at the pier.") == {}


def test_a_third_person_in_a_quote_is_not_its_speaker() -> None:
    text = "Martin Okolo met Peter Lund. Okolo waved. “He will be back,” Okolo said."
    assert _meant(text) == {"Peter Lund": ["He"]}


def test_a_pronoun_may_come_before_the_name_in_its_sentence() -> None:
    assert _meant("When she was nine, Elena Fisk built a boat.") == {"Elena Fisk": ["she"]}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sen. Elena Fisk voted no. The senator left early.", "The senator"),
        ("Elena Fisk, the mayor of Tarnhole, left.", "the mayor of Tarnhole"),
        ("Elena Fisk, a painter from Tarnhole, left.", "a painter"),
        ("Elena Fisk, 43, a painter, left.", "a painter"),
        ("Elena Fisk, editor of the Tarnhole Gazette, left.", "editor of the Tarnhole Gazette"),
        ("The mayor of Tarnhole, Elena Fisk, left.", "The mayor of Tarnhole"),
        ("Elena Fisk is the mayor. It rained. On Monday the mayor left.", "the mayor"),
        ("Elena Fisk was appointed director. It rained. The director's boat sank.", "The director"),
    ],
)
def test_a_role_that_the_article_states_is_a_reference(text: str, role: str) -> None:
    assert _meant(text, kind=ReferenceKind.ROLE) == {"Elena Fisk": [role]}


@pytest.mark.parametrize(
    "text",
    [
        "Elena Fisk met a senator. The senator left.",
        "Elena Fisk is the mayor.",
        "The judge, Elena Fisk said, was late.",
        "Sen. Elena Fisk and Sen. Martin Okolo voted no. The senator left.",
        "Elena Fisk left. The manager of the ferry stayed.",
        "Sen. Elena Fisk voted no. The former senator left.",
    ],
)
def test_a_role_that_is_not_surely_somebodys_is_nobodys(text: str) -> None:
    assert _meant(text, kind=ReferenceKind.ROLE) == {}


def test_of_two_who_hold_a_role_the_other_words_tell() -> None:
    assert _meant(
        "Prime Minister Elena Fisk met Foreign Minister Martin Okolo. The prime minister smiled.",
        kind=ReferenceKind.ROLE,
    ) == {"Elena Fisk": ["The prime minister"]}


def test_the_gender_is_stated_only_by_pronouns() -> None:
    found = _people("Elena Fisk rang the bell. Mr. Martin Okolo came. He was late.")
    assert found["Elena Fisk"].gender == ""
    assert found["Martin Okolo"].gender == "m"


def test_what_an_apposition_says_is_a_role() -> None:
    found = _people("Elena Fisk, the harbour master of Tarnhole, left with Peter Lund, a diver.")
    assert found["Elena Fisk"].roles == ("harbour master of Tarnhole",)
    assert found["Peter Lund"].roles == ("diver",)


def test_names_stay_the_only_mentions() -> None:
    (entity,) = (e for e in _people("Elena Fisk left. She smiled.").values() if e.references)
    assert [mention.text for mention in entity.mentions] == ["Elena Fisk"]
    assert entity.aliases == ()


def test_who_is_said_to_speak_is_the_first_person_of_the_quote() -> None:
    made = article("“My boat leaks,” Elena Fisk said to Martin Okolo.", language="en")
    found = annotate(made)
    (quote,) = found.quotes
    told = apply_corrections(found, [QuoteCorrection(quote.start, quote.end, "Martin Okolo")])
    assert {e.name: [r.text for r in e.references] for e in told.entities} == {
        "Elena Fisk": [],
        "Martin Okolo": ["My"],
    }
    nobody = apply_corrections(found, [QuoteCorrection(quote.start, quote.end, None)])
    assert all(not entity.references for entity in nobody.entities)


def test_where_the_language_is_another_nothing_is_resolved() -> None:
    found = _people("Elena Fisk ging. Sie lachte über ihn.", language="de")
    assert all(not entity.references for entity in found.values())


_PIECES = st.one_of(
    st.sampled_from(["Elena Fisk", "Martin Okolo", "Sen.", "the mayor", "a nurse", "who", "of"]),
    st.sampled_from(["she", "He", "him", "his", "her", "himself", "I", "my", "is", "said", "When"]),
    st.sampled_from(["“", "”", ",", ".", "’s", "\n\n"]),
)


@given(st.lists(_PIECES, max_size=40))
def test_references_of_any_words_stand_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    made = article(*[block for block in text.split("\n\n") if block.strip()], language="en")
    for entity in annotate(made).entities:
        places = [(each.start, each.end) for each in entity.references]
        assert places == sorted(places)
        assert all(made.text[a:b].strip() for a, b in places)
