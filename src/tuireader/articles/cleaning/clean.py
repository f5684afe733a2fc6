"""From a raw document to a clean article: the one entrance of this room."""

from __future__ import annotations

from tuireader.articles.article import Article, BlockKind, Document, Repair
from tuireader.articles.cleaning.assembly import Part, assemble
from tuireader.articles.cleaning.lines import line_spans
from tuireader.articles.cleaning.repairs.repair import repair
from tuireader.articles.cleaning.repairs.rule import Setting
from tuireader.articles.cleaning.tracked import TrackedText

VERSION = 2
"""Raised whenever the same document would come out differently."""

_MARKS = frozenset('“”„‟«»‹›"')


def clean(document: Document) -> Article:
    """Return the article in a document, cleaned, with every change recorded.

    Args:
        document: What a format reader found.
    """
    raw = document.raw
    setting = Setting(marks=_MARKS & frozenset(raw))
    spans = (
        [(block.kind, block.level, block.start, block.end) for block in document.blocks]
        if document.blocks
        else [(BlockKind.PARAGRAPH, 0, *span) for span in line_spans(raw)]
    )
    parts: list[Part] = []
    repairs: list[Repair] = []
    for kind, level, start, end in spans:
        preformatted = kind is BlockKind.PREFORMATTED
        text = TrackedText.of_raw(raw, start, end)
        if not text.text.strip():
            continue
        text, done = repair(text, setting, preformatted=preformatted)
        parts.append(Part(text, kind, level))
        repairs += done
    return assemble(document, parts, document.metadata, repairs=repairs)
