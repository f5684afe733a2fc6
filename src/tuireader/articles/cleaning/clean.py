"""From a raw document to a clean article: the one entrance of this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tuireader.articles.article import Article, BlockKind, Document
from tuireader.articles.checkpoint import Checkpoint, go_on
from tuireader.articles.cleaning.assembly import Part, assemble
from tuireader.articles.cleaning.left_out import put_back
from tuireader.articles.cleaning.noise.draft import Draft
from tuireader.articles.cleaning.noise.headline import find_title
from tuireader.articles.cleaning.noise.judge import judge
from tuireader.articles.cleaning.noise.phrases import phrases
from tuireader.articles.cleaning.noise.provenance import dateline
from tuireader.articles.cleaning.own_phrases import OwnPhrases
from tuireader.articles.cleaning.page.title import find_page_title
from tuireader.articles.cleaning.plain_pass import as_it_stands, is_too_large
from tuireader.articles.cleaning.structure import lines_of, mark_headings, setting_of
from tuireader.articles.decision import Decision

VERSION = 13
"""Raised whenever the same document would come out differently."""


def clean(
    document: Document,
    decisions: Sequence[Decision] = (),
    own_phrases: tuple[OwnPhrases, ...] = (),
    checkpoint: Checkpoint = go_on,
) -> Article:
    """Return the article in a document, cleaned, with every change recorded.

    A text past the bounds of `plain_pass` is only made safe to show.

    Args:
        document: What a format reader found.
        decisions: What the reader kept or took out.
        own_phrases: The reader's own phrases, beside those that come with the program.
        checkpoint: Asked between the steps.
    """
    document, left_out = put_back(document, decisions)
    if is_too_large(document):
        return as_it_stands(document, left_out)
    known = phrases(own_phrases)
    lines = lines_of(document, setting_of(document), known)
    draft = Draft(lines, document.metadata, structured=bool(document.blocks), phrases=known)
    _name(draft)
    checkpoint()
    removals = [
        replace(removal, text=document.raw[removal.raw_start : removal.raw_end])
        for removal in judge(draft, decisions, checkpoint)
    ]
    if not document.blocks:
        dateline(draft)
    kept = [line for _, line in draft.left()]
    if not document.blocks:
        mark_headings(kept)
    return assemble(
        document,
        [Part(line.text, line.kind, line.level, line.number) for line in kept],
        draft.metadata,
        sorted((*left_out, *removals), key=lambda removal: removal.raw_start),
        [one for line in kept for one in line.repairs],
    )


def _name(draft: Draft) -> None:
    """Take the headline of a text that states no title from its first line."""
    if draft.metadata.title:
        return
    at = find_page_title(draft)
    if at < 0:
        at = find_title(draft)
    if at >= 0:
        draft.lift("title", draft.lines[at].plain)
        draft.title_at = at
        draft.lines[at].kind = BlockKind.HEADING
        draft.lines[at].level = draft.lines[at].level or 1
