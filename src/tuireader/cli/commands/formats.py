"""``tuireader formats``: what can be opened, and what to install for the rest."""

from __future__ import annotations

import argparse

from tuireader.articles.formats.registry import available_formats
from tuireader.cli.command import Command
from tuireader.cli.output import print_object, print_text
from tuireader.language import retold
from tuireader.language import translated as _


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help=_("print JSON Lines, one object a format")
    )


def _run(arguments: argparse.Namespace) -> int:
    formats = available_formats()
    if arguments.json:
        for each in formats:
            print_object(
                {
                    "name": each.name,
                    "description": each.description,
                    "suffixes": list(each.suffixes),
                    "installed": each.installed,
                    "needs": each.needs,
                }
            )
        return 0
    width = max(len(each.name) for each in formats)
    suffixes = max(len(" ".join(each.suffixes)) for each in formats)
    print_text(
        f"{_('yes') if each.installed else _('no'):4}  {each.name:{width}}  "
        f"{' '.join(each.suffixes):{suffixes}}  {retold(each.needs or each.description)}"
        for each in formats
    )
    return 0


COMMAND = Command(
    name="formats",
    summary="Print which formats can be opened, and what to install for the others.",
    examples=(("tuireader formats", "print the table"),),
    configure=_configure,
    run=_run,
)
