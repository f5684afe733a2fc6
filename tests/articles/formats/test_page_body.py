"""Which part of a page is the article: the traps that saved pages set."""

from __future__ import annotations

from tests.articles.formats.helpers import HARBOUR, one_document, page, paragraphs, texts
from tuireader.articles.article import BlockKind, Document

MORE = (
    "Skippers on the northern islands told this paper that they had seen the cracks grow since "
    "the autumn storms, and that nobody from the authority had come to look at them.",
    "A tender for the work is to be published next month, and the first piles could be driven "
    "before the ice goes, if the weather of the last two winters is anything to go by.",
    "Until then a temporary pontoon will serve the smallest boats, the harbour master said, "
    "though it cannot be used when the wind blows from the east.",
)


def read(body: str, head: str = "") -> Document:
    return one_document(page(body, head), "a.html")


def test_headline_date_and_byline_before_the_text_are_no_part_of_it() -> None:
    body = (
        "<article><h1>Harbour closed</h1><div class='meta'>By Ada Lind</div><p>3 February 2031</p>"
        f"{paragraphs()}</article>"
    )
    assert texts(read(body, "<title>Harbour closed</title>")) == list(HARBOUR)


def test_short_headings_inside_the_text_stay() -> None:
    body = f"<article>{paragraphs(HARBOUR[:2])}<h3>Cost</h3>{paragraphs(HARBOUR[2:])}</article>"
    found = texts(read(body))
    assert found == [*HARBOUR[:2], "Cost", *HARBOUR[2:]]


def test_pull_quote_that_repeats_a_sentence_goes() -> None:
    pulled = (
        "<blockquote class='pull'>Engineers had warned of the damage for years, but repairs were "
    )
    pulled += "put off each time</blockquote>"
    body = f"<article><p>{HARBOUR[0]}</p>{pulled}{paragraphs(HARBOUR[1:])}</article>"
    assert texts(read(body)) == list(HARBOUR)


def test_sentence_that_only_a_quotation_has_stays() -> None:
    said = (
        "<blockquote><p>“We told them so, and we shall tell them again,” said the skipper of the "
    )
    said += "mail boat, who has moored at the quay for thirty years.</p></blockquote>"
    body = f"<article>{paragraphs(HARBOUR[:2])}{said}{paragraphs(HARBOUR[2:])}</article>"
    found = read(body)
    assert len(found.blocks) == 5
    assert found.blocks[2].kind is BlockKind.QUOTATION


def test_several_articles_of_which_one_is_the_page() -> None:
    teasers = "".join(
        f"<article class='card'><h3><a href='/{at}'>Something else happened in town {at}</a></h3>"
        f"<p>A short teaser about it, number {at}.</p></article>"
        for at in range(6)
    )
    body = (
        f"<main><article>{paragraphs()}</article><section class='more'>{teasers}</section></main>"
    )
    assert texts(read(body)) == list(HARBOUR)


def test_first_paragraph_outside_the_body_is_found() -> None:
    body = (
        "<article><header><h1>Harbour closed</h1></header>"
        f"<div class='first'><p>{HARBOUR[0]}</p></div>"
        f"<div class='rest'>{paragraphs((*HARBOUR[1:], *MORE))}</div></article>"
    )
    assert texts(read(body, "<title>Harbour closed</title>")) == [*HARBOUR, *MORE]


def test_text_in_several_parts_of_the_page_is_found_whole() -> None:
    def part(some: tuple[str, ...]) -> str:
        return f"<div class='chunk'><div class='body text'>{paragraphs(some)}</div></div>"

    advert = "<div class='advert'><a href='/buy'>Buy a boat</a></div>"
    body = f"<div class='chunks'>{part(HARBOUR)}{advert}{part(MORE)}</div>"
    assert texts(read(body)) == [*HARBOUR, *MORE]


def test_quoted_post_of_a_network_stays() -> None:
    post = (
        "<div class='social-media-embed'><blockquote class='twitter-tweet'><p>The quay is closed. "
        "Nobody tells us anything.</p>— Bo Ek (@bo) <a href='https://x.example/1'>3 Feb</a>"
        "</blockquote></div>"
    )
    body = f"<article>{paragraphs(HARBOUR[:2])}{post}{paragraphs(HARBOUR[2:])}</article>"
    assert "The quay is closed. Nobody tells us anything." in texts(read(body))


