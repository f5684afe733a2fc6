"""Texts past the bounds of cleaning: shown as they stand, and nothing of them lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.article import Article, BlockKind, Document, RawBlock
from tuireader.articles.cleaning import plain_pass
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.plain_pass import as_it_stands
from tuireader.articles.cleaning.safety import neutralize


def as_file(raw: str, blocks: tuple[RawBlock, ...] = ()) -> Document:
    return Document("id", Path("a.txt"), raw, blocks=blocks)


def letters(text: str) -> str:
    return "".join(text.split())


@given(st.text("ab \n\r\t\x0b\x1b\x9b\x85é\u2028\u202e", max_size=300), st.integers(1, 40))
def test_nothing_is_lost_and_every_position_leads_back(raw: str, block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_pass, "BLOCK", block)
        article = as_it_stands(as_file(raw), ())
    _sound(article)
    assert letters(article.text) == letters(neutralize(raw.translate({0x0D: 10, 0x0B: 10,
        0x85: 10, 0x2028: 10})))  # fmt: skip
    assert all(len(one.text) <= block for one in article.blocks)


def _sound(article: Article) -> None:
    assert neutralize(article.text) == article.text
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
        start, end = article.offsets.span_to_raw(block.start, block.end)
        assert end - start == block.end - block.start
        kept = zip(article.raw[start:end], block.text, strict=True)
        assert all(a == b or neutralize(a) == b or b.isspace() for a, b in kept)


@pytest.mark.parametrize("bound", ["MOST_LETTERS", "MOST_LINES"])
def test_a_text_past_either_bound_is_not_cleaned(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = "The harbour\n\nIt is closed .\n"
    assert clean(as_file(raw)).text == "The harbour\n\nIt is closed."
    monkeypatch.setattr(plain_pass, bound, 2)
    article = clean(as_file(raw))
    assert [(one.kind, one.text) for one in article.blocks] == [
        (BlockKind.PREFORMATTED, raw.strip())
    ]


def test_what_a_format_left_out_stays_out(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = "One.\n\nMenu\n\nTwo.\n\nThree."
    spans = [
        (at, at + len(word)) for word in ("One.", "Two.", "Three.") for at in [raw.index(word)]
    ]
    document = as_file(raw, tuple(RawBlock(BlockKind.PARAGRAPH, *span) for span in spans))
    monkeypatch.setattr(plain_pass, "MOST_LINES", 2)
    assert [one.text for one in clean(document).blocks] == ["One.", "Two.\n\nThree."]


def test_blocks_end_with_a_line_or_else_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_pass, "BLOCK", 12)
    article = as_it_stands(as_file("ab cd\nef gh\nij klmnop qrst " + "x" * 20), ())
    assert [one.text for one in article.blocks] == [
        "ab cd\nef gh",
        "ij klmnop ",
        "qrst ",
        "x" * 12,
        "x" * 8,
    ]
