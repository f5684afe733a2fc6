"""Bringing the index up to date with the files."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path

from tuireader.library import reading
from tuireader.library.corrected import files_with, read_corrected
from tuireader.library.entry import Entry
from tuireader.library.executors import OpenExecutor, process_pool
from tuireader.library.extract import made_by, made_by_unreadable
from tuireader.library.index import reader, writer
from tuireader.library.index.index import Index
from tuireader.library.parts import Parts, pieces
from tuireader.library.progress import Progress
from tuireader.library.recipe import PLAIN, Recipe
from tuireader.library.records import FileRecord
from tuireader.library.rescan import Plan, compare, version_key
from tuireader.library.scan import Stamp, scan, stamp_of


def update(
    index: Index,
    roots: Sequence[Path],
    open_executor: OpenExecutor | None = None,
    stop: Callable[[], bool] = lambda: False,
    recipe: Recipe = PLAIN,
    settled: dict[bytes, int] | None = None,
) -> Iterator[Progress]:
    """Read what is new or changed under some roots; yield how far it is.

    It may be abandoned at any point: what was yielded is kept, and the next call goes on there.

    Args:
        index: Where it is kept.
        roots: Folders and files.
        open_executor: Where files are read; None for processes of this machine where there are
            many, and for this thread where there are few.
        stop: Asked about ten times a second; once it says True nothing more is read.
        recipe: How files are read; those read otherwise are read anew.
        settled: As of `read_corrected`; None where nothing is known of that.
    """
    settled = {} if settled is None else settled
    rebuilt = -1
    while rebuilt != index.rebuilt and not stop():
        rebuilt = index.rebuilt
        known = _read_as_wanted(index, index.read(reader.states), recipe)
        plan = _compared(index, known, scan(roots), recipe)
        yield from _carry_out(index, plan, known, open_executor, stop, recipe)
        yield from update_corrected(index, stop, recipe, settled, total=len(plan.read))


def update_some(
    index: Index,
    paths: Iterable[bytes],
    stop: Callable[[], bool] = lambda: False,
    recipe: Recipe = PLAIN,
    settled: dict[bytes, int] | None = None,
) -> Iterator[Progress] | None:
    """Do the same for some files that are known to have changed.

    Args:
        index: Where it is kept.
        paths: Absolute paths of files; empty where anything may have changed.
        stop: As for `update`.
        recipe: As for `update`.
        settled: As for `update`.

    Returns:
        The steps; None where everything must be looked at, as where a path is that of a folder.
    """
    wanted = [*paths]
    if not wanted:
        return None
    known = index.read(lambda connection: reader.states_of(connection, wanted))
    known = _read_as_wanted(index, known, recipe)
    found: list[Stamp] = []
    for path in wanted:
        if os.path.isfile(path):
            found.append(stamp_of(path))
        elif os.path.isdir(path) or path not in known:
            return None
    plan = _compared(index, known, found, recipe)
    return chain(
        _carry_out(index, plan, known, None, stop, recipe),
        update_corrected(
            index, stop, recipe, {} if settled is None else settled, total=len(plan.read)
        ),
    )


def update_corrected(
    index: Index,
    stop: Callable[[], bool],
    recipe: Recipe,
    settled: dict[bytes, int],
    before: Collection[str] = (),
    total: int = 0,
) -> Iterator[Progress]:
    """Read what the reader put right since anew.

    Args:
        index: Where it is kept.
        stop: As for `update`.
        recipe: As for `update`.
        settled: As of `read_corrected`.
        before: Articles in which what was put right may have been taken back.
        total: How many files were read before.
    """
    articles = {*before, *(recipe.overruling.articles if recipe.overruling else ())}
    files = index.read(lambda connection: files_with(connection, articles, recipe))
    for record in read_corrected(files, recipe, stop, settled):
        yield Progress(total, total, tuple(_put(index, [record], recipe)))


def update_encodings(
    index: Index, stop: Callable[[], bool], recipe: Recipe = PLAIN
) -> Iterator[Progress]:
    """Do the same for the files that were read in another encoding than is chosen now.

    Args:
        index: Where it is kept.
        stop: As for `update`.
        recipe: As for `update`.
    """
    paths = _in_other_encodings(index, recipe)
    yield from update_some(index, paths, stop, recipe) or ()


def _in_other_encodings(index: Index, recipe: Recipe) -> list[bytes]:
    encodings = recipe.encodings
    return index.read(lambda connection: reader.encoded_otherwise(connection, encodings))


def _read_as_wanted(index: Index, states: dict[bytes, int], recipe: Recipe) -> dict[bytes, int]:
    """Return the states of files without those that were read in another encoding."""
    otherwise = frozenset(_in_other_encodings(index, recipe))
    if not otherwise:
        return states
    return {path: state for path, state in states.items() if path not in otherwise}


def _compared(
    index: Index, known: Mapping[bytes, int], found: Iterable[Stamp], recipe: Recipe
) -> Plan:
    articles = recipe.overruling.articles if recipe.overruling else ()
    corrected = index.read(lambda connection: files_with(connection, articles, recipe))

    def other_key(path: bytes) -> int:
        if path in corrected:
            return version_key(corrected[path].made_by)
        return version_key(made_by_unreadable(path, recipe))

    return compare(known, found, version_key(made_by(recipe)), other_key)


def _carry_out(
    index: Index,
    plan: Plan,
    known: Mapping[bytes, int],
    open_executor: OpenExecutor | None,
    stop: Callable[[], bool],
    recipe: Recipe,
) -> Iterator[Progress]:
    total = len(plan.read)
    recipe = replace(recipe, overruling=None)  # put right afterwards, in `update_corrected`
    wanted = [*pieces(plan.read, known, recipe)]
    yield _tidy(index, plan)
    if open_executor is None and not reading.worth_workers(plan.read):
        steps = reading.read_here(wanted, stop, recipe)
    else:
        steps = reading.read_by_workers(wanted, open_executor or process_pool(), stop, recipe)
    parts = Parts(recipe)
    for records in steps:
        entries = _put(index, [parts.took(record) for record in records], recipe)
        yield Progress(parts.whole, total, tuple(entries), part=parts.share)
    if total:
        with suppress(sqlite3.Error):
            index.write(writer.settle)


def _tidy(index: Index, plan: Plan) -> Progress:
    def work(connection: sqlite3.Connection) -> list[Entry]:
        moved: list[Entry] = []
        for old, stamp in plan.moved:
            writer.move(connection, old, stamp)
            moved.extend(reader.entries_of_file(connection, stamp.path))
        writer.remove(connection, plan.gone)
        return moved

    moved = index.write(work) if plan.moved or plan.gone else []
    gone = (*plan.gone, *(old for old, _ in plan.moved))
    return Progress(
        0, len(plan.read), tuple(moved), tuple(Path(os.fsdecode(path)) for path in gone)
    )


def _put(index: Index, records: Sequence[FileRecord], recipe: Recipe) -> list[Entry]:
    whole = made_by(recipe)

    def work(connection: sqlite3.Connection) -> list[Entry]:
        entries: list[Entry] = []
        for record in records:
            entries += writer.put(connection, record)
            path = record.stamp.path
            parts_end = record.items and record.made_by == whole
            if parts_end and reader.has_problem(connection, path):
                writer.note(connection, record.stamp, made_by_unreadable(path, recipe))
        return entries

    try:
        return index.write(work)
    except sqlite3.Error as error:
        index.notify(
            f"The index {index.path} cannot be written ({error}): what is read now is shown but"
            " not found by a search, and will be read again at the next start."
        )
        return [article.entry for record in records for article in record.articles]
