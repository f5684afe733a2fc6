"""What read-later services export."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from tests.articles.formats.helpers import HARBOUR, paragraphs, read_bytes, texts
from tuireader.articles.article import BlockKind, Document, Unreadable
from tuireader.articles.formats.read_later import saved_links
from tuireader.articles.formats.readlater.saved_link import Highlight, SavedLink

POCKET = """title,url,time_added,tags,status
Harbour closed,https://courier.example/1,1927872000,ferries|coast,unread
https://courier.example/2,https://courier.example/2,1927872001,,archive
No address,javascript:alert(1),1927872001,,archive
"""
INSTAPAPER = """URL,Title,Selection,Folder,Timestamp,Tags
https://courier.example/1,Harbour closed,"two of the three piers",Starred,1927872000,"[""ferries""]"
https://courier.example/2,Second,,Sea,1927872000,[]
https://courier.example/3,Third,,Archive,1927872000,[]
"""
READWISE = (
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    "Harbour closed,https://courier.example/1,x1,\"['ferries', 'coast']\","
    "2031-02-03 08:30:00+00:00,0.25,archive,True\n"
)
POCKET_PAGE = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1>
<ul><li><a href="https://courier.example/1" time_added="1927872000" tags="ferries,coast">Harbour
closed</a></li></ul><h1>Read Archive</h1><ul><li><a href="https://courier.example/2"
time_added="1927872001" tags="">Second</a></li></ul></body></html>"""
NETSCAPE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1><DL><p>
<DT><H3>Sea</H3><DL><p><DT><H3>Ferries</H3><DL><p>
<DT><A HREF="https://courier.example/1" ADD_DATE="1927872000" TAGS="coast">Harbour closed</A>
</DL><p></DL><p><DT><A HREF="https://courier.example/2">Second</A></DL>"""
OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
<outline text="The Coast Courier" type="rss" xmlUrl="https://courier.example/feed"
htmlUrl="https://courier.example"/></outline></body></opml>"""


def links(source: str | bytes) -> list[SavedLink]:
    return list(saved_links(source.encode() if isinstance(source, str) else source))


def test_pocket_table() -> None:
    first, second = links(POCKET)
    assert first == SavedLink(
        "https://courier.example/1",
        "Harbour closed",
        ("ferries", "coast"),
        added="2031-02-03T08:00:00+00:00",
        service="pocket",
    )
    assert (second.title, second.read) == ("", True)


def test_pocket_page() -> None:
    first, second = links(POCKET_PAGE)
    assert first.title == "Harbour closed"
    assert first.tags == ("ferries", "coast")
    assert first.added == "2031-02-03T08:00:00+00:00"
    assert (first.read, second.read) == (False, True)


def test_instapaper_table() -> None:
    first, second, third = links(INSTAPAPER)
    assert first.starred
    assert first.tags == ("ferries",)
    assert first.highlights == (Highlight("two of the three piers"),)
    assert second.tags == ("Sea",)
    assert second.highlights == ()
    assert (second.read, third.read) == (False, True)


def test_readwise_table() -> None:
    (link,) = links(READWISE)
    assert link.tags == ("ferries", "coast")
    assert link.added == "2031-02-03T08:30:00+00:00"
    assert link.progress == 0.25
    assert link.read


def test_wallabag_entries_hold_their_text() -> None:
    entries = [
        {
            "is_archived": 1,
            "is_starred": 0,
            "title": "Harbour closed",
            "url": "https://courier.example/1",
            "content": paragraphs(),
            "tags": ["ferries"],
            "created_at": "2031-02-03T08:30:00+0100",
            "published_at": "2031-02-02T00:00:00+0100",
            "published_by": ["Ada Lind"],
            "domain_name": "courier.example",
            "language": "en",
            "annotations": [{"quote": "three piers", "text": "Which?"}, "x"],
        },
        {"is_archived": 0, "title": "Second", "url": "https://courier.example/2", "content": None},
    ]
    source = json.dumps(entries)
    first, _ = links(source)
    assert first.read
    assert first.highlights == (Highlight("three piers", "Which?"),)
    document, link = read_bytes(source.encode(), "wallabag.json")
    assert isinstance(document, Document)
    assert texts(document) == list(HARBOUR)
    assert document.metadata.byline == "Ada Lind"
    assert document.metadata.published == "2031-02-02T00:00:00+01:00"
    assert isinstance(link, Document)
    assert (link.format, link.metadata.title, link.raw) == (
        "link",
        "Second",
        "https://courier.example/2",
    )


