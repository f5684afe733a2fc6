"""The blocks of a Markdown text, with their places in it.

markdown-it-py knows which lines a block is made of, but not where in them its text stands; that is
found by walking along the source with the text of each token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tuireader.articles.article import BlockKind, RawBlock, RawLink, RawMarkup
from tuireader.articles.formats.markdown_inline import Walk

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^<>]*>", re.S | re.I)
_DEFINITION = re.compile(r"^[ >]{0,9}\[[^\]\r\n]{0,999}\]:", re.MULTILINE)
_MOST_DEFINITIONS = 1_000
"""With more link definitions they are read as text: the parser's time grows with their square."""
_LONGEST = 50_000
"""A paragraph of more code points is taken as it stands, without looking for inline markup."""


@dataclass(slots=True)
class _Item:
    """An item of a list: its number, and whether it has had its first block."""

    number: int | None
    begun: bool = False


@dataclass(slots=True)
class _Context:
    """Where in quotations and lists a token stands."""

    quotations: int = 0
    numbers: list[int | None] = field(default_factory=list)
    """For each list around it, the number of its next item; None where it is not ordered."""
    items: list[_Item] = field(default_factory=list)
    """For each list around it, the item."""
    table: bool = False


@dataclass(slots=True)
class MarkdownBlocks:
    """What was found in a Markdown text, as offsets into it."""

    raw: str
    blocks: tuple[RawBlock, ...] = ()
    links: tuple[RawLink, ...] = ()
    markup: tuple[RawMarkup, ...] = ()


def read_blocks(raw: str, start: int = 0) -> MarkdownBlocks:
    """Return the blocks, links and inline markup of a Markdown text.

    Args:
        raw: The text, its newlines untouched.
        start: Where the Markdown starts in it, in code points: behind the front matter.
    """
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.disable(["inline", "text_join"])
    if len(_DEFINITION.findall(raw)) > _MOST_DEFINITIONS:
        parser.disable("reference")
    names: dict[str, Any] = {}
    tokens = parser.parse(raw[start:], names)
    reading = _Reading(raw, start, parser, names)
    for token in tokens:
        reading.take(token)
    return MarkdownBlocks(raw, tuple(reading.blocks), tuple(reading.links), tuple(reading.markup))


class _Reading:
    """The walk over the block tokens of a text."""

    def __init__(self, raw: str, start: int, parser: MarkdownIt, names: dict[str, Any]) -> None:
        self.raw = raw
        self.parser = parser
        self.names = names
        self.blocks: list[RawBlock] = []
        self.links: list[RawLink] = []
        self.markup: list[RawMarkup] = []
        self._lines = [match.start() for match in _LINE.finditer(raw, start)]
        self._context = _Context()
        self._heading = 0

    def take(self, token: Token) -> None:
        """Take the next token."""
        context = self._context
        match token.type:
            case "blockquote_open" | "blockquote_close":
                context.quotations += token.nesting
            case "bullet_list_open":
                context.numbers.append(None)
            case "ordered_list_open":
                context.numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                context.numbers.pop()
            case "list_item_open":
                number = context.numbers[-1]
                context.items.append(_Item(number))
                context.numbers[-1] = None if number is None else number + 1
            case "list_item_close":
                context.items.pop()
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "table_open" if token.map:
                context.table = True
                self._verbatim(token.map[0], token.map[1])
            case "table_close":
                context.table = False
            case "inline" if not context.table:
                self._inline(token)
            case "fence" if token.map:
                closed = token.map[1] - token.map[0] - 1 > token.content.count("\n")
                self._verbatim(token.map[0] + 1, token.map[1] - (1 if closed else 0))
            case "code_block" if token.map:
                self._verbatim(token.map[0], token.map[1])
            case "html_block" if token.map:
                self._html(*self._span(token.map[0], token.map[1]))
            case _:
                pass

    def _span(self, first: int, last: int) -> tuple[int, int]:
        """Return where some lines stand, without the break after the last."""
        end = self._lines[last] if last < len(self._lines) else len(self.raw)
        start = self._lines[first] if first < len(self._lines) else end
        return start, max(start, start + len(self.raw[start:end].rstrip("\r\n")))

    def _verbatim(self, first: int, last: int) -> None:
        start, end = self._span(first, last)
        if self.raw[start:end].strip():
            self.blocks.append(RawBlock(BlockKind.PREFORMATTED, start, end, certain=True))

    def _html(self, start: int, end: int) -> None:
        text = self.raw[start:end]
        tags = [match.span() for match in _TAG.finditer(text)]
        self.markup += [RawMarkup(start + a, start + b, " ") for a, b in tags]
        self.blocks.append(RawBlock(BlockKind.PARAGRAPH, start, end, certain=True))

    def _inline(self, token: Token) -> None:
        if not token.map or not token.content:
            return
        places = self._places(token)
        start, end = places[0][1], places[-1][1] + len(places[-1][0])
        kind, level, number = self._kind()
        if len(token.content) <= _LONGEST:
            children: list[Token] = []
            self.parser.inline.parse(token.content, self.parser, self.names, children)
            walk = Walk(token.content, places)
            walk.follow(children)
            self.markup += walk.markup
            self.links += walk.links
        self.blocks.append(RawBlock(kind, start, end, level, certain=True, number=number))

    def _kind(self) -> tuple[BlockKind, int, int | None]:
        context = self._context
        if self._heading:
            return BlockKind.HEADING, self._heading, None
        if context.quotations:
            return BlockKind.QUOTATION, 0, None
        if context.items and not context.items[-1].begun:
            context.items[-1].begun = True
            return BlockKind.LIST_ITEM, len(context.items), context.items[-1].number
        return BlockKind.PARAGRAPH, 0, None

    def _places(self, token: Token) -> list[tuple[str, int]]:
        """Return each line of a token's content and where it stands in the raw text."""
        places = []
        first = token.map[0] if token.map else 0
        for offset, line in enumerate(token.content.split("\n")):
            start, end = self._span(first + offset, first + offset + 1)
            source = self.raw[start:end]
            trimmed = source.rstrip(" \t#") if self._heading else source.rstrip(" \t")
            text = line.rstrip(" \t") if not self._heading else line
            at = len(trimmed) - len(text) if trimmed.endswith(text) else source.find(text)
            places.append((line if at >= 0 else "", start + max(0, at)))
        return places
