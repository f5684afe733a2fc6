r"""Texts too large to be cleaned: made safe in one cheap pass and shown as they stand.

A file may have up to 50 MB. Cleaning costs some 35 microseconds and 2 kB a line; that of a log or
a mailbox dump of millions of lines would take minutes and gigabytes, and there is no article to
find in it. Past `MOST_LETTERS` or `MOST_LINES` a text therefore keeps its lines in preformatted
blocks of at most `BLOCK` code points, and what could drive a terminal is replaced by a stand-in of
the same length: every clean position is a raw one and only a shift apart. Time and memory are
linear, and on 50 MB stay within 10 seconds and 1 GB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuireader.articles.article import Article, BlockKind, Document, Removal
from tuireader.articles.cleaning.assembly import Part, assemble
from tuireader.articles.cleaning.safety import neutralize
from tuireader.articles.cleaning.tracked import TrackedText
from tuireader.articles.offsets import Run

MOST_LETTERS = 5_000_000
"""A text of more code points than these is not cleaned: some 800,000 words, ten novels."""
MOST_LINES = 100_000
"""Nor one of more lines, or of more blocks where its format marks them up."""
BLOCK = 4_000
"""How many code points a block of such a text holds at most."""

_RETURN = re.compile("\r(?=\n)")
_OTHER_BREAK = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile(r"\s")


def is_too_large(document: Document) -> bool:
    """Return whether a document is to be shown as it stands."""
    raw, blocks = document.raw, document.blocks
    lines = len(blocks) if blocks else raw.count("\n") + raw.count("\r")
    return len(raw) > MOST_LETTERS or lines > MOST_LINES


def as_it_stands(document: Document, removals: Sequence[Removal]) -> Article:
    """Return the article in a document with nothing but its control characters changed.

    Args:
        document: What a format reader found.
        removals: What that left out.
    """
    raw = _OTHER_BREAK.sub("\n", _RETURN.sub(" ", document.raw))
    parts = (
        Part(_stretch(raw, start, end), BlockKind.PREFORMATTED)
        for stretch_start, stretch_end in _stretches(document)
        for start, end in _cuts(raw, stretch_start, stretch_end)
    )
    return assemble(document, parts, document.metadata, removals)


def _stretch(raw: str, start: int, end: int) -> TrackedText:
    text = neutralize(raw[start:end])
    return TrackedText(text, (Run(0, len(text), start, end),))


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Yield what of the raw text belongs to the article, blocks with only space between as one."""
    if not document.blocks:
        yield 0, len(document.raw)
        return
    start, end = document.blocks[0].start, document.blocks[0].end
    for block in document.blocks:
        if block.start > end and document.raw[end : block.start].strip():
            yield start, end
            start = block.start
        end = block.end
    yield start, end


def _cuts(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the blocks of a stretch: cut at the end of a line, else of a word, else anywhere."""
    while start < end:
        stop = min(end, start + BLOCK)
        if stop < end:
            line = raw.rfind("\n", start, stop)
            stop = line + 1 if line >= start else _word_end(raw, start, stop)
        text = raw[start:stop]
        body = text.strip("\n")
        if body.strip():
            first = start + len(text) - len(text.lstrip("\n"))
            yield first, first + len(body)
        start = stop


def _word_end(raw: str, start: int, stop: int) -> int:
    last = max((match.end() for match in _SPACE.finditer(raw, start, stop)), default=-1)
    return last if last > start else stop
