from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.export.samples import FIRST, METADATA, SECOND, item
from tuireader.articles.article import Article, Document, Metadata
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.formats import markdown
from tuireader.articles.formats.format import ReadOptions
from tuireader.export.formats import write_folder
from tuireader.export.item import Item
from tuireader.export.markdown import PARTS, file_name, inline, write_article, write_digest
from tuireader.state.reader_state import ArticleRecord


def parts_of(text: str) -> tuple[dict[str, object], str]:
    _, head, body = text.split("---\n", 2)
    properties = yaml.safe_load(head)
    assert isinstance(properties, dict)
    return properties, body


def test_the_front_matter_holds_what_is_known_and_no_more() -> None:
    properties, _ = parts_of(write_article(item()))
    assert properties == {
        "title": METADATA.title,
        "author": ["Ivo Marin", "Lena van der Berg"],
        "source": "The Selwyn Courier",
        "published": date(2026, 3, 1),
        "url": "https://example.org/harbour",
        "tags": ["the-port"],
        "read": True,
        "bookmarked": True,
        "tuireader": "a1",
    }


def test_every_part_is_written_under_its_heading() -> None:
    _, body = parts_of(write_article(item(), PARTS))
    assert body.splitlines()[1:] == [
        "# Harbour reopens: “at last”",
        "",
        "## Notes",
        "",
        "> We lost eleven days",
        "",
        "Longer than in 2019?",
        "",
        "\\- check",
        "",
        "#storm-damage",
        "",
        "## Quotes",
        "",
        "> “We lost eleven days,”",
        ">",
        "> — Ana Kovac",
        "",
        "## Entities",
        "",
        "- Ana Kovac (PERSON, 1)",
        "",
        "## Text",
        "",
        "The \\*harbour\\* of Port Selwyn reopened. “We lost eleven days,” said Ana Kovac.",
        "",
        "\\# 1 on the list: \\<repairs\\>, \\[\\[cranes\\]\\] and \\#roads.",
    ]


@pytest.mark.parametrize(
    "text", [FIRST, SECOND, "1. Not a list", "+ no", "--- ", "a `b` ~~c~~ &lt;"]
)
def test_text_is_read_back_as_it_was(text: str) -> None:
    assert shown(inline(text)) == text.strip()


@given(st.text("ab1.)#*_`[]<>()!&;:|~$\\-+= \n", max_size=30))
def test_no_text_is_taken_for_markup(text: str) -> None:
    assert shown(inline(text)) == " ".join(text.split())


def shown(markdown: str) -> str:
    """Return what a reader of Markdown sees, which must be one plain paragraph at most."""
    tokens = MarkdownIt().parse(markdown)
    if not tokens:
        return ""
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


def test_a_digest_names_where_each_comes_from() -> None:
    text = write_digest([item()], "March", ("notes",))
    assert text.startswith(
        "# March\n\n## [Harbour reopens: “at last”](<https://example.org/harbour>)\n\n"
        "By Ivo Marin and Lena van der Berg, The Selwyn Courier, 2026-03-01\n\n> We"
    )


def test_file_names_are_allowed_everywhere_and_unlike() -> None:
    odd = Item(ArticleRecord("x"), Metadata('A/B: "C" | <D>? \x1b[31m #tag.'))
    assert file_name(odd, set()) == "A B C D 31m tag.md"
    assert file_name(odd, {"a b c d 31m tag.md"}) == "A B C D 31m tag 2.md"
    assert file_name(Item(ArticleRecord("x"), Metadata("...")), set()) == "Untitled.md"
    assert file_name(Item(ArticleRecord("x", "/articles/a.b.txt")), set()) == "a.b.md"


@pytest.mark.parametrize("published", ["2026", "2026-13-01", "2026-03-01T09:30:00Z", "in March"])
def test_what_is_no_day_stays_as_it_is(published: str) -> None:
    one = replace(item(), metadata=replace(METADATA, byline="Mei Lin", published=published))
    properties, _ = parts_of(write_article(one))
    assert (properties["published"], properties["author"]) == (published, "Mei Lin")


def test_the_parts_of_a_digest_are_named_where_there_are_several() -> None:
    text = write_digest([item()], "March", ("notes", "quotes"))
    assert "\n### Notes\n" in text
    assert "\n### Quotes\n" in text


def test_a_folder_is_written_again_in_place(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    other = replace(item(), record=replace(item().record, article_id="b2"))
    folder.mkdir()
    mine = folder / "Harbour reopens “at last”.md"
    mine.write_text("My own words", encoding="utf-8")
    first = write_folder([item(), other], folder)
    assert [path.name for path in first] == [
        "Harbour reopens “at last” 2.md",
        "Harbour reopens “at last” 3.md",
    ]
    assert write_folder([other, item()], folder) == first[::-1]
    assert mine.read_text(encoding="utf-8") == "My own words"
    assert "a1" in first[0].read_text(encoding="utf-8")


def test_lists_keep_their_numbers_and_nesting() -> None:
    source = "Ahead.\n\n9. nine\n10. ten\n    - dot\n        1. one\n11. eleven\n\n- last"
    made = _article_of(source)
    written = write_article(replace(item(), article=made, annotation=None, notes=()), ("text",))
    again = _article_of(parts_of(written)[1].split("## Text\n")[-1])
    lists = [(block.kind, block.level, block.number, block.text) for block in made.blocks]
    assert [number for _, _, number, _ in lists] == [None, 9, 10, None, 1, 11, None]
    assert [(block.kind, block.level, block.number, block.text) for block in again.blocks][
        -7:
    ] == lists


def _article_of(source: str) -> Article:
    (document,) = markdown.read(source.encode(), Path("list.md"), ReadOptions(encoding="utf-8"))
    assert isinstance(document, Document)
    return clean(document)
