from __future__ import annotations

import pytest

from tests.annotation.speech.articles import article
from tuireader.annotation.quotes import find_quotes
from tuireader.annotation.speakers import attribute
from tuireader.articles.article import BlockKind

SIGNED = "— Osric Pell, keeper of the locks, Canal Trust"


def _quotes(
    *paragraphs: str, last: BlockKind = BlockKind.QUOTATION
) -> list[tuple[str, str | None]]:
    """Return each quote with its speaker, where all paragraphs but the last are quotations."""
    kinds = (*[BlockKind.QUOTATION] * (len(paragraphs) - 1), last)
    made = article(*paragraphs, language="en", kinds=kinds)
    found = attribute(made, find_quotes(made), ()).quotes
    return [(made.text[quote.start : quote.end], quote.speaker) for quote in found]


@pytest.mark.parametrize("last", [BlockKind.QUOTATION, BlockKind.PARAGRAPH])
@pytest.mark.parametrize("said", ["A lock is a promise.", "“A lock is a promise.”"])
def test_a_line_after_a_dash_signs_the_quotation_before(said: str, last: BlockKind) -> None:
    assert _quotes(said, SIGNED, last=last) == [(said, "Osric Pell")]


@pytest.mark.parametrize("said", ["A lock is a promise.", "“A lock is a promise.”"])
def test_the_end_of_a_quotation_may_sign_it(said: str) -> None:
    assert _quotes(f"{said} {SIGNED}") == [(said, "Osric Pell")]


def test_a_signature_counts_for_all_paragraphs_of_a_quotation() -> None:
    found = _quotes("A lock is a promise.", "It holds the river to its word.", SIGNED)
    assert [speaker for _, speaker in found] == ["Osric Pell", "Osric Pell"]


@pytest.mark.parametrize(
    ("posted", "speaker"),
    [
        ("— Osric T. Pell 🛶 (@osricpell) November 18, 2019", "Osric T. Pell"),
        ("— Rep. Osric Pell (@osric) May 2, 2019", "Osric Pell"),
        ("— keeper of locks (@locks) May 2, 2019", None),
    ],
)
def test_who_posted_a_message_signs_it(posted: str, speaker: str | None) -> None:
    assert _quotes("A lock is a promise.", posted) == [("A lock is a promise.", speaker)]


def test_a_sentence_after_a_dash_is_a_quotation_still() -> None:
    assert _quotes("— We waited for the river.") == [("— We waited for the river.", None)]
