"""The library a command works on: the paths given, or else the configured one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tuireader.cli.annotating import complain_of
from tuireader.cli.encodings import chosen_encodings
from tuireader.cli.output import complain
from tuireader.cli.own_phrases import own_phrases
from tuireader.config import config_folder, config_path, load_settings, state_folder
from tuireader.config.annotation import load_annotation
from tuireader.language import translated as _
from tuireader.library.executors import OpenExecutor
from tuireader.library.library import Library
from tuireader.library.marks import Marks
from tuireader.state.overruling import Overruling
from tuireader.state.snapshot import NewerStateError
from tuireader.state.tinydb_state import open_state


def add_library(parser: argparse.ArgumentParser) -> None:
    """Add the files and folders of a library, which may be left out."""
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=_("files and folders; without one, your configured library"),
    )


def roots_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files and folders to work on; says so where there are none or one is missing."""
    settings, problems = load_settings(config_path())
    complain_of(problems)
    roots = tuple(paths) or settings.folders
    if not roots:
        complain(
            _(
                "no folder is given, and none is configured: name one, or set library.folders in"
                " {path}"
            ).format(path=config_path())
        )
    missing = [root for root in roots if not root.exists()]
    for root in missing:
        complain(_("{path}: there is no such file or folder").format(path=root))
    return () if missing else roots


def open_library(roots: Sequence[Path], overruling: Overruling | None = None) -> Library:
    """Return a library of some roots, read as the reader chose; says what is wrong there.

    Args:
        roots: Folders and files.
        overruling: What the reader put right; None for what the program thinks.
    """
    annotation, problems = load_annotation(load_settings(config_path())[0], config_folder())
    complain_of(problems)
    library = Library(roots, annotation=annotation, phrases=own_phrases())
    encodings = chosen_encodings()
    library.encodings = lambda: encodings
    library.overruling = lambda: overruling
    return library


def bring_up_to_date(library: Library, open_executor: OpenExecutor | None = None) -> int:
    """Read what is new or changed, with a progress bar on a terminal; return how many files."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True, markup=False)
    read = 0
    with Progress(console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Reading articles", total=None)
        for step in library.update(open_executor):
            read = step.done
            bar.update(task, completed=step.done + step.part, total=step.total)
    for notice in library.notices:
        complain(notice)
    return read


def marks_of_reader() -> Marks:
    """Return what the reader did with the articles, without taking the state from the reader."""
    try:
        state = open_state(state_folder(), read_only=True)
    except NewerStateError as error:
        complain(str(error))
        return Marks()
    try:
        return Marks.of(state.records(), (note.article_id for note in state.notes.all()))
    finally:
        state.close()
