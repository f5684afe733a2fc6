"""What every format module offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.cleaning.own_phrases import OwnPhrases

EXPORT = "read-later"
"""`Article.format` of an article in a read-later export."""
LINK = "link"
"""`Article.format` of an entry of a read-later export whose text is not in the export."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a reader may overrule when a file is opened.

    Attributes:
        encoding: The character encoding to use instead of the one found; empty to find it.
        fields: For corpora: which field of a record holds the title, text, date and so on, as
            pairs of `Metadata` attribute (or ``text``) and field name.
        encodings: The encodings chosen for some files, as pairs of `Article.file_id` and encoding;
            what `encoding` says goes first.
        only: Which document of the file is wanted, as `Document.item`; -1 for all. A format may
            leave the others out.
        wanted: Asked likewise whether a document is wanted, for each in turn; None for all.
        phrases: The reader's own phrases, by which cleaning knows what is no article.
    """

    encoding: str = ""
    fields: tuple[tuple[str, str], ...] = field(default=())
    encodings: tuple[tuple[str, str], ...] = ()
    phrases: tuple[OwnPhrases, ...] = ()
    only: int = -1
    wanted: Callable[[int], bool] | None = None

    def wants(self, item: int) -> bool:
        """Return whether a document is wanted, by its `Document.item`."""
        return self.only in (-1, item) and (self.wanted is None or self.wanted(item))


class Format(Protocol):
    """A module that turns the bytes of one file format into documents."""

    NAME: str
    """Short and stable, such as ``text`` or ``epub``."""
    SUFFIXES: tuple[str, ...]
    """Usual endings of file names, lower-case, with the dot."""

    def accepts(self, path: Path, head: bytes) -> bool:
        """Return whether the file is of this format.

        Args:
            path: Where the file is; its name may help.
            head: Its first bytes, at most 4,096.
        """
        ...

    def read(
        self, data: bytes, path: Path, options: ReadOptions
    ) -> Iterator[Document | Unreadable]:
        """Yield the documents in a file; a part that cannot be read is yielded as `Unreadable`.

        Args:
            data: The whole file.
            path: Where it is, for names and messages only.
            options: What the reader overrules.
        """
        ...
