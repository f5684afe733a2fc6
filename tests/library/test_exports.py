"""Entries of read-later exports: one whose text is in the library joins it, the rest are links."""

from __future__ import annotations

from pathlib import Path

from tests.library.conftest import Write
from tuireader.articles.article import content_id
from tuireader.library.library import Library

PAGE = """<html><head><title>Harbour closed</title>
<link rel="canonical" href="https://courier.example/1"></head><body><article>
<h1>Harbour closed</h1><p>The harbour of Velm was closed on Monday, the mayor said to the council
of the town, which had met for the purpose in the hall beside the church.</p>
<p>Two of its three piers had been under water since the storm of the weekend before.</p>
</article></body></html>"""
POCKET = """title,url,time_added,tags,status
Harbour closed,http://www.courier.example/1?utm_source=pocket,1927872000,ferries|coast,archive
Vote in Orsk,https://courier.example/2,1927872001,towns,unread
"""
OPML = """<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Vote in Orsk" type="rss" xmlUrl="https://courier.example/2"/></body></opml>"""


def _listed(library: Library) -> list[tuple[str, str]]:
    for _ in library.update():
        pass
    return sorted((entry.path.name, entry.title) for entry in library.find("")[:])


def test_a_link_whose_article_is_there_is_not_listed_beside_it(
    library: Library, write: Write, folder: Path
) -> None:
    write("pocket.csv", POCKET)
    links = [("pocket.csv", "Harbour closed"), ("pocket.csv", "Vote in Orsk")]
    assert _listed(library) == links
    page = write("harbour.html", PAGE)
    assert _listed(library) == [("harbour.html", "Harbour closed"), links[1]]
    assert len(library.find("harbour")) == 1
    assert library.counts(["harbour"]) == [1]
    page.unlink()
    assert _listed(library) == links


def test_a_link_of_two_exports_is_listed_once(library: Library, write: Write) -> None:
    write("pocket.csv", POCKET)
    write("feeds.opml", OPML)
    assert [title for _, title in _listed(library)].count("Vote in Orsk") == 1


def test_articles_are_found_by_their_address(library: Library, write: Write) -> None:
    write("pocket.csv", POCKET)
    write("harbour.html", PAGE)
    _listed(library)
    one, two, none = library.entries_at(
        ["https://courier.example/1#top", "courier.example/2", "https://courier.example/3"]
    )
    assert [(entry.path.name, entry.url) for entry in one] == [
        ("harbour.html", "https://courier.example/1")
    ]
    assert [(entry.path.name, entry.format) for entry in two] == [("pocket.csv", "link")]
    assert none == []


def test_exports_are_known_by_what_is_in_them(library: Library, write: Write) -> None:
    path = write("pocket.csv", POCKET)
    write("harbour.html", PAGE)
    _listed(library)
    assert library.exports() == [(path, content_id(path.read_bytes()))]
