"""Web pages: what is found in them, and what is known to make readers lose it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.articles.formats.helpers import (
    HARBOUR,
    one_document,
    page,
    paragraphs,
    read_bytes,
    texts,
)
from tuireader.articles.article import BlockKind, Unreadable
from tuireader.articles.formats import webpage
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.web.blocks import page_blocks
from tuireader.articles.formats.web.markup import MAXIMUM_ATTRIBUTES, parse, prepare

HEAD = """
<title>Valmere harbour stays closed - The Coast Courier</title>
<meta property="og:title" content="Valmere harbour stays closed">
<meta property="og:site_name" content="The Coast Courier">
<meta name="author" content="By Ada Lind">
<meta property="article:published_time" content="2031-02-03T08:30:00Z">
<link rel="canonical" href="https://courier.example/2031/harbour">
"""


def test_article_is_separated_from_the_page_around_it() -> None:
    body = (
        "<nav><a href='/a'>News</a> <a href='/b'>Sport</a> <a href='/c'>Weather</a></nav>"
        f"<article><h1>Valmere harbour stays closed</h1>{paragraphs()}</article>"
        "<footer><p>© The Coast Courier. All rights reserved.</p></footer>"
    )
    document = one_document(page(body, HEAD), "harbour.html")
    assert texts(document) == list(HARBOUR)
    assert document.extracted
    assert document.format == "html"
    assert all(block.certain for block in document.blocks)


def test_what_is_not_the_article_is_left_out_with_its_reason() -> None:
    body = (
        f"<nav><a href='/a'>News</a></nav><article>{paragraphs()}"
        "<div class='share-bar'>Share this</div></article>"
        "<footer><p>All rights reserved.</p></footer>"
    )
    document = one_document(page(body), "harbour.html")
    left_out = [
        (each.rule, document.raw[each.blocks[0].start : each.blocks[-1].end])
        for each in document.left_out
    ]
    assert left_out == [
        ("outside-article", "News"),
        ("page-furniture", "Share this"),
        ("outside-article", "All rights reserved."),
    ]


def test_metadata_is_what_the_page_states() -> None:
    source = page(f"<article>{paragraphs()}</article>", HEAD).replace(
        b"<html>", b"<html lang='en-GB'>"
    )
    found = one_document(source, "harbour.html").metadata
    assert found.title == "Valmere harbour stays closed"
    assert found.byline == "Ada Lind"
    assert found.source == "The Coast Courier"
    assert found.published == "2031-02-03T08:30:00+00:00"
    assert found.url == "https://courier.example/2031/harbour"
    assert found.language == "en-GB"


def test_linked_data_go_before_other_metadata() -> None:
    linked = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": '
        '["NewsArticle"], "headline": "Ferries &amp; piers", "author": [{"name": "Bo Ek"}, '
        '{"name": "Cy Dahl"}], "datePublished": "2031-02-04", "publisher": {"name": "Courier"}, '
        '"keywords": ["ferries", "harbours"]}]}</script>'
    )
    found = one_document(page(paragraphs(), linked), "harbour.html").metadata
    assert found.title == "Ferries & piers"
    assert found.byline == "Bo Ek, Cy Dahl"
    assert found.published == "2031-02-04"
    assert found.source == "Courier"
    assert found.tags == ("ferries", "harbours")


def test_structure_is_kept() -> None:
    body = f"""<article><p>{HARBOUR[0]}</p><h2>What comes next</h2><p>{HARBOUR[1]}</p>
    <blockquote><p>{HARBOUR[2]}</p></blockquote><ul><li>The first pier, built long ago, is the
    worst of all three.</li><li>The second pier can still be saved, the divers think.</li></ul>
    <figure><img src="x.jpg"><figcaption>The closed quay at Valmere, seen from the sea at low tide.
    </figcaption></figure><p>{HARBOUR[3]}</p></article>"""
    document = one_document(page(body), "harbour.html")
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds[:6] == [
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.QUOTATION, 0),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 1),
    ]
    assert kinds[-1] == (BlockKind.PARAGRAPH, 0)


def test_links_are_kept_with_whole_addresses() -> None:
    linked = HARBOUR[0].replace("Valmere", "<a href='/towns/valmere'>Valmere</a>")
    document = one_document(
        page(f"<article><p>{linked}</p>{paragraphs()}</article>", HEAD), "a.html"
    )
    (link,) = document.links
    assert document.raw[link.start : link.end] == "Valmere"
    assert link.url == "https://courier.example/towns/valmere"


def test_script_addresses_are_no_links() -> None:
    linked = HARBOUR[0].replace("Valmere", "<a href='javascript:alert(1)'>Valmere</a>")
    document = one_document(page(f"<article><p>{linked}</p>{paragraphs()}</article>"), "a.html")
    assert document.links == ()


def test_quotation_elements_become_marks() -> None:
    quoted = "She said <q>the <q>old</q> quay is finished</q> and left the hall without a word."
    document = one_document(
        page(f"<article>{paragraphs()}<p>{quoted}</p>{paragraphs(HARBOUR[:1])}</article>"), "a.html"
    )
    assert "She said “the ‘old’ quay is finished” and left" in document.raw


@pytest.mark.parametrize(
    "reference", ["&#7;", "&#11;", "&#12;", "&#27;", "&#x1b;", "&#0;", "&#155;"]
)
def test_reference_to_a_control_character_loses_no_text(reference: str) -> None:
    marked = (HARBOUR[0].replace("said", f"said{reference}[31m"), *HARBOUR[1:])
    comment = "<p>I told everybody that this would happen one day, and here we are.</p>"
    body = f"<article>{paragraphs(marked)}</article><div id='comments'>{comment * 3}</div>"
    document = one_document(page(body), "a.html")
    assert len(document.blocks) == 4
    assert "\x1b" not in document.raw
    assert "\x9b" not in document.raw


def test_reference_escaped_twice_stays_text() -> None:
    marked = (HARBOUR[0].replace("said", "said &amp;#27;[31m"), *HARBOUR[1:])
    document = one_document(page(f"<article>{paragraphs(marked)}</article>"), "a.html")
    assert "said &#27;[31m on Tuesday" in document.raw


def test_windows_reference_is_read_as_browsers_do() -> None:
    marked = (HARBOUR[0].replace("authority said", "authority&#146;s head said"), *HARBOUR[1:])
    document = one_document(page(f"<article>{paragraphs(marked)}</article>"), "a.html")
    assert "authority’s head" in document.raw


def test_embedded_files_do_not_cut_the_text() -> None:
    image = "<img src='data:image/png;base64," + "QUJD" * 500_000 + "'>"
    body = f"<article><p>{HARBOUR[0]}</p>{image}{paragraphs(HARBOUR[1:])}</article>"
    style = "<style>@font-face{src:url(data:font/woff2;base64," + "QUJD" * 500_000 + ")}</style>"
    document = one_document(page(body, style), "a.html")
    assert texts(document) == list(HARBOUR)


def test_singlefile_comment_gives_address_and_date() -> None:
    comment = (
        b"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n"
        b" url: https://courier.example/saved \n"
        b" saved date: Tue Feb 04 2031 10:11:12 GMT+0100 (Central European Standard Time)\n-->"
    )
    source = page(f"<article>{paragraphs()}</article>").replace(b"<!DOCTYPE html><html>", comment)
    found = one_document(source, "a.html").metadata
    assert found.url == "https://courier.example/saved"
    assert found.saved == "2031-02-04T10:11:12+01:00"


@pytest.mark.parametrize("depth", [300, 5_000, 20_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    body = "<div>" * depth + paragraphs() + "</div>" * depth
    document = one_document(page(body), "a.html")
    assert " ".join(document.raw.split()) == " ".join(HARBOUR)


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("windows-1251", "cp1251"),
        ("iso-8859-1", "cp1252"),
        ("koi8-r", "koi8-r"),
        ("shift_jis", "cp932"),
        ("utf-8", "utf-8"),
    ],
)
def test_declared_encoding_is_used(declared: str, codec: str) -> None:
    word = {"cp1251": "Гавань", "koi8-r": "Гавань", "cp932": "港は閉鎖"}.get(codec, "“Häfen”")
    source = (
        f"<meta charset={declared}><article>{paragraphs(HARBOUR[1:])}<p>{word} {HARBOUR[0]}</p>"
    )
    document = one_document(source.encode(codec), "a.html")
    assert f"{word} The harbour" in document.raw
    assert document.encoding == codec


def test_encoding_can_be_overruled() -> None:
    source = f"<meta charset=utf-8><article>{paragraphs(HARBOUR[1:])}<p>Гавань {HARBOUR[0]}</p>"
    document = one_document(source.encode("cp1251"), "a.html", ReadOptions(encoding="cp1251"))
    assert "Гавань The harbour" in document.raw


def test_page_is_known_by_its_beginning() -> None:
    assert webpage.accepts(Path("saved"), b"\n<!DOCTYPE html><html>")
    assert webpage.accepts(Path("saved"), b"<!-- saved from url=(1)x -->\n<html lang=en>")
    assert not webpage.accepts(Path("saved.txt"), b"The <html> element is the root of a page.")


@pytest.mark.parametrize(
    "source", [b"", b"<html></html>", b"<!DOCTYPE html>", b"<script>1</script>"]
)
def test_page_without_text_is_said_to_be_so(source: bytes) -> None:
    (found,) = read_bytes(source, "empty.html")
    assert isinstance(found, Unreadable)
    assert found.reason == "There is no readable text in this web page."


def test_page_in_which_no_article_is_found_still_shows_its_text() -> None:
    document = one_document(page("<p>Closed.</p>"), "a.html")
    assert document.raw == "Closed."


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("<div class='byline'>By Ada Lind, 3 February 2031</div>", "Ada Lind"),
        (
            "<span class='article-author'><a>Ada  Lind</a> | Updated today</span>",
            "Ada Lind",
        ),
        ("<a rel='author' href='/a'>Ada Lind</a>", "Ada Lind"),
        ("<p class='author'>Follow us for more news of the coast every day</p>", ""),
        ("<ul><li class='author'>Ada Lind</li></ul>", ""),
    ],
)
def test_author_that_a_page_only_shows_is_found(shown: str, name: str) -> None:
    document = one_document(page(f"<article>{shown}{paragraphs()}</article>"), "a.html")
    assert document.metadata.byline == name


def test_second_headline_is_found() -> None:
    body = (
        "<article><h1>Harbour closed</h1><p class='standfirst'>Ferries go by way of Ostby until "
        f"the spring</p>{paragraphs()}</article>"
    )
    found = one_document(page(body), "a.html")
    assert found.metadata.subtitle == "Ferries go by way of Ostby until the spring"
    assert texts(found) == list(HARBOUR)


@pytest.mark.parametrize("closed", ["<title/>", "<script src='a.js' />", "<style type='x'/>"])
def test_element_that_xml_closes_at_once_does_not_swallow_the_page(closed: str) -> None:
    source = (
        "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head>"
        f"{closed}</head><body><a id='top'/>"
        f"<p>{HARBOUR[0]}</p><br/>{paragraphs(HARBOUR[1:])}"
        "<script>1</script><style>p{}</style></body></html>"
    )
    assert texts(one_document(source.encode(), "a.xhtml")) == list(HARBOUR)


def test_headline_in_linked_data_that_the_page_nowhere_shows_is_not_believed() -> None:
    linked = (
        '<title>Valmere - Encyclopaedia</title><script type="application/ld+json">'
        '{"@type": "Article", "headline": "harbour town on the northern coast"}</script>'
    )
    found = one_document(page(f"<h1>Valmere</h1>{paragraphs()}", linked), "a.html")
    assert found.metadata.title == "Valmere - Encyclopaedia"


@pytest.mark.parametrize("first", ["a=1", 'a=">"', "a='<'", "it's"])
def test_an_element_of_very_many_attributes_loses_them(first: str) -> None:
    attributes = " ".join([first, *(f"a{number}=1" for number in range(MAXIMUM_ATTRIBUTES))])
    source = page(f"<article><p {attributes}>{HARBOUR[0]}</p>{paragraphs()}</article>")
    assert "a999=1" not in prepare(source.decode())
    assert HARBOUR[0] in texts(one_document(source, "page.html"))


def test_an_article_that_a_script_would_show_is_read_from_what_the_page_states() -> None:
    stated = json.dumps({"@type": "NewsArticle", "articleBody": "\n\n".join(HARBOUR)})
    head = f'{HEAD}<script type="application/ld+json">{stated}</script>'
    empty = "<div id='root'></div><footer><p>All rights reserved.</p></footer>"
    document = one_document(page(empty, head), "harbour.html")
    assert document.raw == "\n\n".join(HARBOUR)
    assert document.metadata.title == "Valmere harbour stays closed"
    shown = one_document(page(f"<article>{paragraphs(HARBOUR[:2])}</article>", head), "a.html")
    assert texts(shown) == list(HARBOUR[:2])


def test_a_stated_body_may_be_marked_up() -> None:
    stated = json.dumps({"@type": "NewsArticle", "articleBody": paragraphs()})
    head = f'<script type="application/ld+json">{stated}</script>'
    assert texts(one_document(page("<p>Loading</p>", head), "a.html")) == list(HARBOUR)


def test_the_items_of_ordered_lists_have_the_numbers_that_a_browser_shows() -> None:
    lists = """<ol start="4"><li>four<ul><li>dot</li></ul></li><li><ol><li>inner</li></ol></li>
    <li value="9">nine</li><li>ten</li></ol><ol reversed><li>two</li><li>one</li></ol>
    <ol style="List-Style: none"><li>unmarked</li></ol><ol start="x1"><li>first</li></ol>"""
    found = [(block.text, block.level, block.number) for block in page_blocks(parse(lists))]
    assert found == [
        ("four", 1, 4),
        ("dot", 2, None),
        ("inner", 2, 1),
        ("nine", 1, 9),
        ("ten", 1, 10),
        ("two", 1, 2),
        ("one", 1, 1),
        ("unmarked", 1, None),
        ("first", 1, 1),
    ]


def test_the_numbers_of_a_list_reach_the_document() -> None:
    items = "".join(f"<li>{text}</li>" for text in HARBOUR[1:])
    document = one_document(
        page(f"<article><p>{HARBOUR[0]}</p><ol>{items}</ol></article>"), "h.html"
    )
    numbers = [block.number for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert numbers == list(range(1, len(HARBOUR)))
