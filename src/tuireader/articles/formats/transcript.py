"""A document's raw text as it is put together, block by block, with its links."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tuireader.articles.article import BLOCK_SEPARATOR, BlockKind, RawBlock, RawLink
from tuireader.articles.cleaning.safety import sanitize

Piece = tuple[str, str]
"""A stretch of text and the target of its link; the target is empty where it is no link."""

MAXIMUM_BLOCKS = 100_000
"""How many blocks one document may have; what follows is left out."""
MAXIMUM_URL = 4_096

_SPACES = re.compile(r"\s+")
_TARGET = re.compile(r"(?:https?|mailto|ftp):", re.IGNORECASE)


class Transcript:
    """Collects the blocks of a document and the raw text they lie in.

    Every reader of a marked-up format ends here, so that all of them agree on white space, on
    what is a link and on what no text may hold.

    Attributes:
        blocks: The blocks so far, as offsets into `raw`.
        links: The links so far, as offsets into `raw`.
    """

    def __init__(self) -> None:
        self.blocks: list[RawBlock] = []
        self.links: list[RawLink] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def raw(self) -> str:
        """The text so far: the blocks with one blank line between them."""
        return "".join(self._parts)

    @property
    def full(self) -> bool:
        """Whether no further block is taken."""
        return len(self.blocks) >= MAXIMUM_BLOCKS

    def add(
        self, kind: BlockKind, pieces: Iterable[Piece], level: int = 0, number: int | None = None
    ) -> bool:
        """Append a block, and return whether it was: one without any visible text is not.

        Args:
            kind: What the block is. Only preformatted text keeps its line breaks and spaces.
            pieces: Its text in order, each with the target of its link.
            level: As in `RawBlock`.
            number: Likewise.
        """
        if self.full:
            return False
        fitted = _preformatted(pieces) if kind is BlockKind.PREFORMATTED else _collapsed(pieces)
        if not any(text for text, _ in fitted):
            return False
        if self._parts:
            self._append(BLOCK_SEPARATOR)
        start = self._length
        for text, target in fitted:
            at = self._length
            self._append(text)
            if target and text.strip():
                end = at + len(text.rstrip())
                self.links.append(RawLink(at + len(text) - len(text.lstrip()), end, target))
        block = RawBlock(kind, start, self._length, level, certain=True, number=number)
        self.blocks.append(block)
        return True

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def link_target(address: str) -> str:
    """Return the address where it is one to follow: of the web, of mail or of a file server."""
    address = sanitize(address).strip()
    if len(address) > MAXIMUM_URL or not _TARGET.match(address):
        return ""
    return "".join(address.split())


def _collapsed(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with each run of white space made one space, none at the ends."""
    result: list[Piece] = []
    spaced = True
    for text, target in pieces:
        text = _SPACES.sub(" ", sanitize(text))
        if spaced:
            text = text.lstrip(" ")
        if not text:
            continue
        spaced = text.endswith(" ")
        result.append((text, target))
    while result and not result[-1][0].rstrip(" "):
        result.pop()
    if result:
        result[-1] = (result[-1][0].rstrip(" "), result[-1][1])
    return result


def _preformatted(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces without empty lines at the ends or blank lines inside."""
    text = sanitize("".join(text for text, _ in pieces)).replace("\t", "    ")
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return [("\n".join(line or " " for line in lines), "")] if lines else []
