"""What a format reader left out can be seen and put back."""

from __future__ import annotations

from pathlib import Path

from tuireader.articles.article import BlockKind, Document, LeftOut, RawBlock
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.decision import Decision

RAW = "Home\n\nNews\n\nThe quay is closed.\n\nShare this"
_PARAGRAPH = BlockKind.PARAGRAPH
HOME = RawBlock(_PARAGRAPH, 0, 4, certain=True)
NEWS = RawBlock(_PARAGRAPH, 6, 10, certain=True)
TEXT = RawBlock(_PARAGRAPH, 12, 31, certain=True)
SHARE = RawBlock(_PARAGRAPH, 33, 43, certain=True)
DOCUMENT = Document(
    id="0" * 32,
    path=Path("a.html"),
    raw=RAW,
    blocks=(TEXT,),
    extracted=True,
    left_out=(
        LeftOut((HOME, NEWS), "outside-article", "It stands outside.", 0.9),
        LeftOut((SHARE,), "page-furniture", "It is a share bar.", 0.8),
    ),
)


def test_what_was_left_out_is_recorded_as_removed() -> None:
    article = clean(DOCUMENT)
    assert article.text == "The quay is closed."
    assert [(each.rule, each.text, each.applied) for each in article.removals] == [
        ("outside-article", "Home\n\nNews", True),
        ("page-furniture", "Share this", True),
    ]


def test_a_stretch_is_put_back() -> None:
    article = clean(DOCUMENT, [Decision(keep=True, raw_start=6, raw_end=10)])
    assert article.text == "News\n\nThe quay is closed."
    assert [(each.text, each.applied) for each in article.removals] == [
        ("Home", True),
        ("News", False),
        ("Share this", True),
    ]
    start, end = article.offsets.span_to_raw(0, 4)
    assert article.raw[start:end] == "News"


def test_a_rule_is_overruled_everywhere() -> None:
    article = clean(DOCUMENT, [Decision(keep=True, rule="page-furniture")])
    assert article.text == "The quay is closed.\n\nShare this"


def test_words_are_put_back_wherever_they_stand() -> None:
    article = clean(DOCUMENT, [Decision(keep=True, line="NEWS")])
    assert article.text == "News\n\nThe quay is closed."


def test_the_last_decision_about_a_stretch_holds() -> None:
    decisions = [
        Decision(keep=True, raw_start=33, raw_end=43),
        Decision(keep=False, raw_start=33, raw_end=43),
    ]
    assert clean(DOCUMENT, decisions).text == "The quay is closed."
