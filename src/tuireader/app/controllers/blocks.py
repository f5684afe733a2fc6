"""What belongs to the article: blocks that cleaning took out put back, others taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Span
from tuireader.articles.article import Article, Removal
from tuireader.articles.decision import BY_READER
from tuireader.language import translated as _
from tuireader.state.anchors import TextAnchor, anchor, locate
from tuireader.state.corrections import Correction, CorrectionKind
from tuireader.state.overruling import source_subject

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
            self._app.main.say(_("This is no part of the text."))
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
        offer = self._keys_of_source if made is None and self._app.session.source else ""
        self._app.listing.changed(f"{message}{offer}")

    @property
    def _keys_of_source(self) -> str:
        """What to press to have it so in all articles of the source, as the end of a message."""
        command = next(item for item in self._app.commands if item.id == "for-source")
        keys = self._app.keys.keymap.keys_of(command)
        if not keys:
            return ""
        offer = _("{key} for all of {source}")
        return " · " + offer.format(key=keys[0], source=self._app.session.source)

    def for_source(self) -> None:
        """Have it so with the block at the cursor in all articles of the same source, or no more.

        What a rule took is kept whatever that rule takes; what stands outside the article on its
        page, and what the reader takes out, is known by its words.
        """
        source, state = self._app.session.source, self._app.state
        pane, loaded = self._app.main.pane, self._app.session.loaded
        place = pane.current_raw_passage()
        if loaded is None or place is None or not source:
            self._app.main.say(_("This article names no source."))
            return
        article = loaded.article
        removal = removal_in(article, place)
        taken = removal is None or removal.rule == BY_READER
        block = shared(removal, place) if removal is not None else block_at(article, place)
        if block is None:
            self._app.main.say(_("This is no part of the text."))
            return
        kind = CorrectionKind.REMOVED if taken else CorrectionKind.RESTORED
        rule = removal.rule if removal is not None and removal.rule not in _BY_WORDS else ""
        subject, words = source_subject(source), article.raw[block.start : block.end].strip()
        made = next(
            (
                made
                for made in state.corrections.of(subject.article_id)
                if made.kind is kind
                and (made.value == rule if rule else made.anchor.exact == words)
            ),
            None,
        )
        if made is not None:
            message = state.corrections.remove(made.id)
        else:
            message = state.corrections.set(subject, kind, TextAnchor(words), rule)
        self._app.listing.changed(f"{message} · " + _("in all of {source}").format(source=source))

    def _made(self, kind: CorrectionKind, article: Article, block: Span) -> Correction | None:
        """Return the last correction of a kind that is about a block, in positions of raw text."""
        for made in reversed(self._app.state.corrections.of(article.id)):
            place = locate(made.anchor, article.raw) if made.kind is kind else None
            if place is not None and place.start < block.end and block.start < place.end:
                return made
        return None


_BY_WORDS = frozenset({BY_READER, "outside-article"})
"""The rules that take so much that keeping all of it is hardly ever meant."""


def removal_in(article: Article, place: Span) -> Removal | None:
    """Return what a rule takes of a stretch of raw text, or would but for the reader."""
    for removal in article.removals:
        met = shared(removal, place) if removal.applied or removal.overruled else None
        if met is not None and article.raw[met.start : met.end].strip():
            return removal
    return None


def removed_at(article: Article, place: Span) -> Removal | None:
    """Return what was taken out of a stretch of the raw text; None where nothing was."""
    removal = removal_in(article, place)
    return removal if removal is not None and removal.applied else None


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
