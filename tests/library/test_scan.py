from __future__ import annotations

import os
from pathlib import Path

from tests.library.conftest import Write
from tuireader.library.scan import find_files, scan


def test_files_come_in_the_order_of_their_paths(folder: Path, write: Write) -> None:
    for name in ("b.txt", "sub/c.txt", "a.txt"):
        write(name, "text")
    assert [path.relative_to(folder).as_posix() for path in find_files([folder])] == [
        "a.txt",
        "b.txt",
        "sub/c.txt",
    ]


def test_hidden_files_are_left_out_unless_named(folder: Path, write: Write) -> None:
    hidden = write(".hidden.txt", "text")
    write(".git/config", "text")
    assert list(find_files([folder])) == []
    assert list(find_files([hidden])) == [hidden]


def test_a_file_under_two_roots_comes_once(folder: Path, write: Write) -> None:
    path = write("sub/a.txt", "text")
    assert list(find_files([folder, folder / "sub", path])) == [path]


def test_a_root_that_is_not_there_is_told(tmp_path: Path) -> None:
    (stamp,) = scan([tmp_path / "nowhere"])
    assert stamp.size == -1


def test_a_pipe_is_never_opened(folder: Path, write: Write) -> None:
    path = write("a.txt", "text")
    os.mkfifo(folder / "pipe")
    assert list(find_files([folder])) == [path]


def test_a_file_name_that_is_no_text_is_found(folder: Path) -> None:
    name = os.fsencode(folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("text")
    (stamp,) = scan([folder])
    assert stamp.path == name
