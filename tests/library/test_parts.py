"""Files of very many articles, read in parts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.articles.formats.samples import SAMPLES
from tuireader.articles.article import Article, Document, Unreadable
from tuireader.articles.formats import mail
from tuireader.articles.open import cleaned, open_article, open_articles
from tuireader.library import file_reading, reading
from tuireader.library.extract import made_by
from tuireader.library.file_reading import Piece, pieces_left, read_file, read_piece
from tuireader.library.library import Library
from tuireader.library.parts import Parts, made_as_far_as
from tuireader.library.recipe import PLAIN
from tuireader.library.records import FileRecord
from tuireader.library.scan import Stamp, stamp_of

AT_ONCE = 1e-9
"""Seconds in which one article is begun and no second one."""
FEW = 7


def _message(number: int) -> str:
    return (
        f"From somebody Mon May 13 09:{number:02}:00 2019\nFrom: Ana Petri <ana@velm.example>\n"
        f"Subject: Letter {number}\nDate: Mon, 13 May 2019 09:{number:02}:00 +0000\n\n"
        f"The harbour of Velm was closed for the {number}th time, the mayor said.\n\n"
    )


def _mailbox(folder: Path, numbers: range = range(FEW)) -> Path:
    path = folder / "letters.mbox"
    path.write_text("".join(map(_message, numbers)))
    return path


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every article a piece of its own."""
    monkeypatch.setattr(reading, "_LOOK_UP", AT_ONCE)
    monkeypatch.setattr(reading, "read_piece", _read_at_once)


