from pathlib import Path

import pytest

from tuireader.articles.article import Article, BlockKind, Document, Metadata, RawBlock
from tuireader.articles.cleaning.clean import clean

BODY = [
    "The harbour of Lund Bay will be closed from November on, the council decided on Tuesday.",
    "For twelve years the ferries had sailed through every winter, storms and ice included..",
    "“Nobody wanted this, ”the harbour master said, and then he looked at the water for a while.",
    "A comment for the Eastern Post called the decision late, and the winter early, as ever.",
]


def cleaned(*lines: str) -> Article:
    return clean(Document("id", Path("a.txt"), "\n\n".join(lines)))


def removed(article: Article) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in article.removals if one.applied]


TITLE = "Lund Bay to close its harbour for the winter"
MESS = [
    TITLE,
    "Mayor of Lund Bay opens exhibition of old compasses",
    TITLE.upper(),
    "Ferries sail once a day until then",
    *BODY[:2],
    "What the captains say",
    BODY[2],
    TITLE + ".",
    BODY[3],
    "  • News Service &# 171; Easterns post&# 187;",
    "  • Ingrid van der Solheim",
    "Similar articles",
    "Source: https://coins.example investing in Bitcoin.",
]


def test_a_messy_article_comes_out_with_metadata_and_reasons() -> None:
    article = cleaned(*MESS)
    assert article.metadata == Metadata(
        title=TITLE,
        subtitle="Ferries sail once a day until then",
        byline="Ingrid van der Solheim",
        source="Eastern Post",
    )
    assert [(block.kind, block.text[:12]) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "The harbour "),
        (BlockKind.PARAGRAPH, "For twelve y"),
        (BlockKind.HEADING, "What the cap"),
        (BlockKind.PARAGRAPH, "“Nobody want"),
        (BlockKind.PARAGRAPH, "A comment fo"),
    ]
    assert [rule for rule, _ in removed(article)] == [
        "stacked-headline",
        "repeated-headline",
        "repeated-headline",
        "agency-line",
        "author-line",
        "related-links",
        "spam",
    ]
    assert {repair.rule for repair in article.repairs} == {"doubled-stop", "quotation-mark"}


def test_a_removal_holds_the_raw_text_and_where_it_stood() -> None:
    article = cleaned(*MESS)
    for one in article.removals:
        assert article.raw[one.raw_start : one.raw_end] == one.text
        assert one.reason
        assert 0 < one.confidence <= 1


def test_a_headline_seen_only_once_stays_in_the_text() -> None:
    article = cleaned(TITLE, *BODY)
    assert article.metadata.title == TITLE
    assert article.blocks[0].kind is BlockKind.HEADING
    assert article.blocks[0].text == TITLE
    assert removed(article) == []


def test_plain_prose_is_left_whole() -> None:
    article = cleaned(*BODY)
    assert len(article.blocks) == 4
    assert article.metadata == Metadata()
    assert removed(article) == []


def test_an_agency_that_the_text_does_not_name_is_shown_as_it_stands() -> None:
    article = cleaned(*BODY[:3], "• News Service «Northern Wires»")
    assert article.metadata.source == "News Service «Northern Wires»"


def test_a_source_that_is_an_address_of_an_article_becomes_the_url() -> None:
    article = cleaned(*BODY, "Source: https://post.example/2024/lund-bay")
    assert article.metadata.url == "https://post.example/2024/lund-bay"
    assert [rule for rule, _ in removed(article)] == ["spam"]


@pytest.mark.parametrize(
    "line",
    [
        "Ingrid Solheim said so herself.",
        "United Nations",
        "The Hague",
        "Read the water, he says, and you know the winter before it comes to the bay itself.",
    ],
)
def test_lines_that_only_look_like_noise_stay(line: str) -> None:
    assert removed(cleaned(*BODY[:2], line, *BODY[2:])) == []


def test_a_rule_that_would_take_a_third_of_the_text_only_proposes() -> None:
    article = cleaned(
        "One short line of text that is a sentence, as it were.", "Read more", "Related"
    )
    assert all(one.applied for one in article.removals)
    article = cleaned("The bay is closed, they said to us now.", *["Read more: all of it here"] * 3)
    assert article.removals
    assert not any(one.applied for one in article.removals)
    assert len(article.blocks) == 4


def test_spoken_words_are_only_proposed() -> None:
    line = (
        "Read more: “We shall not sail before the ice is gone from the whole of the bay,” he said"
    )
    article = cleaned(*BODY, line)
    assert [one.applied for one in article.removals] == [False]
    assert article.blocks[-1].text == line


def test_text_marked_up_by_its_format_keeps_what_only_looks_like_noise() -> None:
    lines = [TITLE, *BODY, "Related"]
    raw = "\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(RawBlock(BlockKind.PARAGRAPH, at, at + len(line), certain=True))
        at += len(line) + 1
    document = Document("id", Path("a"), raw, tuple(blocks), Metadata(title=TITLE))
    article = clean(document)
    assert [block.text for block in article.blocks][-1] == "Related"
    assert TITLE not in article.text
    assert article.removals == ()


def test_a_quote_with_its_speaker_behind_a_dash_does_not_repeat_itself() -> None:
    said = "«Без моста мы сюда бы вовсе не приехали», — рассказал он в порту «Берег»."
    article = cleaned(*BODY, said)
    assert article.blocks[-1].text == said
