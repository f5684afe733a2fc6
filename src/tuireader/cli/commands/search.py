"""``tuireader search``: the articles that a query means."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator

from tuireader.cli.command import Command
from tuireader.cli.libraries import (
    add_library,
    bring_up_to_date,
    marks_of_reader,
    open_library,
    roots_of,
)
from tuireader.cli.output import complain, print_object, print_text
from tuireader.cli.overruling import overruling_of_reader
from tuireader.language import counted, number, retold
from tuireader.language import translated as _
from tuireader.library.found import found_objects
from tuireader.library.library import Library
from tuireader.library.listing import Listing
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import QueryError

_AT_ONCE = 200


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help=_("what to look for, in one argument"))
    add_library(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--json", action="store_true", help=_("print JSON Lines, one object an article")
    )
    form.add_argument(
        "--paths", action="store_true", dest="only_paths", help=_("print the paths only")
    )


def _run(arguments: argparse.Namespace) -> int:
    try:
        query = parse(arguments.query)
    except QueryError as error:
        complain(_("the query cannot be understood: {error}").format(error=retold(error.message)))
        print_text(str(error).splitlines()[1:3], to_errors=True)
        if error.suggestion:
            print_text([_("Did you mean  {query}").format(query=error.corrected)], to_errors=True)
        return 2
    roots = roots_of(arguments.paths)
    if not roots:
        return 2
    library = open_library(roots, overruling_of_reader())
    try:
        bring_up_to_date(library)
        found = library.find(query, marks_of_reader())
        if arguments.json:
            for each in found_objects(library, found):
                print_object(each)
        elif arguments.only_paths:
            print_text(dict.fromkeys(str(entry.path) for entry in found))
        else:
            print_text(_lines(library, found))
    finally:
        library.close()
    return 0 if len(found) else 1


def _lines(library: Library, found: Listing) -> Iterator[str]:
    for at in range(0, len(found), _AT_ONCE):
        entries = found[at : at + _AT_ONCE]
        snippets = library.snippets(found.query, entries)
        for entry in entries:
            about = " · ".join(part for part in (entry.source, entry.published) if part)
            yield f"{entry.title}  {about}".rstrip()
            yield f"  {shlex.quote(str(entry.path))}"
            snippet = snippets.get(entry.row)
            if snippet and snippet.text:
                yield f"  {' '.join(snippet.text.split())}"
            yield ""
    hits = number(len(found))
    yield counted("{found} of {n} article", "{found} of {n} articles", found.total, found=hits)


COMMAND = Command(
    name="search",
    summary="Find articles by words, people, speakers, dates and more.",
    examples=(
        ("tuireader search 'harbour' ~/articles", "articles with the word"),
        ("tuireader search 'speaker:lindqvist cable'", "in your library, by who speaks"),
        ("tuireader search 'is:unread after:2025-01' --paths", "the paths only"),
        ("tuireader search 'quote:\"second line\"' --json", "JSON Lines with the sentence found"),
    ),
    configure=_configure,
    run=_run,
)
