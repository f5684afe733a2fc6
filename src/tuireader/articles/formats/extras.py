"""Formats whose parser is installed only on request."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from tuireader.articles.article import Unreadable

PACKAGES = {"pdf": "pypdfium2", "docx": "mammoth", "warc": "warcio"}
"""The package that each extra of this program brings, by the name of the extra."""


def is_installed(extra: str) -> bool:
    """Return whether the parser that an extra brings is there."""
    return find_spec(PACKAGES[extra]) is not None


def missing(path: Path, extra: str, what: str) -> Unreadable:
    """Return what to say of a file whose parser is not installed.

    Args:
        path: The file.
        extra: The extra that brings the parser.
        what: The kind of file as a plural, such as ``PDF files``.
    """
    return Unreadable(
        path,
        f"Reading {what} needs a part of tuireader that is not installed.",
        f"Install it with: {install_command(extra)}",
    )


def install_command(extra: str) -> str:
    """Return the command that installs an extra."""
    return f"pip install 'tuireader[{extra}]'"
