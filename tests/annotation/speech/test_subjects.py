from __future__ import annotations

import pytest

from tests.annotation.speech.articles import article, speakers, spoken
from tuireader.annotation.annotate import annotate


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("But, said Laura Bennet, “we were never asked.”", "Laura Bennet"),
        (
            "The trouble with bread, says Laura Bennet, is that it was “far too cheap.”",
            "Laura Bennet",
        ),
        ("The ovens, Laura Bennet said, called for “a great deal of care.”", "Laura Bennet"),
        (
            "Laura Bennet, celebrating a prize in her town, is pledging to “bake for everyone.”",
            "Laura Bennet",
        ),
        (
            "Laura Bennet, whose bakery, Crumb, opened in May, said rents were “far too high.”",
            "Laura Bennet",
        ),
        (
            "Laura Bennet, the owner of the oldest bakery, Crumb, said rents were “far too high.”",
            "Laura Bennet",
        ),
        (
            "Laura Bennet lives in a mill and wrote in a letter that flour was “far too dear.”",
            "Laura Bennet",
        ),
        (
            "Laura Bennet moved to Leith and in a letter called the ovens “a plain disgrace.”",
            "Laura Bennet",
        ),
        (
            "Laura Bennet, who has in the past called bread “a plain disgrace,” left.",
            "Laura Bennet",
        ),
        ("A baker speaking to the Leith Herald said, “We were never asked.”", "A baker"),
        ("Calling the ovens “a plain disgrace,” Laura Bennet left the hall.", "Laura Bennet"),
        (
            "Laura Bennet said in her letter that the town should show “a little more patience.”",
            "Laura Bennet",
        ),
        (
            "Laura Bennet came under fire over her claim in May that bread “can never be cheap.”",
            "Laura Bennet",
        ),
        (
            "Laura Bennet said, shaking her head, then her fist, that bread was “far too dear.”",
            "Laura Bennet",
        ),
        (
            "“We bake,” Laura Bennet, a fellow of the school in Leith, Scotland, and author of a "
            "book, said.",
            "Laura Bennet",
        ),
        (
            "She heard three bakers, including a retired miller who called bread “too cheap.”",
            "a retired miller",
        ),
        (
            "The guild published two long reports that described bread as “far too dear.”",
            "two long reports",
        ),
    ],
)
def test_the_subject_is_found_in_a_long_clause(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_what_is_claimed_in_one_quote_is_not_the_source_of_the_next() -> None:
    text = (
        "Laura Bennet, a baker of the town, told the Leith Herald’s editor Ann Lee on Monday that "
        "the guild’s claim “is plainly false,” and that “the council never asked us about bread.”"
    )
    assert speakers(text) == ["Laura Bennet", "Laura Bennet"]


def test_the_quote_may_go_on_outside_of_its_marks_before_who_said_it() -> None:
    said = "“The guild wants more bread than the old loaf” announced in May, said Laura Bennet."
    assert speakers("Two millers said that bread was dear.", said) == ["Laura Bennet"]


def test_a_word_that_only_opens_the_sentence_is_nobody() -> None:
    assert speakers("Consider this sign of 2014 — “Don’t knead and drive,” meant for bakers.") == [
        None
    ]


def test_a_question_before_a_quote_is_not_about_its_speaker() -> None:
    assert speakers("Does Laura Bennet Bake?", "“It was bread, and we ate it warm.”") == [None]


def test_somebody_else_s_mother_is_not_the_last_speaker() -> None:
    _, second = spoken(
        "“Bread is dear,” said a baker.",
        "The victim’s mother testified, describing the oven as “hot, old and far too small.”",
    )
    assert second.speaker == "The victim’s mother"


def test_a_sentence_that_only_says_who_spoke_belongs_to_the_quote_before() -> None:
    assert speakers("Peter Lund left early.\n\n“We were never asked.” Laura Bennet said.") == [
        "Laura Bennet"
    ]


def test_an_unfinished_quote_is_not_the_end_of_its_sentence() -> None:
    text = "Peter Lund asked, “Who wants to go?”\n\n“Well, I was going to…” Laura Bennet said."
    assert speakers(text) == ["Peter Lund", "Laura Bennet"]


def test_whom_the_sentence_before_is_about_speaks_next() -> None:
    text = ("“It rose,” said Peter Lund.", "Laura Bennet agreed. “Nobody told us about it.”")
    made = article(*text, language="en")
    assert [quote.speaker for quote in annotate(made).quotes] == ["Peter Lund", "Laura Bennet"]


def test_whom_the_paragraph_before_is_about_speaks_where_nobody_else_does() -> None:
    text = ("Laura Bennet praised the new ovens at length.", "“Nobody told us about them.”")
    made = article(*text, language="en")
    assert [quote.speaker for quote in annotate(made).quotes] == ["Laura Bennet"]


def test_what_something_is_known_as_was_said_by_nobody() -> None:
    text = "The old boats were laid up in Leith, and are known as “coffins on a lee shore.”"
    assert speakers(text) == [None]


def test_a_noun_added_by_somebody_says_nothing() -> None:
    text = "Laura Bennet complained of “far too many” clauses added by Peter Lund."
    assert speakers(text) == ["Laura Bennet"]


def test_a_cue_outside_of_the_brackets_around_a_title_says_nothing_of_it() -> None:
    text = "Peter Lund (“the slow boat,” “a long haul”), also remembers it well."
    assert "remembers" not in [quote.cue for quote in spoken(text)]


def test_nobody_is_named_in_the_words_that_a_pronoun_says() -> None:
    made = article(
        "Ian Rudd said the charges came late.",
        "“The pier fell on the day Peter Lund died,” he said.",
        language="en",
    )
    assert annotate(made).quotes[0].speaker == "Ian Rudd"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Laura Bennet, a former envoy to Norway, on Facebook called it “a plain disgrace.”",
            "Laura Bennet",
        ),
        ("Laura Bennet, in a letter called the ovens “a plain disgrace.”", "Laura Bennet"),
        ("Laura Bennet, Leith’s envoy to Norway called it “a plain disgrace.”", "Laura Bennet"),
        (
            "“We bake,” Laura Bennet, heritage and mill worker with the Leith Trust said.",
            "Laura Bennet",
        ),
        ("“We bake,” said the Bureau of Milling’s Laura Bennet.", "Laura Bennet"),
        ("“We bake,” said the Bureau of Milling’s Laura How.", "Laura How"),
        ("“We bake,” says Laura Bennet noting that flour was dear.", "Laura Bennet"),
        ("“Ada has joined the mill,” officially announced the baker.", "the baker"),
        ("“We bake,” the aide who wished to remain unknown told the Herald.", "the aide"),
        (
            "They praised Ada Okafor, and the chef Laura Bennet, who, calling her a friend, "
            "wrote: “She loved bread.”",
            "Laura Bennet",
        ),
        (
            "Laura Bennet said she and Kim Ito discussed the flood “at great length.”",
            "Laura Bennet",
        ),
        (
            "The Ministry of Milling closed six clubs from Norway, the Faroes and Iceland, after "
            "accusing them of “plain theft of bread.”",
            "Ministry of Milling",
        ),
        ("With one baker stating, “We were never asked,” the hall emptied.", "one baker"),
        ("Another suggested the baker should sue for “a plain disgrace.”", "Another"),
    ],
)
def test_the_subject_is_found_past_what_stands_between(text: str, speaker: str) -> None:
    assert (speakers(text)[-1] or "").removeprefix("The ") == speaker.removeprefix("The ")


