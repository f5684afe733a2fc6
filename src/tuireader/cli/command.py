"""What a command of the shell is, and the arguments that several of them share."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.articles.article import Article, Unreadable
    from tuireader.articles.formats.format import ReadOptions
    from tuireader.library.overruling import Overruling


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the shell.

    Attributes:
        name: What is typed after ``tuireader``.
        summary: One line for the list of commands.
        examples: Command lines with what they do, for the command's own help.
        configure: Adds the command's arguments to its parser.
        run: Does the work on the parsed arguments and returns the exit status.
    """

    name: str
    summary: str
    examples: Sequence[tuple[str, str]]
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Add the files and folders a command works on, and how to read them."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("a file or a folder"))
    add_reading(parser)


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options that overrule how files are read."""
    parser.add_argument(
        "--encoding",
        default="",
        help=_("read text in this character encoding, not the one found or chosen in the reader"),
    )
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        type=_field,
        metavar="WHAT=NAME",
        help=_(
            "in JSON and CSV files, the field that holds WHAT (text, title, byline, published …)"
        ),
    )


def add_json(parser: argparse._ActionsContainer) -> None:
    """Add the option for machine-readable output."""
    parser.add_argument(
        "--json", action="store_true", help=_("print JSON Lines, one object an article")
    )


def read_options(arguments: argparse.Namespace) -> ReadOptions:
    """Return how the reader, and the arguments of `add_reading`, want files to be read."""
    from tuireader.articles.formats.format import ReadOptions
    from tuireader.cli.encodings import chosen_encodings
    from tuireader.cli.own_phrases import own_phrases

    chosen = () if arguments.encoding else chosen_encodings()
    return ReadOptions(arguments.encoding, tuple(arguments.field), chosen, own_phrases())


def articles_of(
    arguments: argparse.Namespace, overruling: Overruling | None = None
) -> Iterator[Article | Unreadable]:
    """Yield the articles of the files and folders given, in order, one file at a time.

    Args:
        arguments: Those of `add_paths`.
        overruling: What the reader kept and took out; None for what the program thinks.
    """
    from tuireader.articles.open import open_articles
    from tuireader.library.opening import decided
    from tuireader.library.scan import find_files

    options = read_options(arguments)
    for path in find_files(arguments.paths):
        yield from open_articles(path, options, decided(overruling))


def _field(text: str) -> tuple[str, str]:
    what, separator, name = text.partition("=")
    if not (what and separator and name):
        raise argparse.ArgumentTypeError(
            _("{text!r} is not of the form WHAT=NAME").format(text=text)
        )
    return what, name