def _read_at_once(piece: Piece, recipe: Any = PLAIN, *_: object) -> FileRecord:
    return read_piece(piece, recipe, AT_ONCE)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The articles that were cleaned, by their place in their file."""
    items: list[int] = []
    original = cleaned

    def spy(document: Document, *rest: Any) -> Article | Unreadable:
        items.append(document.item)
        return original(document, *rest)

    monkeypatch.setattr(file_reading, "cleaned", spy)
    return items


def _stopped_after(steps: int) -> Callable[[], bool]:
    left = iter(range(steps))
    return lambda: next(left, None) is None


def _titles(library: Library) -> list[str]:
    return [entry.title for entry in library.entries()]


def _letters(numbers: range) -> list[str]:
    return [f"Letter {number}" for number in numbers]


def _in_pieces(stamp: Stamp, forget: bool) -> Iterator[FileRecord]:
    waiting = [Piece(stamp)]
    while waiting:
        if forget:
            file_reading._here.kept = None
        record = read_piece(waiting.pop(0), seconds=AT_ONCE)
        waiting = [*pieces_left(record), *waiting]
        yield record


@pytest.mark.parametrize("forget", [False, True], ids=["gone on", "opened anew"])
@pytest.mark.parametrize("name", SAMPLES)
def test_pieces_together_are_the_file(tmp_path: Path, name: str, forget: bool) -> None:
    path = tmp_path / name
    path.write_bytes(SAMPLES[name])
    stamp = stamp_of(os.fsencode(path))
    whole = read_file(stamp)
    articles = [one for record in _in_pieces(stamp, forget) for one in record.articles]
    assert articles == [*whole.articles]


def test_a_piece_before_one_that_was_read_is_read_too(tmp_path: Path) -> None:
    stamp = stamp_of(os.fsencode(_mailbox(tmp_path)))
    for first in (3, 1, 4, 0):
        record = read_piece(Piece(stamp, first, first + 2, FEW))
        assert [article.entry.item for article in record.articles] == [first, first + 1]


@pytest.mark.parametrize("name", SAMPLES)
def test_an_article_alone_is_what_it_is_among_all(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(SAMPLES[name])
    for found in open_articles(path):
        assert open_article(path, found.item) == found


def test_what_is_not_wanted_of_a_mailbox_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[bytes] = []
    original = mail.parse_message

    def spy(data: bytes) -> Message:
        parsed.append(data)
        return original(data)

    monkeypatch.setattr(mail, "parse_message", spy)
    found = open_article(_mailbox(tmp_path), 5)
    assert isinstance(found, Article)
    assert found.title == "Letter 5"
    assert len(parsed) == 1


@pytest.mark.usefixtures("at_once")
def test_progress_is_told_within_a_file(folder: Path, library: Library) -> None:
    _mailbox(folder)
    steps = [*library.update()]
    parts = [step.done + step.part for step in steps]
    assert parts == pytest.approx([number / FEW for number in range(FEW + 1)])
    assert {step.total for step in steps} == {1}
    assert [entry.title for step in steps for entry in step.entries] == _letters(range(FEW))


@pytest.mark.usefixtures("at_once")
def test_what_was_stopped_goes_on_where_it_was(
    folder: Path, library: Library, read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuireader.library.parts._STEP", 1)
    _mailbox(folder)
    list(library.update(stop=_stopped_after(4)))
    begun = len(read)
    assert 0 < begun < FEW
    assert _titles(library) == _letters(range(begun))
    again = Library([folder])
    steps = [*again.update()]
    assert read == [*range(FEW)]
    assert steps[1].part == pytest.approx((begun + 1) / FEW)
    assert _titles(again) == _letters(range(FEW))
    assert [step.total for step in again.update()] == [0]


@pytest.mark.usefixtures("at_once")
def test_a_file_that_changed_while_it_was_begun_is_read_from_its_start(
    folder: Path, library: Library, read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuireader.library.parts._STEP", 1)
    _mailbox(folder)
    list(library.update(stop=_stopped_after(4)))
    _mailbox(folder, range(20, 26))
    read.clear()
    list(library.update())
    assert read == [*range(6)]
    assert _titles(library) == _letters(range(20, 26))


@pytest.mark.usefixtures("at_once")
def test_old_articles_are_listed_until_new_ones_stand_in_their_place(
    folder: Path, library: Library
) -> None:
    _mailbox(folder)
    list(library.update())
    rows = [entry.row for entry in library.entries()]
    _mailbox(folder, range(10, 14))
    begun = sum(len(step.entries) for step in library.update(stop=_stopped_after(3)))
    assert 0 < begun < 4
    assert _titles(library) == [*_letters(range(10, 10 + begun)), *_letters(range(begun, FEW))]
    list(library.update())
    assert _titles(library) == _letters(range(10, 14))
    assert [entry.row for entry in library.entries()] == rows[:4]


@pytest.mark.usefixtures("at_once")
def test_a_part_that_cannot_be_read_is_tried_again_with_a_new_parser(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "some.jsonl").write_text('{"text": "The quay."}\nbroken\n{"text": "The pier."}\n')
    list(library.update())
    assert [bool(entry.problem) for entry in library.entries()] == [False, True, False]
    assert [step.total for step in library.update()] == [0]
    monkeypatch.setattr("tuireader.library.extract.find_spec", lambda name: None)
    assert next(iter(library.update())).total == 1


def _made(first: int, end: int, items: int) -> FileRecord:
    stamp = Stamp(b"/a.mbox", 1, 1, 1)
    return FileRecord(stamp, made_by(), (), first=first, end=end, items=items)


@given(
    st.lists(st.integers(1, 500), min_size=2, max_size=20).flatmap(
        lambda lengths: st.tuples(st.just(lengths), st.permutations(range(1, len(lengths))))
    )
)
def test_whatever_comes_first_nothing_is_said_to_be_done_that_is_not(
    made: tuple[list[int], list[int]],
) -> None:
    lengths, order = made
    starts = [sum(lengths[:number]) for number in range(len(lengths) + 1)]
    parts, done = Parts(PLAIN), {0}
    record = parts.took(_made(0, starts[1], starts[-1]))
    for number in order:
        assert not record.complete
        reached = starts[next(at for at in range(len(lengths)) if at not in done)]
        assert record.made_by == made_as_far_as(PLAIN, reached)
        assert parts.share == pytest.approx(sum(lengths[at] for at in done) / starts[-1])
        record = parts.took(_made(starts[number], starts[number + 1], starts[-1]))
        done.add(number)
    assert record.complete
    assert record.made_by == made_by()
    assert (parts.whole, parts.share) == (1, 0)


class _Deadly(Executor):
    """Does the work at once; dies at one article."""

    def __init__(self, item: int) -> None:
        self._item = item
        self._broken = False
        self._max_workers = 1

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self._broken:
            raise BrokenExecutor("broken before")
        future: Future[Any] = Future()
        pieces: tuple[Piece, ...] = args[0] if args else ()
        if any(self._item in range(piece.first, piece.end) for piece in pieces):
            self._broken = True
            future.set_exception(BrokenExecutor("a worker died"))
        else:
            future.set_result(fn(*args))
        return future


def test_an_article_that_kills_its_worker_takes_no_other_with_it(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def three_at_first(piece: Piece, recipe: Any = PLAIN) -> FileRecord:
        record = read_piece(piece, recipe, AT_ONCE)
        if piece.end:
            return record
        three = read_piece(Piece(piece.stamp, 0, 3, record.items), recipe)
        return FileRecord(
            piece.stamp, three.made_by, three.articles, end=3, items=record.items, goes_on=True
        )

    monkeypatch.setattr(reading, "read_piece", three_at_first)
    _mailbox(folder)
    list(library.update(lambda: _Deadly(4)))
    entries = library.entries()
    assert [entry.item for entry in entries if entry.problem] == [4]
    assert "ended its worker" in entries[4].problem
    assert [entry.title for entry in entries if not entry.problem] == [
        title for title in _letters(range(FEW)) if title != "Letter 4"
    ]
