"""``tuireader export``: let out what the reader keeps."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tuireader.articles.cleaning.safety import neutralize
from tuireader.cli.command import Command
from tuireader.cli.libraries import bring_up_to_date, marks_of_reader, open_library, roots_of
from tuireader.cli.output import complain, print_object, print_text
from tuireader.cli.overruling import add_overruling
from tuireader.config import config_path, load_settings, state_folder
from tuireader.export.formats import FORMATS, Format, write_folder
from tuireader.export.item import Item, items
from tuireader.export.markdown import PARTS
from tuireader.language import retold
from tuireader.language import translated as _
from tuireader.library.entry import Entry
from tuireader.library.library import Library
from tuireader.library.query.syntax import QueryError
from tuireader.state.files import PUBLIC, write_atomically
from tuireader.state.messages import count
from tuireader.state.overruling import Overruling
from tuireader.state.snapshot import NewerStateError
from tuireader.state.tinydb_state import TinyDBState, open_state

VAULT = "vault"
"""The way out into a folder, one Markdown file an article."""


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "form",
        metavar="FORMAT",
        choices=(*FORMATS, VAULT),
        help=_("one of: {names}").format(names=_choices()),
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=_("files and folders; without one, your configured library"),
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help=_("the file, or the folder of a vault, to write"),
    )
    parser.add_argument("--query", default="", help=_("only articles that this query means"))
    add_overruling(parser)
    parser.add_argument(
        "--parts",
        default="notes",
        metavar="PART,PART",
        help=_("what a vault holds of each article: {names}").format(names=", ".join(PARTS)),
    )


def _told(what: str, output: object) -> str:
    return _("{what} written to {path}").format(what=what, path=output)


def _choices() -> str:
    known = [*((form.name, form.help) for form in FORMATS.values()), (VAULT, VAULT_HELP)]
    return "; ".join(f"{name} ({retold(about)})" for name, about in known)


VAULT_HELP = "a folder with one Markdown file an article, for Obsidian"
"""What the way out into a folder is for."""


def _run(arguments: argparse.Namespace) -> int:
    parts = tuple(part.strip() for part in arguments.parts.split(",") if part.strip())
    if unknown := [part for part in parts if part not in PARTS]:
        complain(
            _("there is no part {names}; there are {parts}").format(
                names=", ".join(unknown), parts=", ".join(PARTS)
            )
        )
        return 2
    if arguments.form == VAULT and arguments.output is None:
        complain(_("name the folder of the vault with --output"))
        return 2
    roots = _roots(arguments.paths)
    if roots is None:
        return 2
    try:
        state = open_state(state_folder(), read_only=True)
    except NewerStateError as error:
        complain(str(error))
        return 1
    try:
        return _export(state, roots, arguments, parts)
    except QueryError as error:
        complain(_("the query cannot be understood: {error}").format(error=retold(error.message)))
        return 2
    except OSError as error:
        complain(f"{error.filename or arguments.output}: {error.strerror}")
        return 1
    finally:
        state.close()


def _roots(paths: Sequence[Path]) -> tuple[Path, ...] | None:
    """Return the roots; empty where there is no library, None where one of them is missing."""
    if not paths and not load_settings(config_path())[0].folders:
        return ()
    return roots_of(paths) or None


def _export(
    state: TinyDBState, roots: Sequence[Path], arguments: argparse.Namespace, parts: Sequence[str]
) -> int:
    form = FORMATS.get(arguments.form)
    overruling = Overruling(state.corrections.all())
    library = open_library(roots, overruling)
    try:
        entries = _entries(library, arguments.query) if roots else []
        wanted = form.wanted if form else _is_kept
        load = partial(library.load, overruling=None if arguments.no_corrections else overruling)
        found = list(items(state, entries, load, wanted))
    finally:
        library.close()
    if arguments.query:
        found = [item for item in found if item.article]
    if form is None:
        written = write_folder(found, arguments.output, parts)
        print_text([_told(count(len(written), "file"), arguments.output)])
        if not written:
            complain(_("nothing is kept: a vault holds what is bookmarked, tagged or noted"))
        return 0
    text = form.write(found, state.views.all())
    if arguments.output:
        write_atomically(arguments.output, [text.encode("utf-8", "replace")], PUBLIC)
        print_text([_told(count(len(found), "article"), arguments.output)])
    else:
        _print(text, form)
    return 0


def _print(text: str, form: Format) -> None:
    """Print an export so that nothing in it drives a terminal; JSON stays exact by its escapes."""
    if form.suffix == ".jsonl":
        for line in text.split("\n")[:-1]:
            print_object(json.loads(line))
    elif form.suffix == ".jsonld":
        print_object(json.loads(text))
    else:
        sys.stdout.write(neutralize(text.replace("\r\n", "\n")))


def _entries(library: Library, query: str) -> list[Entry]:
    bring_up_to_date(library)
    return list(library.find(query, marks_of_reader()))


def _is_kept(item: Item) -> bool:
    return item.kept


COMMAND = Command(
    name="export",
    summary="Let out notes, bookmarks, quotes, entities, citations, or everything.",
    examples=(
        ("tuireader export jsonl --output everything.jsonl", "all you did; nothing is lost"),
        ("tuireader export vault --output ~/vault", "a Markdown file for each article you kept"),
        ("tuireader export quotes ~/articles > quotes.csv", "who said what, as a table"),
        ("tuireader export chicago --query tag:thesis", "your highlights, each with its source"),
    ),
    configure=_configure,
    run=_run,
)
