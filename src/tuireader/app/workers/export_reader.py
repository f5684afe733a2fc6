"""Reading exports of read-later services in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from tuireader.app.source import ArticleSource

if TYPE_CHECKING:
    from tuireader.export.item import Item

Export = tuple[Path, str]
"""A file and its `Article.file_id`."""


@dataclass
class ExportsRead(Message):
    """Exports have been read.

    Attributes:
        exports: Which.
        items: What they say of articles of the library.
    """

    exports: Sequence[Export]
    items: list[Item]


class ExportReader:
    """Reads exports for a screen.

    Args:
        screen: Where the message goes.
        library: The articles that the exports may be about.
    """

    def __init__(self, screen: Screen[None], library: ArticleSource) -> None:
        self._screen: Screen[None] = screen
        self._library = library

    def read(self, exports: Sequence[Export]) -> None:
        """Read some exports; a message will bring what they say."""

        def work() -> None:
            items: list[Item] = []
            for path, _ in exports:
                items += _items(path, self._library)
            self._screen.post_message(ExportsRead(exports, items))

        self._screen.run_worker(work, thread=True, group="exports", name="exports")


def _items(path: Path, library: ArticleSource) -> list[Item]:
    from tuireader.export.read_later import items_of_library

    try:
        return items_of_library(path.read_bytes(), library.entries_at)
    except (OSError, ValueError):  # the list says already what is wrong with the file
        return []
