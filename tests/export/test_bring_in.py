import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.samples import METADATA, item
from tuireader.articles.address import plain_address
from tuireader.articles.article import Metadata
from tuireader.export.bring_in import bring_in
from tuireader.export.formats import FORMATS
from tuireader.export.item import Item, items
from tuireader.export.reading import UnknownExportError, read_export, read_export_file
from tuireader.library.entry import Entry, Loaded
from tuireader.state import ArticleRecord, ReaderState, Subject, open_state
from tuireader.state.anchors import TextAnchor

KNOWN = [
    Item(ArticleRecord("a1", "/articles/harbour.txt", METADATA.title), METADATA),
    Item(ArticleRecord("a2", "/articles/two.txt", "Council votes"), Metadata("Council votes")),
    Item(ArticleRecord("a3"), Metadata("Twice")),
    Item(ArticleRecord("a4"), Metadata("Twice")),
]
POCKET = (
    "title,url,time_added,tags,status\n"
    "Harbour,http://www.example.org/harbour/?utm_source=x#top,1740821400,port|storm,unread\n"
    "Council  votes,https://elsewhere.net/1,1740821400,,archive\n"
    "Twice,https://elsewhere.net/2,,,unread\n"
)
INSTAPAPER = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    'https://example.org/harbour,Harbour,"We lost, all",Archive,1740821400,"[""port""]"\n'
    "https://example.org/harbour,Harbour,,Ports,1740821400,\n"
)
READER = (
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    "Harbour,https://example.org/harbour,1,\"['port', 'sea']\",2026,0.5,archive,True\n"
)
WALLABAG = json.dumps(
    [
        {
            "url": "https://example.org/harbour",
            "title": "Harbour",
            "is_archived": 1,
            "is_starred": 1,
            "tags": ["port", {"label": "sea"}],
            "annotations": [{"quote": "We lost eleven days", "text": "So long"}],
            "published_by": ["Ivo Marin"],
        }
    ]
)
OMNIVORE = json.dumps(
    [
        {
            "slug": "harbour",
            "url": "https://example.org/harbour",
            "title": "Harbour",
            "state": "Archived",
            "readingProgress": 75,
            "labels": ["port"],
            "publishedAt": None,
        }
    ]
)
CHROME = (
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H3>Papers</H3><DL><p>\n"
    '<DT><A HREF="https://example.org/harbour" ADD_DATE="1740821400">Har&amp;bour</A>\n</DL>'
)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[ReaderState]:
    state = open_state(tmp_path)
    yield state
    state.close()


def test_articles_are_known_by_address_or_by_a_title_of_their_own(state: ReaderState) -> None:
    done = bring_in(state, read_export(POCKET).items, KNOWN)
    assert done.message == "Imported 2 articles; 1 link without an article here · U undoes"
    assert [item.metadata.url for item in done.unmatched] == ["https://elsewhere.net/2"]
    first, second = state.record("a1"), state.record("a2")
    assert (first.bookmarked, first.read, first.tags) == (True, False, ("port", "storm"))
    assert first.opened == "2025-03-01T09:30:00.000Z"
    assert (second.bookmarked, second.read) == (False, True)
    assert first.path == "/articles/harbour.txt"
    state.undo()
    assert not state.record("a1").bookmarked


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (INSTAPAPER, "a list of articles", (True, False, 0.0, ("Ports", "port"), ["We lost, all"])),
        (READER, "a list of articles", (True, False, 0.5, ("port", "sea"), [])),
        (
            WALLABAG,
            "a list of articles",
            (True, True, 0.0, ("port", "sea"), ["We lost eleven days"]),
        ),
        (OMNIVORE, "a list of articles", (True, False, 0.75, ("port",), [])),
        (CHROME, "bookmarks", (False, True, 0.0, (), [])),
    ],
)
def test_exports_of_other_programs_come_in(
    state: ReaderState, text: str, kind: str, expected: tuple[object, ...]
) -> None:
    found = read_export(text)
    assert found.kind == kind
    assert bring_in(state, found.items, KNOWN).unmatched == ()
    record = state.record("a1")
    notes = [note.anchor.exact for note in state.notes.of("a1")]
    marks = (record.read, record.bookmarked, record.progress, record.tags, notes)
    assert marks == expected
    assert bring_in(state, found.items, KNOWN).message == "Nothing new to import"


