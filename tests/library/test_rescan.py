from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.library.rescan import Plan, compare, state_of, version_key
from tuireader.library.scan import Stamp

A = Stamp(b"/a", 10, 100, 1)
B = Stamp(b"/b", 20, 200, 2)
NOW, BEFORE, UNREADABLE = version_key("now"), version_key("before"), version_key("unreadable")


def _known(*stamps: Stamp, key: int = NOW) -> dict[bytes, int]:
    return {stamp.path: state_of(stamp, key) for stamp in stamps}


def _compare(known: Mapping[bytes, int], found: Iterable[Stamp]) -> Plan:
    return compare(known, found, NOW, lambda path: UNREADABLE)


def test_unchanged_files_are_left_alone() -> None:
    assert _compare(_known(A, B), [A, B]) == Plan((), (), (), 2)


@pytest.mark.parametrize(
    "changed", [A._replace(size=11), A._replace(modified=101), A._replace(inode=3)]
)
def test_new_and_changed_files_are_read_and_lost_ones_told(changed: Stamp) -> None:
    new = Stamp(b"/c", 1, 1, 3)
    assert _compare(_known(A, B), [new, changed]) == Plan((changed, new), (), (b"/b",), 2)


def test_a_file_that_another_version_read_is_read_again() -> None:
    assert _compare(_known(A, key=BEFORE), [A]).read == (A,)


def test_a_file_that_was_and_is_unreadable_is_left_alone() -> None:
    assert _compare(_known(A, key=UNREADABLE), [A]).read == ()


def test_a_moved_file_is_not_read() -> None:
    there = A._replace(path=b"/elsewhere/a")
    assert _compare(_known(A, B), [B, there]) == Plan((), ((b"/a", there),), (), 2)


def test_a_file_overwritten_by_another_is_read() -> None:
    over = B._replace(path=A.path)
    assert _compare(_known(A, B), [over]) == Plan((over,), (), (b"/b",), 1)


def test_two_roots_that_are_not_there_are_not_taken_for_each_other() -> None:
    gone, other = Stamp(b"/gone", -1, 0, 0), Stamp(b"/other", -1, 0, 0)
    assert _compare(_known(gone), [other]) == Plan((other,), (), (b"/gone",), 1)


@given(st.integers(-1, 2**45), st.integers(0, 2**63 - 1), st.integers(0, 2**64 - 1))
def test_every_state_fits_the_index(size: int, modified: int, inode: int) -> None:
    assert 0 <= state_of(Stamp(b"/a", size, modified, inode), NOW) < 2**63
