"""``tuireader [PATH…]``: open the reader."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tuireader.cli.command import Command
from tuireader.cli.output import complain
from tuireader.language import translated as _


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=_("files and folders of articles; without one, your configured library"),
    )


def _run(arguments: argparse.Namespace) -> int:
    missing = [path for path in arguments.paths if not path.exists()]
    if missing:
        for path in missing:
            complain(_("{path}: there is no such file or folder").format(path=path))
        return 2
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        complain(
            _("the reader needs a terminal; to print an article instead, use: tuireader show FILE")
        )
        return 2
    from tuireader.app import garbage

    garbage.put_off()
    from tuireader.app.start import run

    return run(arguments.paths)


COMMAND = Command(
    name="",
    summary="Read saved news articles and see who said what, and about whom.",
    examples=(
        ("tuireader ~/articles", "open a folder"),
        ("tuireader show article.txt", "print one article, highlighted"),
        ("tuireader quotes ~/articles --json", "every quote with its speaker, as JSON Lines"),
    ),
    configure=_configure,
    run=_run,
)