def test_what_says_nothing_amid_the_text_goes() -> None:
    between = (
        "<p>___</p>",
        "<p>Related news</p>",
        "<h3>Trending News:</h3>",
        "<p>[button link=”/join” type=”big”] Join us[/button]</p>",
        "<p><a href='/x'>FERRY CAPTAIN RESCUES THREE AT SEA</a></p>",
        "<p>More AP ferries: <a href='https://a.example/f'>https://a.example/ferries</a></p>",
    )
    parts = [f"<p>{text}</p>{between[at]}" for at, text in enumerate(HARBOUR)]
    parts += [f"<p>{text}</p>{between[4 + at]}" for at, text in enumerate(MORE[:2])]
    document = read(f"<article>{''.join(parts)}<p>{MORE[2]}</p></article>")
    assert texts(document) == [*HARBOUR, *MORE]


def test_words_in_capitals_and_names_of_sections_stay() -> None:
    kept = ["THE STORY SO FAR, FROM THE START", "[sic] is what the council wrote", "More boats"]
    parts = [f"<p>{text}</p><p>{HARBOUR[at]}</p>" for at, text in enumerate(kept)]
    document = read(f"<article>{paragraphs()}{''.join(parts)}</article>")
    assert set(kept) <= set(texts(document))


def test_a_site_that_gives_its_address_for_its_name_goes_by_its_host() -> None:
    head = "<meta property='og:site_name' content='https://www.courier.example'>"
    assert read(paragraphs(), head).metadata.source == "courier.example"


def test_the_year_one_is_no_date() -> None:
    head = "<meta property='article:published_time' content='0001-01-01T00:00:00Z'>"
    assert read(paragraphs(), head).metadata.published == ""


def test_calls_and_pointers_go() -> None:
    body = (
        f"<article>{paragraphs(HARBOUR[:2])}"
        "<p><strong>Read more:</strong> <a href='/1'>Why the lighthouse is dark</a></p>"
        "<p>Sign up for our weekly newsletter and get the news of the coast.</p>"
        f"{paragraphs(HARBOUR[2:])}<p>Follow <a href='/x'>the Courier</a> on every network.</p>"
        "<h3>Related articles</h3><ul><li><a href='/2'>Storm tears away a second lifeboat</a></li>"
        "<li><a href='/3'>Fishing quota to be cut by half</a></li></ul></article>"
    )
    assert texts(read(body)) == list(HARBOUR)


def test_what_only_screen_readers_see_is_left_out() -> None:
    hidden = "<span class='sr-only'>opens in a new window</span>"
    marked = HARBOUR[0].replace("ferries", f"ferries{hidden}")
    body = f"<article><p>{marked}</p>{paragraphs(HARBOUR[1:])}</article>"
    assert texts(read(body)) == list(HARBOUR)


def test_comments_are_no_part_of_the_article() -> None:
    comments = "".join(
        f"<div class='comment'><p>{text.replace('the', 'a')}</p></div>" for text in MORE
    )
    body = f"<article>{paragraphs()}<section id='comments'>{comments}</section></article>"
    assert texts(read(body)) == list(HARBOUR)


def test_table_of_figures_keeps_its_rows() -> None:
    table = (
        "<table><tr><th>Pier</th><th>Cracks</th></tr><tr><td>North</td><td>14</td></tr>"
        "<tr><td>South</td><td>9</td></tr></table>"
    )
    body = f"<article>{paragraphs(HARBOUR[:2])}{table}{paragraphs(HARBOUR[2:])}</article>"
    found = texts(read(body))
    assert "North | 14" in found
    assert "South | 9" in found


def test_page_larger_than_any_article_loses_no_text() -> None:
    body = "".join(f"<p>{at} {HARBOUR[at % 4]}</p>" for at in range(3_500))
    assert len(read(f"<article>{body}</article>").blocks) == 3_500


def test_long_table_loses_no_row() -> None:
    rows = "".join(f"<tr><td>{at}</td><td>boats</td></tr>" for at in range(4_000))
    assert len(read(f"<table>{rows}</table>").blocks) == 4_000