def test_nothing_that_is_there_is_taken_away(state: ReaderState) -> None:
    subject = Subject("a1", "/mine.txt", "Mine")
    state.set_position(subject, 50, 0.8)
    state.tag([subject], add=["mine"])
    poor = replace(item(), record=ArticleRecord("a1", position=3, progress=0.1, tags=("new",)))
    bring_in(state, [poor], ())
    record = state.record("a1")
    assert (record.position, record.progress, record.tags) == (50, 0.8, ("mine", "new"))
    assert record.path == "/mine.txt"


def test_the_later_version_of_a_note_is_kept(state: ReaderState) -> None:
    [note] = item().notes
    bring_in(state, [item()], ())
    later = replace(note, text="Later", tags=("other",), changed="2026-03-05")
    bring_in(state, [replace(item(), notes=(later,))], ())
    assert [(kept.text, kept.tags) for kept in state.notes.all()] == [("Later", ("other",))]
    earlier = replace(note, text="Earlier", changed="2026-03-01")
    bring_in(state, [replace(item(), notes=(earlier,))], ())
    assert [kept.text for kept in state.notes.all()] == ["Later"]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "{", "[1]", '{"x": 1}', "[" * 100_000, '"'])
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(UnknownExportError, match="cannot be read as an export"):
        read_export(text)


def test_addresses_are_compared_without_what_does_not_matter() -> None:
    assert plain_address("HTTP://www.Example.org/a/?utm_x=1&b=2#c") == "example.org/a?b=2"
    assert plain_address("https://example.org/A") != plain_address("https://example.org/a")
    assert plain_address("http://[broken") == "http://[broken"


def test_a_library_and_a_state_become_items(state: ReaderState, tmp_path: Path) -> None:
    whole = item()
    assert whole.article is not None
    assert whole.annotation is not None
    loaded = Loaded(whole.article, whole.annotation)
    state.notes.add(Subject("a1"), TextAnchor("lost"), "x")
    state.set_read([Subject("gone", "/gone.txt", "Gone")], True)
    entries = [Entry(tmp_path / "a", id="a1", title="A"), Entry(tmp_path / "b", problem="no")]
    first, second = items(state, entries, lambda entry: loaded)
    assert (first.metadata, len(first.notes), first.article) == (METADATA, 1, whole.article)
    assert (second.title, second.record.read) == ("Gone", True)
    [plain] = items(state, entries, wanted=lambda found: bool(found.notes))
    assert (plain.title, plain.article, plain.address) == ("A", None, (tmp_path / "a").as_uri())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("jsonl", '"schema":"tuireader-export/1"'),
        ("markdown", "> We lost eleven days"),
        ("readwise", "Harbour reopens"),
        ("annotations", '"exact": "We lost eleven days"'),
        ("bookmarks", 'HREF="https://example.org/harbour" TAGS="the port"'),
        ("quotes", '"“We lost eleven days,”",speech,Ana Kovac,said,0.95'),
        ("entities", "Ana Kovac,PERSON,1,Kovac"),
        ("chicago", "“We lost eleven days” (Ana Kovac)\n\nIvo Marin and Lena"),
        ("apa", "Marin, I., & van der Berg, L. (2026, March 1)."),
        ("bibtex", "@article{marin2026harbour,"),
    ],
)
def test_every_format_writes_what_it_is_for(name: str, expected: str) -> None:
    form = FORMATS[name]
    assert form.wanted(item())
    assert expected in form.write([item()], ())
    untouched = Item(ArticleRecord("x", "/x.txt", "X"), Metadata("X"))
    assert form.wanted(untouched) == (name in ("quotes", "entities"))


def test_an_omnivore_archive_is_read_as_it_comes(tmp_path: Path) -> None:
    path = tmp_path / "omnivore.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("export/metadata_0_to_1.json", OMNIVORE)
        archive.writestr("export/content/harbour.html", "<p>We lost eleven days.</p>")
    assert [item.metadata.url for item in read_export_file(path).items] == [METADATA.url]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata_0.json", "{")
    with pytest.raises(UnknownExportError, match="cannot be read"):
        read_export_file(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", b"")
    with pytest.raises(UnknownExportError, match="cannot be read"):
        read_export_file(path)


def test_what_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("title,url\nCaf\xe9,x\n".encode("latin-1"))
    with pytest.raises(UnknownExportError, match="not UTF-8"):
        read_export_file(path)
