from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annotation.speech.articles import article, quoted
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import QuoteKind
from tuireader.annotation.attribution.words import LONGEST_SENTENCE
from tuireader.annotation.quotes import find_quotes, quoted_spans, read_quotes
from tuireader.articles.article import BlockKind

PAIRS = ["“”", '""', "„“", "«»", "»«", "‘’", "''", "「」", "‹›", "„”", "””"]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_pair_of_marks_makes_a_span(pair: str) -> None:
    opening, closing = pair[0], pair[1]
    said = f"{opening}The mill’s wheel turns again, isn’t that enough?{closing}"
    assert quoted(f"On Monday she asked: {said} Nobody replied.") == [said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''We won't sell,'' Ortega said.", ["''We won't sell,''"]),
        ("``We won't sell,'' Ortega said.", ["``We won't sell,''"]),
        ("“The dam is safe, ”the engineer said.", ["“The dam is safe, ”"]),
        ("He called it “plain, simple, dry “.", ["“plain, simple, dry “"]),
        (
            'She spoke of the harvest," For us it was the best in years".',
            ['" For us it was the best in years"'],
        ),
        ("The sisters' tools and the dogs' beds stayed.", []),
        ("'The dogs' bowls are empty,' he said.", ["'The dogs' bowls are empty,'"]),
        ("Rock 'n' roll of the '60s isn't dead.", []),
        ('The plank is 6\'2" long and the nail 3" thick.', []),
        ('A 12" pipe burst, “and it flooded,” he said.', ["“and it flooded,”"]),
        ("“He told me ‘go home’ twice,” she said.", ["“He told me ‘go home’ twice,”", "‘go home’"]),
        ("“The “tulip war” is over,” he said.", ["“The “tulip war” is over,”", "“tulip war”"]),
        ('<img alt="a boat" /> It sank.', []),
        ("“One,”“Two,” they counted.", ["“One,”", "“Two,”"]),
    ],
)
def test_marks_are_read_by_evidence(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quote_goes_on_where_its_mark_is_repeated() -> None:
    first, second = "“The river rose all night.", "“By dawn the bridge was gone.”"
    assert quoted(f"Ana Reyes said: {first}", second, "It rained.") == [first, second]


def test_a_quote_goes_on_without_a_repeated_mark() -> None:
    assert quoted('"The river rose.', 'By dawn it fell," she said.') == [
        '"The river rose.\n\nBy dawn it fell,"'
    ]


def test_a_missing_close_ends_with_the_paragraph() -> None:
    found = quoted("“The river rose at night.", "Nobody drowned.", "“Good,” said Mr. Hale.")
    assert found == ["“The river rose at night.", "“Good,”"]


def test_a_missing_close_does_not_turn_the_rest_inside_out() -> None:
    found = quoted('He said: "It rose. Then he added: "It fell," and left. "Fine," she said.')
    assert '"It fell,"' in found
    assert '"Fine,"' in found


def test_a_block_quotation_counts_and_holds_what_it_quotes() -> None:
    made = article(
        "The letter reads:",
        "We call this “theft” and nothing else.",
        kinds=(BlockKind.PARAGRAPH, BlockKind.QUOTATION),
    )
    found = find_quotes(made)
    assert [made.text[quote.start : quote.end] for quote in found] == [
        "We call this “theft” and nothing else.",
        "“theft”",
    ]
    assert [quote.nested for quote in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will rebuild the harbour next year,” she said.", QuoteKind.SPEECH),
        ("The mayor called the plan “plainly foolish” on Friday.", QuoteKind.PARTIAL),
        ("The trawler, named “Silver Gull of Oban,” sank in March.", QuoteKind.TITLE),
        ("Her second novel, “The Salt Road,” came out in May.", QuoteKind.TITLE),
        ("George “Ox” Harlan won the race.", QuoteKind.TITLE),
        ("The match, dubbed the “Battle of the Piers”, was close.", QuoteKind.TITLE),
        ("They sang “Sailing Home”, a song from Leith, all night.", QuoteKind.TITLE),
        ("The band drew a crowd to “The Salt Road”, its new album.", QuoteKind.TITLE),
        ("„Der Hafen bleibt offen“, sagte Ursula Brandt.", QuoteKind.SPEECH),
        ("«Порт остаётся открытым», — сказала Ирина Белова.", QuoteKind.SPEECH),
        ("Lund said on Radio Forth’s “Morning Tide With Ann Lee” that it held.", QuoteKind.TITLE),
        ("The shop sells a false “antique” every week.", QuoteKind.SCARE),
        ("A complaint by the crews dwells on “poor work” at the pier.", QuoteKind.PARTIAL),
        (
            "His critics argue that Holm, once the owner of the yard and of the pier beside it, "
            "is a “weather vane” keel.",
            QuoteKind.PARTIAL,
        ),
        ("The yard that Holm bought from the widow sold a “modern” keel.", QuoteKind.SCARE),
        ("The crews see the new captain as a “lost soul” on land.", QuoteKind.PARTIAL),
        ("He would “reassure” the crews before the storm.", QuoteKind.PARTIAL),
    ],
)
def test_kinds_are_told_apart(text: str, kind: QuoteKind) -> None:
    (quote,) = find_quotes(article(text, language="en"))
    assert quote.kind is kind
    assert quote.reason


def test_marks_in_preformatted_text_are_no_quotes() -> None:
    assert find_quotes(article('print("a", "b")', kinds=(BlockKind.PREFORMATTED,))) == ()


def test_a_million_marks_do_no_harm() -> None:
    assert find_quotes(article('" ' * 1_000_000)) == ()
    assert find_quotes(article('"' * 1_000_000)) == ()


@given(st.lists(st.text("ab ,.\"“”‘’'«»„\n-A1", max_size=60), max_size=5))
def test_any_marks_give_ordered_spans_inside_the_text(paragraphs: list[str]) -> None:
    made = article(*(paragraph.replace("\n", " ") for paragraph in paragraphs), language="en")
    found = find_quotes(made)
    assert all(0 <= quote.start < quote.end <= len(made.text) for quote in found)
    assert [quote.start for quote in found] == sorted(quote.start for quote in found)
    outer = [quote for quote in found if not quote.nested]
    assert all(a.end <= b.start for a, b in pairwise(outer))


def test_a_long_dialogue_is_read_however_many_marks_it_has() -> None:
    made = article(*["“It is late,” she said."] * 10_001)
    assert len(quoted_spans(made)) == 10_001


def test_a_text_of_marks_is_not_annotated_at_all() -> None:
    assert annotate(article("Ann Lee of Leith.", "“” " * 30_000)).entities == ()


def test_a_sentence_without_an_end_is_looked_at_near_its_quotes_only() -> None:
    made = article("He said that the “pier” and " * 300)
    _, context = read_quotes(made)
    frame = context.frames.frame(150)
    assert 0 < len(frame.before) <= LONGEST_SENTENCE
    assert 0 < len(frame.after) <= LONGEST_SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "She said a band of bakers performed “Bread Over the Water” in the square.",
        "“It rose,” the actor said on “TBN” last week.",
    ],
)
def test_what_is_performed_or_shown_is_no_speech(text: str) -> None:
    assert find_quotes(article(text, language="en"))[-1].kind is QuoteKind.TITLE


@pytest.mark.parametrize("title", ["War & Tides", "The Lighthouse", "I’d Sail Anywhere"])
def test_a_title_after_who_made_it_is_no_speech(title: str) -> None:
    text = f"The crews met a director hot from a new staging of “{title}” in Leith."
    (quote,) = find_quotes(article(text, language="en"))
    assert quote.kind is QuoteKind.TITLE
