"""The blocks of a web page in reading order, whatever they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from tuireader.articles.article import BlockKind
from tuireader.articles.formats.transcript import MAXIMUM_BLOCKS, Piece, link_target
from tuireader.articles.formats.web.numbering import Numbering, numbering_of

_UNSEEN_NAMES = """
script style noscript template svg math title iframe object embed applet select option datalist
textarea input button canvas map audio video progress meter dialog
"""
_BLOCK_NAMES = """
html body p div section article main header footer aside nav figure figcaption blockquote pre
h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th form fieldset legend
address center details summary hr hgroup menu dir noframes
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu"})
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.PREFORMATTED,
    **dict.fromkeys(_HEADINGS, BlockKind.HEADING),
}
# What only screen readers or a resting mouse bring up.
_OFF_SCREEN = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|offscreen|assistive-text|"
    r"(?:tooltip|popover|hovercard|rollover)[\w-]*-(?:block|content|text|card|box|panel))(?:$|\s)"
)
_LONG_ROW = 600


@dataclass(slots=True, eq=False)
class PageBlock:
    """A block of a page.

    Attributes:
        kind: What its elements say it is.
        level: As in `RawBlock`.
        pieces: Its text with link targets.
        element: The innermost block-level element around it.
        text: Its text with white space collapsed.
        linked: How many characters of the text are in links, white space not counted.
        number: As in `RawBlock`.
    """

    kind: BlockKind
    level: int
    pieces: list[Piece]
    element: Any
    text: str
    linked: int
    number: int | None = None

    @property
    def link_share(self) -> float:
        """The share of the text that is in links, from 0 to 1."""
        return self.linked / max(1, len(self.text) - self.text.count(" "))


@dataclass(slots=True)
class _Context:
    """An element that makes blocks what they are, and the next such element around it."""

    kind: BlockKind
    level: int
    outer: _Context | None
    number: int | None = None
    begun: bool = False


_NOTHING = _Context(BlockKind.PARAGRAPH, 0, None)


class _Segmenter:
    """Walks a tree once, without recursion, and collects its blocks."""

    def __init__(self, base: str) -> None:
        self.blocks: list[PageBlock] = []
        self._base = base
        self._stack: list[Any] = []
        self._contexts: list[_Context | None] = [None]
        self._lists: list[Numbering | None] = []
        self._pieces: list[Piece] = []
        self._target = ""
        self._anchors: list[str] = []
        self._linked = 0
        self._quotes = 0
        self._row: Any = None
        self._broken = False

    def start(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._start_block(element, tag)
        elif tag == "br":
            if self._broken:
                self.flush()
            else:
                self._pieces.append(("\n", ""))
            self._broken = True
        elif tag == "a":
            self._anchors.append(self._target)
            self._target = self._absolute(element.get("href") or "")
        elif tag == "q":
            self._quotes += 1
            self.text("“" if self._quotes % 2 else "‘")
        self.text(element.text)

    def _start_block(self, element: Any, tag: str) -> None:
        if self._row is not None:
            if tag in {"td", "th"} and self._pieces:
                self._pieces.append((" | ", ""))
        else:
            self.flush()
        self._stack.append(element)
        if tag in _LISTS:
            self._lists.append(numbering_of(element))
        outer = self._contexts[-1]
        kind = _KINDS.get(tag)
        # What stands in a heading is heading, whatever else its maker puts around it.
        if kind is None or (outer is not None and outer.kind is BlockKind.HEADING):
            self._contexts.append(outer)
            self._start_row(element, tag)
            return
        level, number = _HEADINGS.get(tag, 0), None
        if kind is BlockKind.LIST_ITEM:
            level = max(1, len(self._lists))
            numbering = self._lists[-1] if self._lists else None
            number = numbering.next(element) if numbering is not None else None
        self._contexts.append(_Context(kind, level, outer, number))

    def _start_row(self, element: Any, tag: str) -> None:
        if tag == "tr" and self._row is None and _is_row_of_data(element):
            self._row = element

    def end(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            if self._row is None or self._row is element:
                self.flush()
                self._row = None
            if self._stack and self._stack[-1] is element:
                self._stack.pop()
                self._contexts.pop()
                if tag in _LISTS:
                    self._lists.pop()
        elif tag == "a":
            self._target = self._anchors.pop() if self._anchors else ""
        elif tag == "q" and self._quotes:
            self.text("”" if self._quotes % 2 else "’")
            self._quotes -= 1
        self.text(element.tail)

    def text(self, text: str | None) -> None:
        if text:
            self._pieces.append((text, self._target))
            if self._anchors:
                self._linked += len("".join(text.split()))
            if self._broken and not text.isspace():
                self._broken = False

    def flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        linked, self._linked = self._linked, 0
        self._broken = False
        text = " ".join("".join(piece for piece, _ in pieces).split())
        if not text or not self._stack:
            return
        made = self._maker()
        self.blocks.append(
            PageBlock(made.kind, made.level, pieces, self._stack[-1], text, linked, made.number)
        )

    def _maker(self) -> _Context:
        """Return what makes the block that ends here what it is."""
        context = self._contexts[-1]
        while context is not None:
            if context.kind is not BlockKind.LIST_ITEM:
                return context
            if not context.begun:
                context.begun = True
                return context
            context = context.outer
        return _NOTHING

    def _absolute(self, address: str) -> str:
        address = address.strip()
        if not address or address.startswith("#"):
            return ""
        if self._base and ":" not in address[:12]:
            try:
                address = urljoin(self._base, address)
            except ValueError:
                return ""
        return link_target(address)


def page_blocks(root: Any, base: str = "", unseen: frozenset[str] = _UNSEEN) -> list[PageBlock]:
    """Return the blocks of a page in the order of its source.

    Args:
        root: The tree, from `markup.parse`.
        base: The page's own address, to complete the links with.
        unseen: The tags whose content nobody sees.
    """
    from lxml import etree

    segmenter = _Segmenter(base)
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    skipped: Any = None
    for event, element in walk:
        if event == "start":
            if len(segmenter.blocks) > MAXIMUM_BLOCKS:
                break
            if element.tag in unseen or _is_hidden(element):
                skipped = element
                walk.skip_subtree()
            else:
                segmenter.start(element)
        elif event == "comment" or element is skipped:
            skipped = None
            segmenter.text(element.tail)
        else:
            segmenter.end(element)
    segmenter.flush()
    return segmenter.blocks


def _is_hidden(element: Any) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return element.tag not in {"html", "body", "main", "article"}
    style = attributes.get("style")
    if style and "display:none" in style.replace(" ", "").lower():
        return True
    names = attributes.get("class")
    return bool(names) and _OFF_SCREEN.search(names.lower()) is not None


def _is_row_of_data(row: Any) -> bool:
    """Return whether a table's row holds figures and names rather than parts of the page."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if len(cells) < 2:
        return False
    seen = 0
    for cell in cells:
        for inner in cell.iter("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "blockquote"):
            seen += 1
            if inner.tag not in {"p", "div"} or seen > 2 * len(cells):
                return False
    return sum(len(text) for text in row.itertext()) <= _LONG_ROW


def text_of(blocks: Iterator[PageBlock] | list[PageBlock]) -> str:
    """Return the texts of blocks, one a line."""
    return "\n".join(block.text for block in blocks)
