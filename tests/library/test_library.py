from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.conftest import Write
from tuireader.annotation.annotation import Label
from tuireader.annotation.engine import engine_of
from tuireader.annotation.entities.own_names import OwnName
from tuireader.annotation.settings import AnnotationSettings
from tuireader.articles.article import Article, Document, Metadata, Unreadable
from tuireader.articles.decision import Decision
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.open import cleaned, open_documents
from tuireader.library import extract
from tuireader.library.entry import Entry, Loaded
from tuireader.library.library import Library

STORM = "Storm over Velm\n\nThe harbour of Velm was closed on Monday, the mayor said.\n"
VOTE = "Vote in Orsk\n\nThe council of Orsk voted against the new bridge.\n"


def _index(cache: Path) -> Path:
    (path,) = (cache / "indexes").glob("*.sqlite")
    return path


@pytest.fixture
def cache() -> Path:
    return Path(os.environ["TUIREADER_CACHE"])


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files opened, in order."""
    names: list[str] = []
    original = open_documents

    def spy(path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
        names.append(path.name)
        return original(path, options)

    monkeypatch.setattr("tuireader.library.file_reading.open_documents", spy)
    return names


def _refreshed(library: Library) -> list[Entry]:
    return [entry for entries in library.refresh() for entry in entries]


def test_the_first_start_shows_the_files(library: Library, write: Write) -> None:
    path = write("a.txt", STORM)
    assert library.entries() == [Entry(path, title="a.txt")]


def test_a_second_start_shows_the_articles_and_reads_nothing(
    folder: Path, library: Library, write: Write, reads: list[str]
) -> None:
    write("a.txt", STORM)
    write("b.txt", VOTE)
    first = _refreshed(library)
    assert reads == ["a.txt", "b.txt"]
    assert first[0].words > 5

    again = Library([folder])
    assert again.entries() == first
    assert _refreshed(again) == []
    assert reads == ["a.txt", "b.txt"]


def test_only_what_changed_is_read_again(library: Library, write: Write, reads: list[str]) -> None:
    write("a.txt", STORM)
    write("b.txt", VOTE)
    before = _refreshed(library)
    write("b.txt", VOTE + "\nThe bridge is old.\n")
    (after,) = _refreshed(library)
    assert reads == ["a.txt", "b.txt", "b.txt"]
    assert after.row == before[1].row
    assert after.words == before[1].words + 4
    assert library.entries() == [before[0], after]


def test_nothing_is_left_of_what_a_file_said_before(library: Library, write: Write) -> None:
    write("a.txt", f"{STORM}\n“The pier is gone,” said Ana Petrić, the mayor of Velm.\n")
    _refreshed(library)
    assert len(library.find("pier")) == 1
    assert len(library.find("quote:pier")) == 1
    assert library.names(["PERSON"])
    assert library.speakers()
    write("a.txt", "Late frost\n\nThe orchards lost their blossom.\n")
    _refreshed(library)
    assert len(library.find("orchards")) == 1
    assert len(library.find("pier or storm")) == 0
    assert len(library.find("quote:pier")) == 0
    assert len(library.find("speaker:petrić")) == 0
    assert library.names(["PERSON"]) == []
    assert library.speakers() == []
    counted = library._index.read(
        lambda connection: connection.execute("SELECT count(*) FROM quotes").fetchone()
    )
    assert counted == (0,)


def test_a_new_article_is_found_by_a_library_in_use(library: Library, write: Write) -> None:
    write("a.txt", STORM)
    _refreshed(library)
    assert len(library.find()) == 1
    write("b.txt", VOTE)
    _refreshed(library)
    assert {entry.path.name for entry in library.find()} == {"a.txt", "b.txt"}
    assert len(library.find("bridge")) == 1


def test_articles_that_left_their_file_leave_the_list(library: Library, write: Write) -> None:
    lines = [f'{{"title": "Title {number}", "text": "The harbour."}}\n' for number in range(3)]
    write("a.jsonl", "".join(lines))
    before = _refreshed(library)
    assert [entry.title for entry in before] == ["Title 0", "Title 1", "Title 2"]
    write("a.jsonl", lines[0] + lines[2])
    after = _refreshed(library)
    assert [entry.title for entry in after] == ["Title 0", "Title 2"]
    assert [entry.row for entry in after] == [entry.row for entry in before[:2]]
    assert library.entries() == after


def test_a_newer_version_reads_everything_again(
    library: Library, write: Write, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt", STORM)
    _refreshed(library)
    monkeypatch.setattr(extract, "engine_of", lambda settings: "builtin/next")
    _refreshed(library)
    assert reads == ["a.txt", "a.txt"]


def test_a_deleted_file_leaves_the_list(library: Library, write: Write) -> None:
    path = write("a.txt", STORM)
    kept = write("b.txt", VOTE)
    _refreshed(library)
    path.unlink()
    (progress,) = library.update()
    assert progress.gone == (path,)
    assert [entry.path for entry in library.entries()] == [kept]


def test_a_moved_file_keeps_its_row_and_is_not_read(
    folder: Path, library: Library, write: Write, reads: list[str]
) -> None:
    path = write("a.txt", STORM)
    (before,) = _refreshed(library)
    (folder / "old").mkdir()
    there = path.rename(folder / "old" / "storm.txt")
    (progress,) = library.update()
    assert progress.gone == (path,)
    (after,) = progress.entries
    assert (after.path, after.row, after.id) == (there, before.row, before.id)
    assert library.entries() == [after]
    assert reads == ["a.txt"]


def test_other_names_of_the_readers_own_annotate_anew(
    folder: Path, library: Library, write: Write, reads: list[str]
) -> None:
    write("a.txt", STORM + "\n\nThe town signed the zinc accord.")
    _refreshed(library)
    own = AnnotationSettings(own_names=(OwnName("zinc accord", Label.LAW),))
    again = Library([folder], annotation=own)
    (entry,) = _refreshed(again)
    assert reads == ["a.txt", "a.txt"]
    assert [name.name for name in again.names(["LAW"])] == ["zinc accord"]
    loaded = again.load(entry)
    assert isinstance(loaded, Loaded)
    assert loaded.annotation.engine == engine_of(own)
    assert _refreshed(Library([folder], annotation=own)) == []


def test_an_abandoned_refresh_goes_on_where_it_stopped(
    folder: Path, library: Library, write: Write, reads: list[str]
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(name, STORM + name)
    steps = library.refresh()
    next(steps)
    del steps
    again = Library([folder])
    assert [entry.path.name for entry in _refreshed(again)] == ["b.txt", "c.txt"]
    assert len(again.entries()) == 3


@pytest.mark.parametrize("damage", ["garbage", "empty", "cut", "deleted", "hole"])
def test_a_damaged_index_is_made_anew(
    folder: Path, library: Library, write: Write, cache: Path, damage: str
) -> None:
    for number in range(30):
        write(f"{number}.txt", f"{STORM}\n{number}")
    before = _refreshed(library)
    library.close()
    path = _index(cache)
    data = path.read_bytes()
    match damage:
        case "garbage":
            path.write_bytes(b"no database" * 5000)
        case "empty":
            path.write_bytes(b"")
        case "cut":
            path.write_bytes(data[: len(data) // 2])
        case "deleted":
            path.unlink()
        case "hole":
            path.write_bytes(data[:100] + bytes(len(data) - 100))
    again = Library([folder])
    again.entries()
    _refreshed(again)
    assert [entry.id for entry in again.entries()] == [entry.id for entry in before]
    assert len(again.notices) <= 1


def test_an_index_damaged_while_in_use_is_made_anew_and_said_once(
    library: Library, write: Write, cache: Path
) -> None:
    for number in range(30):
        write(f"{number}.txt", f"{STORM}\n{number}")
    before = _refreshed(library)
    _index(cache).unlink()
    assert len(_refreshed(library)) == 30
    assert [entry.id for entry in library.entries()] == [entry.id for entry in before]
    (notice,) = library.notices
    assert "made anew" in notice


def test_an_index_deleted_in_the_middle_of_an_update_is_whole_in_the_end(
    folder: Path, library: Library, write: Write, cache: Path
) -> None:
    for number in range(5):
        write(f"{number}.txt", f"{STORM}\n{number}")
    steps = library.update()
    while next(steps).done < 3:
        pass
    _index(cache).unlink()
    list(steps)
    assert [entry.path.name for entry in Library([folder]).entries()] == [
        f"{number}.txt" for number in range(5)
    ]


def test_without_a_writable_cache_the_library_still_works(
    folder: Path, write: Write, tmp_path: Path
) -> None:
    write("a.txt", STORM)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    library = Library([folder], cache=blocked)
    (entry,) = _refreshed(library)
    assert library.entries() == [entry]
    assert "TUIREADER_CACHE" in library.notices[0]
    library.close()


def test_a_file_that_cannot_be_read_is_listed_with_the_reason(
    folder: Path, library: Library, write: Write
) -> None:
    write("a.txt", STORM)
    (folder / "b.bin").write_bytes(b"\x00\x01\x02")
    entries = {entry.path.name: entry for entry in _refreshed(library)}
    assert entries["b.bin"].problem
    assert not entries["a.txt"].problem
    assert {entry.path.name: entry for entry in library.entries()} == entries


def test_a_file_is_tried_again_once_it_may_be_opened(
    folder: Path,
    library: Library,
    reads: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "a.bin").write_bytes(b"\x00\x01\x02")
    with monkeypatch.context() as locked:
        locked.setattr(os, "access", lambda path, mode: False)
        assert _refreshed(library)[0].problem
        assert _refreshed(library) == []
    assert len(_refreshed(library)) == 1
    assert _refreshed(library) == []
    assert reads == ["a.bin", "a.bin"]


def test_a_fault_of_a_reader_stops_nothing(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt", STORM)

    def fail(*_: object) -> Article:
        raise ValueError("a fault")

    monkeypatch.setattr("tuireader.library.file_reading.cleaned", fail)
    (entry,) = _refreshed(library)
    assert "ValueError: a fault" in entry.problem


def test_an_article_is_loaded_with_its_annotation(library: Library, write: Write) -> None:
    write("a.txt", STORM)
    (entry,) = _refreshed(library)
    loaded = library.load(entry)
    assert isinstance(loaded, Loaded)
    assert loaded.article.id == entry.id
    gone = library.load(Entry(entry.path, item=7))
    assert isinstance(gone, Unreadable)


def test_names_that_are_no_text_are_kept(folder: Path, library: Library) -> None:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt"))
    path.write_text(STORM)
    (entry,) = _refreshed(library)
    assert entry.path == path
    assert [known.path for known in library.entries()] == [path]
    assert isinstance(library.load(entry), Loaded)


def test_metadata_is_kept(library: Library, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", STORM)
    data = Metadata("Storm", "", "Ana Petrić", "The Velm Courier", "2019-05-13", "en")
    original = cleaned

    def with_metadata(
        document: Document, decisions: Sequence[Decision], options: ReadOptions
    ) -> Article:
        found = original(document, decisions, options)
        assert isinstance(found, Article)
        return replace(found, metadata=data)

    monkeypatch.setattr("tuireader.library.file_reading.cleaned", with_metadata)
    _refreshed(library)
    (entry,) = library.entries()
    assert (entry.path, entry.title, entry.byline) == (path, "Storm", "Ana Petrić")
    assert (entry.source, entry.published, entry.language) == (
        "The Velm Courier",
        "2019-05-13",
        "en",
    )


def test_rows_are_named_however_many_without_what_is_no_article(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuireader.library.catalogue.NAMED_AT_ONCE", 2)
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"Storm {number}\n\nThe harbour was closed.\n")
    (folder / "empty.txt").write_text("")
    library = Library([folder], cache)
    entries = _refreshed(library)
    rows = [entry.row for entry in entries]
    assert len(rows) == 6
    named = set(library.names_of([*rows, 10_000]))
    assert named == {(each.id, each.path, each.title) for each in entries if each.id}
    library.close()
