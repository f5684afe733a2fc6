"""The parser of a command's arguments, which speaks the language chosen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any, NoReturn

from tuireader.language import mark, retold
from tuireader.language import translated as _

COMPLAINTS = (
    "the following arguments are required: {names}",
    "unrecognized arguments: {arguments}",
    "invalid choice: {value} (choose from {choices})",
    "invalid {kind} value: {value}",
    "expected one argument",
    "expected at least one argument",
    "not allowed with argument {name}",
    "one of the arguments {names} is required",
    "ambiguous option: {option} could match {options}",
    "ignored explicit argument {value}",
)
"""What `argparse` complains of, for the catalogues."""

_HEADINGS = (mark("positional arguments"), mark("options"))
_LEAST = 30
"""The least room for the second column of a table, in cells."""


class Parser(argparse.ArgumentParser):
    """Reads arguments; its own words are translated as the program's are.

    Args:
        named: Those of `argparse.ArgumentParser`.
    """

    def __init__(self, **named: Any) -> None:
        named.setdefault("formatter_class", _Formatter)
        super().__init__(**{**named, "add_help": False})
        self.add_argument("-h", "--help", action="help", help=_("show this help and leave"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and leave with status 2."""
        self.print_usage(sys.stderr)
        about, colon, wrong = message.partition(": ")
        if colon and about.startswith("argument "):
            told = _("argument {name}: {message}")
            message = told.format(name=about.removeprefix("argument "), message=retold(wrong))
        told = _("{program}: error: {message}")
        self.exit(2, told.format(program=self.prog, message=retold(message)) + "\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_(heading) if heading in _HEADINGS else heading)


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return rows of two columns, the second of them wrapped to the width of the terminal."""
    found = list(rows)
    width = max(len(first) for first, _second in found)
    indent = " " * (width + 4)
    room = get_terminal_size().columns - len(indent) - 1
    lines = []
    for first, second in found:
        if room < _LEAST:
            lines += [f"  {first}", *(f"      {line}" for line in wrap(second, room + width))]
            continue
        begun, *others = wrap(second, room) or [""]
        lines += [f"  {first:<{width}}  {begun}", *(indent + line for line in others)]
    return "\n".join(lines)