def test_one_word_in_brackets_at_the_end_is_a_news_agency() -> None:
    assert speakers("“No matter how good it is, nobody will come.” (Norpress)") == [None]
    assert speakers("“Nobody will come.” (Norpress)", "It rained.") == ["Norpress"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "BREAD IS DEAR – Laura Bennet and Kim Ito: “We found that bread had become dear.”",
            "Laura Bennet",
        ),
        ("Bread signals “the beginning of the end” for cake, said Laura Bennet.", "Laura Bennet"),
        (
            "LEITH, May 3 (Norpress) — The baker on Friday pummelled the miller while "
            "praising the mill as a “work horse, not a show horse.”",
            "The baker",
        ),
    ],
)
def test_headlines_datelines_and_late_verbs_name_the_speaker(text: str, speaker: str) -> None:
    assert (speakers(text)[-1] or "").startswith(speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We sell bread,” comments Laura Bennet in a letter.", "Laura Bennet"),
        ("Leith is now “the centre of all bread,” as Laura Bennet now points out.", "Laura Bennet"),
        (
            "Leith bakes on, however, and the Milling Board on Saturday called it “hasty and bad.”",
            "Milling Board",
        ),
        ("She was later slammed for staging a “farce” by the bakers, who left.", "the bakers"),
        (
            "Laura Bennet bakes. In her view, ovens were “not fit for the kind of work they do.”",
            "Laura Bennet",
        ),
    ],
)
def test_days_adverbs_and_views_leave_the_subject_where_it_is(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "day",
    [
        "on Monday",
        "late on Monday night",
        "on May 3",
        "on 3 May",
        "last week",
        "earlier this month",
    ],
)
def test_a_day_between_subject_and_verb_is_passed_over(day: str) -> None:
    (quote,) = spoken(f"The millers {day} said the rise was “long overdue and fair.”")
    assert quote.speaker == "The millers"
    assert quote.cue == "said"


def test_a_day_that_belongs_to_nothing_is_no_subject() -> None:
    (quote,) = spoken("The bakers met. On Monday said Laura Bennet: “We were never asked.”")
    assert quote.speaker == "Laura Bennet"


def test_a_ministry_keeps_its_name() -> None:
    (quote,) = spoken("The Foreign Ministry on Monday said the rise was “long overdue.”")
    assert quote.speaker == "Foreign Ministry"


def test_a_ministry_is_not_its_nationality() -> None:
    made = annotate(article("The Finnish Mill Ministry on Monday said rye was “good and dear.”"))
    (quote,) = made.quotes
    assert quote.speaker == "Finnish Mill Ministry"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bakers’ union holds that the oven is “a plain disgrace”.", "The bakers’ union"),
        ("Rainbow Crust fears that the oven is “a plain disgrace”.", "Rainbow Crust"),
        ("Prices of bread reflect fears that ovens are “a plain disgrace”.", "Prices"),
        ("Laura Bennet raised fears that the oven was “a plain disgrace”.", "Laura Bennet"),
        ("For Laura Bennet, these ovens are “a plain disgrace”.", "Laura Bennet"),
        ("“The oven is cold,” Norline Sec. Gen. Laura Bennet said.", "Laura Bennet"),
    ],
)
def test_verbs_and_nouns_that_look_alike_are_told_apart(text: str, speaker: str) -> None:
    [quote] = [*annotate(article("It rained in Leith.", text, language="en")).quotes]
    assert (quote.speaker or "").startswith(speaker)


def test_a_speaker_stands_in_the_next_paragraph_where_a_line_was_broken() -> None:
    assert speakers("“The oven is cold and old,”", "said Laura Bennet, a baker.") == [
        "Laura Bennet"
    ]


def test_what_somebody_fears_is_theirs_by_the_verb() -> None:
    made = article(
        "It rained in Leith.", "Rainbow Crust fears that it is “a disgrace”.", language="en"
    )
    assert [quote.cue for quote in annotate(made).quotes] == ["fears"]
