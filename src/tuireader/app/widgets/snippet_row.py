"""The line of a row that shows why an article was found."""

from __future__ import annotations

import re

from textual.content import Content
from textual.strip import Strip

from tuireader.app.content import safe_content
from tuireader.app.symbols import UNICODE, Symbols
from tuireader.app.widgets.article_row import (
    BESIDE,
    Row,
    Styles,
    background_of,
    edge_of,
    strip_of,
)
from tuireader.library.snippets import Snippet

_SPACE = re.compile(r"\s")


def paint_snippet(
    row: Row, snippet: Snippet | None, width: int, styles: Styles, symbols: Symbols = UNICODE
) -> Strip:
    """Return the line: the part of the sentence around the first hit, every hit in it marked.

    Args:
        row: The row it belongs to.
        snippet: The sentence; None for an empty line.
        width: In cells.
        styles: Where the styles come from.
        symbols: What to draw with.
    """
    line = Content.assemble(edge_of(row, symbols, first=False), "  ")
    if snippet is not None and snippet.text:
        line += _sentence(snippet, width - BESIDE, styles, symbols)
    return strip_of(line, width, background_of(row, styles))


def _sentence(snippet: Snippet, room: int, styles: Styles, symbols: Symbols) -> Content:
    text = safe_content(_SPACE.sub(" ", snippet.text))
    text = text.stylize(styles("article-list--detail", partial=True))
    for hit in snippet.hits:
        start, end = hit.start - snippet.start, hit.end - snippet.start
        text = text.stylize(styles("article-list--hit", partial=True), start, end)
    first = snippet.hits[0] if snippet.hits else None
    if first is not None and first.end - snippet.start > room:
        wanted = max(0, first.start - snippet.start - room // 3)
        space = snippet.text.find(" ", wanted, first.start - snippet.start)
        text = Content(symbols.cut) + text[space + 1 if space >= 0 else wanted :]
    if text.cell_length > room:
        text = text.truncate(max(0, room - 1)) + symbols.cut
    return text
