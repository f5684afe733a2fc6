from __future__ import annotations

from tuireader.library.rescan import Plan, compare
from tuireader.library.scan import Stamp

A = Stamp(b"/a", 10, 100, 1)
B = Stamp(b"/b", 20, 200, 2)


def _known(*stamps: Stamp) -> dict[bytes, tuple[int, int, int]]:
    return {stamp.path: (stamp.size, stamp.modified, stamp.inode) for stamp in stamps}


def test_unchanged_files_are_left_alone() -> None:
    assert compare(_known(A, B), [A, B]) == Plan((), (), (), 2)


def test_new_and_changed_files_are_read_and_lost_ones_told() -> None:
    changed = A._replace(modified=101)
    new = Stamp(b"/c", 1, 1, 3)
    assert compare(_known(A, B), [changed, new]) == Plan((changed, new), (), (b"/b",), 2)


def test_a_file_of_an_older_version_is_read_again() -> None:
    assert compare({A.path: (-2, A.modified, A.inode)}, [A]).read == (A,)


def test_a_moved_file_is_not_read() -> None:
    there = A._replace(path=b"/elsewhere/a")
    assert compare(_known(A, B), [B, there]) == Plan((), ((b"/a", there),), (), 2)


def test_a_file_overwritten_by_another_is_read() -> None:
    over = B._replace(path=A.path)
    assert compare(_known(A, B), [over]) == Plan((over,), (), (b"/b",), 1)