def test_omnivore_archive() -> None:
    metadata = [
        {"slug": "one", "title": "Harbour closed", "author": "Ada Lind", "state": "Archived",
         "url": "https://courier.example/1", "readingProgress": 40, "labels": ["ferries"],
         "savedAt": "2031-02-03T08:30:00.000Z", "publishedAt": None},
        {"slug": "two", "title": "Second", "url": "https://courier.example/2", "labels": []},
    ]  # fmt: skip
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("metadata_0_to_20.json", json.dumps(metadata))
        archive.writestr("content/one.html", paragraphs())
        archive.writestr(
            "highlights/one.md", "> two of\n> the three piers\n\nWhich?\n\n> the quay\n"
        )
    first, second = links(target.getvalue())
    assert first.highlights == (
        Highlight("two of the three piers", "Which?"),
        Highlight("the quay"),
    )
    assert first.progress == 0.4
    assert first.read
    assert second.text == ""
    document, _ = read_bytes(target.getvalue(), "omnivore.zip")
    assert isinstance(document, Document)
    assert texts(document) == list(HARBOUR)


def test_bookmarks_of_a_browser() -> None:
    first, second = links(NETSCAPE)
    assert first.title == "Harbour closed"
    assert first.tags == ("coast", "Sea", "Ferries")
    assert first.added == "2031-02-03T08:00:00+00:00"
    assert second.tags == ()


def test_feeds_of_an_opml_file() -> None:
    (link,) = links(OPML)
    assert link.url == "https://courier.example/feed"
    assert link.title == "The Coast Courier"
    assert link.tags == ("News",)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (POCKET, "part_000000.csv"),
        (POCKET_PAGE, "ril_export.html"),
        (INSTAPAPER, "instapaper-export.csv"),
        (READWISE, "reader.csv"),
        (NETSCAPE, "bookmarks.html"),
        (OPML, "feeds.opml"),
    ],
)
def test_links_without_text_are_listed_as_such(source: str, name: str) -> None:
    found = read_bytes(source.encode(), name)
    assert found
    for each in found:
        assert isinstance(each, Document)
        assert each.format == "link"
        assert each.metadata.url.startswith("https://courier.example/")
        assert each.raw.startswith(each.metadata.url)
        assert [link.url for link in each.links] == [each.metadata.url]


def test_what_was_marked_in_a_link_without_text_is_shown() -> None:
    first, second, _ = read_bytes(INSTAPAPER.encode(), "instapaper-export.csv")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert texts(first) == ["https://courier.example/1", "two of the three piers"]
    assert first.blocks[1].kind is BlockKind.QUOTATION
    assert first.metadata.tags == ("ferries",)
    assert texts(second) == ["https://courier.example/2"]


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.html", "a.zip", "a.opml"])
@pytest.mark.parametrize(
    "source", [POCKET, NETSCAPE, OPML, '[{"is_archived": 1, "url": "https://a.example/b"}]']
)
def test_every_cut_of_an_export_is_read_or_refused(source: str, name: str) -> None:
    for length in range(1, len(source), 61):
        found = read_bytes(source[:length].encode(), name)
        assert all(isinstance(each, Document | Unreadable) for each in found)


def test_text_of_an_export_cannot_drive_a_terminal() -> None:
    source = POCKET.replace("Harbour closed", "\x1b]0;x\x07Harbour").replace("ferries", "\x9b31mf")
    first = links(source)[0]
    assert first.title == "Harbour"
    assert first.tags[0] == "f"


def test_archive_of_anything_else_is_said_to_be_none() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("photo.jpg", b"x")
    (found,) = read_bytes(target.getvalue(), "photos.zip")
    assert isinstance(found, Unreadable)
    assert "only exports of Omnivore" in found.reason
    assert "Unpack" in found.advice
