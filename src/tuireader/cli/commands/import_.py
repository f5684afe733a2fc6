"""``tuireader import``: take in what was exported, here or elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from tuireader.articles.formats.format import ReadOptions
from tuireader.cli.command import Command
from tuireader.cli.libraries import roots_of
from tuireader.cli.output import complain, print_text
from tuireader.cli.own_phrases import own_phrases
from tuireader.config import config_path, load_settings, state_folder
from tuireader.export.bring_in import bring_in
from tuireader.export.item import known_articles
from tuireader.export.reading import Export, UnknownExportError, read_export_file
from tuireader.language import retold
from tuireader.language import translated as _
from tuireader.library.scan import find_files
from tuireader.state.overruling import Overruling
from tuireader.state.snapshot import NewerStateError
from tuireader.state.tinydb_state import TinyDBState, open_state


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the export"))
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=_("files and folders it is about; without one, your configured library"),
    )


def _run(arguments: argparse.Namespace) -> int:
    try:
        export = read_export_file(arguments.file)
    except OSError as error:
        complain(f"{arguments.file}: {error.strerror}")
        return 1
    except UnknownExportError as error:
        complain(f"{arguments.file}: {error}")
        return 1
    roots: tuple[Path, ...] = ()
    if arguments.paths or load_settings(config_path())[0].folders:
        roots = roots_of(arguments.paths)
        if not roots:
            return 2
    return _bring_in(export, roots)


def _bring_in(export: Export, roots: tuple[Path, ...]) -> int:
    needed = any(not item.record.article_id for item in export.items)
    try:
        state = open_state(state_folder())
    except NewerStateError as error:
        complain(str(error))
        return 1
    try:
        if state.read_only:
            complain(_("Nothing was imported.") + f" {retold(state.reason)}")
            return 1
        known = known_articles(find_files(roots) if needed else (), _options(state))
        done = bring_in(state, export.items, known, export.views)
        state.flush()
    except OSError as error:
        complain(
            _("{path}: {error}; nothing was imported").format(
                path=state.location, error=error.strerror
            )
        )
        return 1
    finally:
        state.close()
    print_text(
        [_("Read {what}.").format(what=export.kind) + f" {done.message.partition(' · ')[0]}."]
    )
    print_text(f"  {item.title}  {item.address}" for item in done.unmatched)
    return 0


def _options(state: TinyDBState) -> ReadOptions:
    encodings = Overruling(state.corrections.all()).encodings
    return ReadOptions(encodings=encodings, phrases=own_phrases())


COMMAND = Command(
    name="import",
    summary="Take in bookmarks, notes and exports of read-later services; nothing is taken away.",
    examples=(
        ("tuireader import everything.jsonl", "what `tuireader export jsonl` wrote"),
        ("tuireader import pocket.csv ~/articles", "mark the articles that the file names"),
    ),
    configure=_configure,
    run=_run,
)
