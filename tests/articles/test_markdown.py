from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuireader.articles.article import Article, Document, Metadata
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.safety import neutralize
from tuireader.articles.formats import markdown
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.front_matter import read_front_matter

UTF8 = ReadOptions(encoding="utf-8")


def document(raw: str) -> Document:
    (one,) = markdown.read(raw.encode(errors="replace"), Path("a.md"), UTF8)
    assert isinstance(one, Document)
    return one


def opened(raw: str) -> Article:
    return clean(document(raw))


def blocks(raw: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in opened(raw).blocks]


PAGE = """\
# The *ferry* &amp; the ice #

It \\*will\\* sail, said [**the** captain](https://post.example/c "Captain") of the `MS  Lund`
tomorrow.  It is<br>written in <https://post.example/log>, see [log][1] ![a ship](ship.png).

> A quotation of *two*
> lines

1. one
   more of it
2. two
   - deeper

Second Title
------------

| a | b |
|---|---|
| c | d |

```text
kept  as

it is
```

<p align="center">in <b>HTML</b></p>

[1]: https://post.example/reference
"""


def test_every_kind_of_block() -> None:
    assert blocks(PAGE) == [
        ("heading", 1, "The ferry & the ice"),
        (
            "paragraph",
            0,
            "It *will* sail, said the captain of the MS Lund tomorrow. It is written in "
            "https://post.example/log, see log.",
        ),
        ("quotation", 0, "A quotation of two lines"),
        ("list_item", 1, "one more of it"),
        ("list_item", 1, "two"),
        ("list_item", 2, "deeper"),
        ("heading", 2, "Second Title"),
        ("preformatted", 0, "| a | b |\n|---|---|\n| c | d |"),
        ("preformatted", 0, "kept  as\n\nit is"),
        ("paragraph", 0, "in HTML"),
    ]


def test_links_are_kept_as_links() -> None:
    article = opened(PAGE)
    assert [(article.text[one.start : one.end], one.url) for one in article.links] == [
        ("the captain", "https://post.example/c"),
        ("https://post.example/log", "https://post.example/log"),
        ("log", "https://post.example/reference"),
    ]


def test_the_way_back_leads_into_the_file() -> None:
    article = opened(PAGE)
    at = article.text.index("captain")
    start, end = article.offsets.span_to_raw(at, at + len("captain"))
    assert article.raw[start:end] == "captain"
    assert article.raw == PAGE


def test_the_first_heading_is_the_title_where_nothing_else_states_one() -> None:
    assert opened(PAGE).metadata.title == "The ferry & the ice"


HEAD = Metadata(
    title="Ice in the bay",
    byline="Ingrid Solheim, Ola Nord",
    source="Eastern Post",
    published="2025-01-07",
    language="en-GB",
    url="https://post.example/ice",
    tags=("ice", "ferries"),
)


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Ice in the bay\nauthor: [Ingrid Solheim, Ola Nord]\nsource: Eastern Post\n"
        "date: 2025-01-07\nlang: en-GB\nurl: https://post.example/ice\ntags: [ice, ferries]\n---\n",
        '+++\ntitle = "Ice in the bay"\nauthors = ["Ingrid Solheim", "Ola Nord"]\n'
        'source = "Eastern Post"\ndate = 2025-01-07\nlanguage = "en-GB"\n'
        'url = "https://post.example/ice"\ntags = ["ice", "ferries"]\n+++\n',
        "---\r\nTitle: Ice in the bay\r\n"
        "Author:\r\n  - '[[Ingrid Solheim]]'\r\n  - name: Ola Nord\r\n"
        "Publisher: Eastern Post\r\npublished: 7 January 2025\r\nlang: en-GB\r\n"
        "source: https://post.example/ice\r\nkeywords: ice, ferries\r\n---\r\n",
    ],
)
def test_front_matter(head: str) -> None:
    article = opened(head + "# Ice in the bay\n\nIt came at night, and stayed for a week.\n")
    assert article.metadata == HEAD
    assert article.text == "It came at night, and stayed for a week."


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    article = opened("---\ntitle: Ice: the sequel\nauthor: Ola Nord\ntags: [a, b]\n---\n\nText.\n")
    assert article.metadata == Metadata(title="Ice: the sequel", byline="Ola Nord", tags=("a", "b"))
    assert article.text == "Text."


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert blocks("---\n\nJust text.\n\n---\n\nMore text.\n") == [
        ("paragraph", 0, "Just text."),
        ("paragraph", 0, "More text."),
    ]


def test_an_alias_bomb_states_nothing() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    front = read_front_matter(f"---\n{bomb}title: Bomb\n---\n")
    assert front.metadata.title == "Bomb"
    assert front.metadata.tags == ()


def test_a_very_large_file_is_read_as_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LARGEST", 100)
    assert document("# Title\n\n" + "word " * 40).blocks == ()


def test_very_many_link_definitions_take_bounded_time() -> None:
    assert len(opened("[a]: x\n" * 20_000).text) > 100_000


MARKED = st.text(st.sampled_from("*_`[]()<>!#-|\\&;:\"'~1. \n\r\t>ax\x1b\x00é"), max_size=120)


@given(MARKED)
def test_any_markdown_becomes_safe_text_with_true_offsets(raw: str) -> None:
    found = document(raw)
    last = 0
    for block in found.blocks:
        assert last <= block.start <= block.end <= len(found.raw)
        last = block.end
    last = 0
    for mark in found.markup:
        assert last <= mark.start <= mark.end
        last = mark.end
    article = clean(found)
    assert neutralize(article.text) == article.text
    for link in article.links:
        assert 0 <= link.start < link.end <= len(article.text)


@example([".aaaaaaa.a", ".", "aaaaaaaa"])
@given(st.lists(st.text("abc é.", min_size=1, max_size=30).filter(str.strip), min_size=1))
def test_plain_paragraphs_lose_nothing(paragraphs: list[str]) -> None:
    # Numbered, since a paragraph that repeats the headline goes.
    plain = [f"p{at} {' '.join(text.split())}" for at, text in enumerate(paragraphs)]
    article = opened("\n\n".join(text.strip() for text in plain))
    words = [word for block in article.blocks for word in block.text.split()]
    assert "".join(words).replace(".", "") == "".join("".join(plain).split()).replace(".", "")


def test_the_items_of_ordered_lists_are_numbered() -> None:
    text = "7. seven\n7. eight\n\n   more of eight\n\n   - dot\n     1. deep\n9. nine\n\n* dot\n"
    assert [(block.text, block.level, block.number) for block in opened(text).blocks] == [
        ("seven", 1, 7),
        ("eight", 1, 8),
        ("more of eight", 0, None),
        ("dot", 2, None),
        ("deep", 3, 1),
        ("nine", 1, 9),
        ("dot", 1, None),
    ]
