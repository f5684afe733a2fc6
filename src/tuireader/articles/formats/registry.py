"""The formats there are, in the order in which they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import cast

from tuireader.articles.formats import (
    corpus,
    docx,
    epub,
    feed,
    gzipped,
    mail,
    markdown,
    mhtml,
    pdf,
    read_later,
    text,
    warc,
    webpage,
)
from tuireader.articles.formats.extras import install_command, is_installed
from tuireader.articles.formats.format import Format

_MODULES: tuple[ModuleType, ...] = (
    warc,
    gzipped,
    epub,
    docx,
    pdf,
    markdown,
    mhtml,
    read_later,
    feed,
    mail,
    webpage,
    corpus,
    text,
)
FORMATS: tuple[Format, ...] = cast(tuple[Format, ...], _MODULES)


@dataclass(frozen=True, slots=True)
class AvailableFormat:
    """A line of the table of formats.

    Attributes:
        name: The short name, such as ``epub``.
        description: What it is, as a sentence.
        suffixes: The usual endings of file names.
        installed: Whether it can be read as things stand.
        needs: The command that installs what is missing; empty where nothing is.
    """

    name: str
    description: str
    suffixes: tuple[str, ...]
    installed: bool
    needs: str


def available_formats() -> tuple[AvailableFormat, ...]:
    """Return every format, whether it can be read, and what to install if not."""
    return tuple(_available(module) for module in _MODULES)


def _available(module: ModuleType) -> AvailableFormat:
    extra = getattr(module, "EXTRA", "")
    installed = not extra or is_installed(extra)
    return AvailableFormat(
        name=module.NAME,
        description=(module.__doc__ or "").partition("\n")[0],
        suffixes=module.SUFFIXES,
        installed=installed,
        needs="" if installed else install_command(extra),
    )
