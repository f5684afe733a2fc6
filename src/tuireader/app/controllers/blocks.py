"""What belongs to the article: blocks that cleaning took out put back, others taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Span
from tuireader.articles.article import Article, Removal
from tuireader.state.anchors import anchor, locate
from tuireader.state.corrections import Correction, CorrectionKind

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class BlockController:
    """Overrules cleaning.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    def toggle(self) -> None:
        """Put back the block at the cursor, or take it out.

        Where that is only what the reader decided before, that decision is taken back.
        """
        pane, loaded = self._app.main.pane, self._app.session.loaded
        place = pane.current_raw_passage()
        if loaded is None or place is None:
            return
        article = loaded.article
        gone = removed_at(article, place) if pane.raw else None
        block = shared(gone, place) if gone is not None else block_at(article, place)
        if block is None:
            self._app.main.say("This is no part of the text.")
            return
        kind, opposite = CorrectionKind.REMOVED, CorrectionKind.RESTORED
        if gone is not None:
            kind, opposite = opposite, kind
        made = self._made(opposite, article, block)
        corrections = self._app.state.corrections
        if made is not None:
            message = corrections.remove(made.id)
        else:
            subject = self._app.session.subject
            assert subject is not None
            where = anchor(article.raw, block.start, block.end)
            message = corrections.set(subject, kind, where, gone.rule if gone else "")
        self._app.listing.changed(message)

    def _made(self, kind: CorrectionKind, article: Article, block: Span) -> Correction | None:
        """Return the last correction of a kind that is about a block, in positions of raw text."""
        for made in reversed(self._app.state.corrections.of(article.id)):
            place = locate(made.anchor, article.raw) if made.kind is kind else None
            if place is not None and place.start < block.end and block.start < place.end:
                return made
        return None


def removed_at(article: Article, place: Span) -> Removal | None:
    """Return what was taken out of a stretch of the raw text; None where nothing was."""
    for removal in article.removals:
        met = shared(removal, place)
        if removal.applied and met is not None and article.raw[met.start : met.end].strip():
            return removal
    return None


def shared(removal: Removal, place: Span) -> Span | None:
    """Return what a removal and a stretch of the raw text have in common."""
    start, end = max(removal.raw_start, place.start), min(removal.raw_end, place.end)
    return Span(start, end) if start < end else None


def block_at(article: Article, place: Span) -> Span | None:
    """Return the raw stretch of the blocks that hold some of a raw stretch; None for none."""
    found = article.offsets.span_from_raw(place.start, place.end)
    if found is None:
        return None
    met = [block for block in article.blocks if block.start < found[1] and found[0] < block.end]
    if not met:
        return None
    return Span(*article.offsets.span_to_raw(met[0].start, met[-1].end))
