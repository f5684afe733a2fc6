"""``tuireader show``: one article, printed as the reader would show it."""

from __future__ import annotations

import argparse
from pathlib import Path

from tuireader.articles.article import Unreadable
from tuireader.articles.open import open_articles
from tuireader.cli.annotating import add_engine, annotation_settings
from tuireader.cli.command import Command, add_reading, read_options
from tuireader.cli.output import report
from tuireader.cli.overruling import add_overruling, overruling_of_reader
from tuireader.language import translated as _
from tuireader.library.opening import annotated, decided


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=_("a file with one or more articles")
    )
    parser.add_argument("--width", type=int, default=0, help=_("the width of the text in cells"))
    add_engine(parser)
    add_overruling(parser)
    add_reading(parser)


def _run(arguments: argparse.Namespace) -> int:
    from rich.console import Console

    from tuireader.cli.print_article import printed

    console = Console(markup=False, highlight=False, emoji=False)
    width = arguments.width or min(console.width, 76)
    status = 0
    settings = annotation_settings(arguments.engine)
    overruling = overruling_of_reader(arguments.no_corrections)
    options = read_options(arguments)
    for found in open_articles(arguments.file, options, decided(overruling)):
        if isinstance(found, Unreadable):
            report(found, as_json=False)
            status = 1
            continue
        for paragraph in printed(found, annotated(found, settings, overruling), width):
            console.print(paragraph, width=width)
    return status


COMMAND = Command(
    name="show",
    summary="Print an article with its quotes and names highlighted; plain when piped.",
    examples=(
        ("tuireader show article.txt", "print it"),
        ("tuireader show article.txt --width 60 | less -R", "page through it"),
    ),
    configure=_configure,
    run=_run,
)
