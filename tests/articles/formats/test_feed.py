"""Feeds of every kind: one file, many articles."""

from __future__ import annotations

import json

import pytest

from tests.articles.formats.helpers import HARBOUR, read_bytes, texts
from tuireader.articles.article import Document, Unreadable

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Coast Courier</title>
<language>en-gb</language>
<item><title>Harbour &amp;amp; quay closed</title><link>https://courier.example/1</link>
<dc:creator>Ada Lind</dc:creator><pubDate>Mon, 03 Feb 2031 08:30:00 +0100</pubDate>
<category>Ferries</category><description>Short.</description>
<content:encoded><![CDATA[<p>{HARBOUR[0]}</p><blockquote>{HARBOUR[1]}</blockquote>]]></content:encoded>
</item>
<item><title>Second</title><description>&lt;p&gt;{HARBOUR[2]}&lt;/p&gt;</description></item>
<item><title>Only a link</title><link>https://courier.example/3</link></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Coast Courier</title>
<entry><id>urn:1</id><title>Harbour closed</title><link href="https://courier.example/1"/>
<author><name>Ada Lind</name></author><published>2031-02-03T08:30:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{HARBOUR[0]}</p></div></content>
</entry></feed>"""


def test_rss_items_are_articles() -> None:
    first, second, third = read_bytes(RSS.encode(), "news.xml")
    assert isinstance(first, Document)
    assert first.metadata.title == "Harbour & quay closed"
    assert first.metadata.byline == "Ada Lind"
    assert first.metadata.source == "The Coast Courier"
    assert first.metadata.published == "2031-02-03T08:30:00+01:00"
    assert first.metadata.url == "https://courier.example/1"
    assert first.metadata.language == "en-gb"
    assert first.metadata.tags == ("Ferries",)
    assert texts(first) == list(HARBOUR[:2])
    assert [block.kind for block in first.blocks] == ["paragraph", "quotation"]
    assert isinstance(second, Document)
    assert second.item == 1
    assert texts(second) == [HARBOUR[2]]
    assert isinstance(third, Unreadable)
    assert third.reason == "The item “Only a link” has no text, only a link."


def test_items_have_identities_of_their_own() -> None:
    found = [each for each in read_bytes(RSS.encode(), "a.rss") if isinstance(each, Document)]
    longer = RSS.replace(
        "<item>", "<item><title>New</title><description>x</description></item><item>", 1
    )
    again = [each for each in read_bytes(longer.encode(), "b.rss") if isinstance(each, Document)]
    assert len({each.id for each in found}) == 2
    assert {each.id for each in found} < {each.id for each in again}


def test_atom_entries_are_articles() -> None:
    (found,) = read_bytes(ATOM.encode(), "news.xml")
    assert isinstance(found, Document)
    assert found.metadata.title == "Harbour closed"
    assert found.metadata.published == "2031-02-03T08:30:00+00:00"
    assert texts(found) == [HARBOUR[0]]


def test_json_feed_items_are_articles() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Coast Courier",
        "language": "en",
        "authors": [{"name": "Ada Lind"}],
        "items": [
            {
                "id": "1",
                "title": "Harbour closed",
                "url": "https://courier.example/1",
                "date_published": "2031-02-03T08:30:00Z",
                "content_html": f"<p>{HARBOUR[0]}</p>",
                "tags": ["ferries"],
            },
            {"id": "2", "content_text": HARBOUR[1]},
            "not an item",
        ],
    }
    first, second = read_bytes(json.dumps(feed).encode(), "feed.json")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert texts(first) == [HARBOUR[0]]
    assert first.metadata.byline == "Ada Lind"
    assert first.metadata.tags == ("ferries",)
    assert second.raw == HARBOUR[1]


def test_entities_of_a_document_type_do_not_grow() -> None:
    bomb = "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' if level else '<!ENTITY e0 "ha">'
        for level in range(20)
    )
    source = f'<?xml version="1.0"?><!DOCTYPE rss [{bomb}]><rss><channel><item><title>&e19;</title>'
    source += f"<description>{HARBOUR[0]}</description></item></channel></rss>"
    (found,) = read_bytes(source.encode(), "bomb.rss")
    assert isinstance(found, Document)
    assert len(found.metadata.title) < 100
    assert HARBOUR[0] in found.raw


@pytest.mark.parametrize("length", range(100, len(RSS), 100))
def test_cut_feed_gives_what_is_there(length: int) -> None:
    found = read_bytes(RSS.encode()[:length], "cut.rss")
    assert found
    if length > RSS.index("</item>") + 10:
        assert isinstance(found[0], Document)


def test_control_reference_does_not_lose_the_feed() -> None:
    first = read_bytes(RSS.replace("Second", "Sec&#27;ond").encode(), "a.rss")[1]
    assert isinstance(first, Document)
    assert first.metadata.title == "Second"
