"""From a path to the articles in it: sniff the format, call its reader, clean the result."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tuireader.articles.article import Article, Document, Unreadable, content_id
from tuireader.articles.checkpoint import Checkpoint, go_on
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.decision import Decision
from tuireader.articles.formats.format import Format, ReadOptions
from tuireader.articles.formats.registry import FORMATS

MAXIMUM_SIZE = 50_000_000
"""The size of a file, in bytes, from which on it is not opened."""

_HEAD = 4096


def open_articles(
    path: Path,
    options: ReadOptions = ReadOptions(),  # noqa: B008 (frozen)
    decide: Callable[[Document], Sequence[Decision]] | None = None,
) -> Iterator[Article | Unreadable]:
    """Yield the articles in a file, cleaned; what cannot be read is yielded as `Unreadable`.

    Never raises for what a file holds or lacks, and never waits for a pipe or a device.

    Args:
        path: The file.
        options: What the reader overrules.
        decide: Returns what the reader kept or took out of a document.
    """
    for document in open_documents(path, options):
        if isinstance(document, Unreadable):
            yield document
        else:
            yield cleaned(document, decide(document) if decide else (), options)


def open_article(
    path: Path,
    item: int,
    options: ReadOptions = ReadOptions(),  # noqa: B008 (frozen)
    decide: Callable[[Document], Sequence[Decision]] | None = None,
    checkpoint: Checkpoint = go_on,
) -> Article | Unreadable:
    """Return one of the articles in a file, without cleaning the others.

    Args:
        path: The file.
        item: Which, as `Article.item`.
        options: What the reader overrules.
        decide: Returns what the reader kept or took out of a document.
        checkpoint: Asked between the steps.

    Raises:
        GivenUpError: By the checkpoint.
    """
    checkpoint()
    missing = Unreadable(path, "The file no longer holds this article.", item=item)
    wanted = replace(options, only=item)
    for document in open_documents(path, wanted):
        checkpoint()
        if document.item == item:
            if isinstance(document, Unreadable):
                return document
            decided = decide(document) if decide else ()
            return cleaned(document, decided, options, checkpoint)
        if document.item == 0 and isinstance(document, Unreadable):
            missing = document  # perhaps nothing in the file can be read any more
    return missing


def open_documents(
    path: Path,
    options: ReadOptions = ReadOptions(),  # noqa: B008 (frozen)
) -> Iterator[Document | Unreadable]:
    """Yield the documents in a file as its reader found them, before any cleaning.

    Args:
        path: The file.
        options: What the reader overrules.
    """
    data = _content(path)
    if isinstance(data, Unreadable):
        yield data
        return
    file_id = content_id(data)
    if options.encodings and not options.encoding:
        options = replace(options, encoding=dict(options.encodings).get(file_id, ""))
    for document in _documents(data, path, options):
        yield replace(document, file_id=file_id)


def _documents(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    reader = _reader(path, data[:_HEAD])
    if reader is None:
        yield Unreadable(
            path,
            "It holds binary data in no format that tuireader reads.",
            "Save the article as text, Markdown or a web page. Formats: tuireader formats.",
        )
        return
    place = _Place(options)
    try:
        for document in reader.read(data, path, replace(options, only=-1, wanted=place.wants)):
            place.passed(document.item)
            yield document
    except Exception as error:
        # A damaged file may trip any parser in any way, and must not stop the other files.
        detail = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        yield Unreadable(
            path,
            f"It could not be read as {reader.NAME} ({detail}).",
            "The file may be damaged or cut off: try to save it again.",
            place.item,
        )


class _Place:
    """Where in a file its reader is.

    Attributes:
        item: Which document comes next, as `Document.item`.
    """

    def __init__(self, options: ReadOptions) -> None:
        self.item = 0
        self._options = options

    def wants(self, item: int) -> bool:
        """Return whether a document is wanted; it is the next one only where it is."""
        wanted = self._options.wants(item)
        self.item = max(self.item, item if wanted else item + 1)
        return wanted

    def passed(self, item: int) -> None:
        """Note that a document has been read."""
        self.item = max(self.item, item + 1)


def _reader(path: Path, head: bytes) -> Format | None:
    return next((reader for reader in FORMATS if reader.accepts(path, head)), None)


def cleaned(
    document: Document,
    decisions: Sequence[Decision],
    options: ReadOptions,
    checkpoint: Checkpoint = go_on,
) -> Article | Unreadable:
    """Return the article of a document, or that there is no text in it.

    Args:
        document: As its format's reader found it.
        decisions: What the reader kept or took out of it.
        options: What the reader overrules.
        checkpoint: Asked between the steps.

    Raises:
        GivenUpError: By the checkpoint.
    """
    article = clean(document, decisions, options.phrases, checkpoint)
    if article.text or article.metadata.title:
        return article
    return Unreadable(
        document.path,
        "There is no text in it.",
        "Another encoding may help: Z in the reader, --encoding in the shell."
        if document.raw.strip()
        else "",
        document.item,
        document.file_id,
    )


def file_identity(path: Path) -> str:
    """Return the `Article.file_id` of the articles in a file; empty where it cannot be read."""
    data = _content(path)
    return "" if isinstance(data, Unreadable) else content_id(data)


def _content(path: Path) -> bytes | Unreadable:
    """Return the bytes of a regular file of acceptable size, or why there are none."""
    try:
        before = os.stat(path)
        if not stat.S_ISREG(before.st_mode):
            return Unreadable(path, *_irregular(before.st_mode))
        # Not to wait forever if the file has become a pipe since.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size >= MAXIMUM_SIZE:
                return _too_large(path, f"It has {size / 1e6:,.0f} MB")
            data = file.read(MAXIMUM_SIZE)
    except FileNotFoundError:
        return Unreadable(path, "There is no such file.", "Check the name, or open its folder.")
    except PermissionError:
        return Unreadable(
            path, "It may not be read: permission denied.", f"Try: chmod u+r {path.name}"
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Unreadable(path, f"It cannot be opened: {reason}.")
    if not data.strip():
        return Unreadable(path, "It is empty.")
    if len(data) >= MAXIMUM_SIZE:
        return _too_large(path, "It has grown too large")
    return data


def _irregular(mode: int) -> tuple[str, str]:
    if stat.S_ISDIR(mode):
        return "It is a folder, not a file.", "Open the folder to see the articles in it."
    return "It is a pipe, socket or device, not a file.", "Save the text to a file first."


def _too_large(path: Path, what: str) -> Unreadable:
    return Unreadable(
        path,
        f"{what}; files from {MAXIMUM_SIZE / 1e6:.0f} MB on are not opened.",
        "Split it, or save the article alone.",
    )
