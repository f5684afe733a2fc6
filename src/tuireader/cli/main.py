"""The program's entrance: find the command, run it, and leave in good order."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from shutil import get_terminal_size
from textwrap import wrap

from tuireader import __version__
from tuireader.cli.command import Command
from tuireader.cli.commands import open_reader
from tuireader.cli.output import complain
from tuireader.cli.parser import Parser, table
from tuireader.language import AUTOMATIC
from tuireader.language import choose as speak
from tuireader.language import translated as _

NAMES = (
    "show",
    "clean",
    "quotes",
    "entities",
    "correct",
    "names",
    "search",
    "index",
    "formats",
    "state",
    "export",
    "import",
    "config",
)
"""The commands with a name, in the order of the help; the one without opens the reader."""

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        arguments: What stands after the program's name; None for the command line's own.

    Returns:
        0 where all went well, 1 where a file could not be read or nothing was found, 2 where the
        command line was wrong, 130 where the user interrupted, 143 where the system told the
        reader to end and 129 where its terminal was closed.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    speak(AUTOMATIC)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        if words and words[0] in NAMES:
            command = command_named(words[0])
            return command.run(_parser(command).parse_args(words[1:]))
        return open_reader.COMMAND.run(_reader_parser(words).parse_args(words))
    except KeyboardInterrupt:
        complain(_("interrupted"))
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def command_named(name: str) -> Command:
    """Return the command of a name in `NAMES`; its module is loaded only then."""
    module = f"{name}_" if iskeyword(name) else name
    command: Command = import_module(f"tuireader.cli.commands.{module}").COMMAND
    return command


def _parser(command: Command) -> argparse.ArgumentParser:
    parser = Parser(
        prog=f"tuireader {command.name}",
        description="\n".join(wrap(_(command.summary), get_terminal_size().columns - 2)),
        epilog=_examples(command),
    )
    command.configure(parser)
    return parser


def _reader_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    command = open_reader.COMMAND
    heading, commands = _("commands:"), ""
    if {"-h", "--help"} & set(words):
        commands = table((name, _(command_named(name).summary)) for name in NAMES)
    before = " " * len(_("usage: "))
    parser = Parser(
        prog="tuireader",
        usage=f"tuireader [PATH ...]\n{before}tuireader COMMAND [--help] ...",
        description="\n".join(wrap(_(command.summary), get_terminal_size().columns - 2)),
        epilog=f"{heading}\n{commands}\n\n{_examples(command)}",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"tuireader {__version__}",
        help=_("show the version and leave"),
    )
    command.configure(parser)
    return parser


def _examples(command: Command) -> str:
    rows = table((line, _(purpose)) for line, purpose in command.examples)
    return _("examples:") + "\n" + rows
