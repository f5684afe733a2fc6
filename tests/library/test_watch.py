from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from tests.library.conftest import Write
from tuireader.config import cache_folder
from tuireader.library import watch as watching
from tuireader.library.library import Library
from tuireader.library.progress import Progress

Follow = Callable[[Library], "Queue[Progress]"]
_LONG = 30.0


@pytest.fixture
def follow() -> Iterator[Follow]:
    """Follow a library in a thread; its steps come in a queue, the first of them awaited."""
    stop = threading.Event()
    threads: list[threading.Thread] = []

    def start(library: Library) -> Queue[Progress]:
        steps: Queue[Progress] = Queue()

        def work() -> None:
            for step in library.watch(stop):
                steps.put(step)

        threads.append(threading.Thread(target=work))
        threads[-1].start()
        steps.get(timeout=_LONG)
        return steps

    yield start
    stop.set()
    for thread in threads:
        thread.join(_LONG)
        assert not thread.is_alive()


def test_a_new_a_changed_a_moved_and_a_deleted_file_are_noticed(
    folder: Path, library: Library, write: Write, follow: Follow
) -> None:
    path = write("a.txt", "First words.")
    list(library.update())
    steps = follow(library)

    write("b.txt", "A second article.")
    (new,) = steps.get(timeout=_LONG).entries
    assert new.path.name == "b.txt"

    write("b.txt", "A second article, longer.")
    (changed,) = steps.get(timeout=_LONG).entries
    assert (changed.row, changed.words) == (new.row, 4)

    (known,) = [entry for entry in library.entries() if entry.path == path]
    path.rename(folder / "c.txt")
    moved = steps.get(timeout=_LONG)
    assert [(entry.path.name, entry.row) for entry in moved.entries] == [("c.txt", known.row)]
    assert moved.gone == (path,)

    (folder / "c.txt").unlink()
    assert steps.get(timeout=_LONG).gone == (folder / "c.txt",)


def test_what_changed_before_the_watch_began_is_noticed(
    library: Library, write: Write, follow: Follow
) -> None:
    list(library.update())
    write("a.txt", "Written in between.")
    (entry,) = follow(library).get(timeout=_LONG).entries
    assert entry.path.name == "a.txt"


def test_a_folder_that_is_moved_in_is_read(
    folder: Path, library: Library, follow: Follow, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("First words.")
    steps = follow(library)
    (tmp_path / "elsewhere").rename(folder / "here")
    (entry,) = steps.get(timeout=_LONG).entries
    assert entry.path == folder / "here" / "a.txt"


def test_a_file_named_as_root_is_followed(write: Write, follow: Follow) -> None:
    path = write("a.txt", "First words.")
    library = Library([path])
    list(library.update())
    steps = follow(library)
    write("other.txt", "This is none of ours.")
    new = path.with_name("new")
    new.write_text("First words, replaced.")
    new.rename(path)
    (entry,) = steps.get(timeout=_LONG).entries
    assert (entry.path, entry.words) == (path, 3)


def test_hidden_files_are_not_followed(tmp_path: Path) -> None:
    root = tmp_path / ".hidden root"
    for path, wanted in (
        ("a.txt", True),
        ("sub/a.txt", True),
        (".a.txt", False),
        (".git/a.txt", False),
    ):
        assert watching._is_wanted(root / path, [root], []) is wanted
    assert not watching._is_wanted(tmp_path / "b.txt", [root], [])


def test_a_system_that_refuses_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*roots: object) -> Iterator[frozenset[bytes]]:
        raise OSError("too many folders")

    monkeypatch.setattr(watching, "changed_paths", refuse)
    assert list(library.watch(threading.Event())) == []
    assert "too many folders" in library.notices[0]


def test_an_index_that_turns_out_to_be_damaged_is_filled_again(
    library: Library, write: Write, follow: Follow
) -> None:
    for name in ("a.txt", "b.txt"):
        write(name, f"Words of {name}.")
    list(library.update())
    steps = follow(library)
    (path,) = (cache_folder() / "indexes").glob("*.sqlite")
    path.unlink()
    library.find()
    read: set[str] = set()
    while len(read) < 2:
        read.update(entry.path.name for entry in steps.get(timeout=_LONG).entries)
    assert len(library.find()) == 2
