"""All that the reader put right, as one value that any thread may apply to any article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from tuireader.annotation.corrections import EntityCorrection, QuoteCorrection
from tuireader.articles.article import Article, Document
from tuireader.articles.decision import Decision
from tuireader.state.anchors import locate
from tuireader.state.corrections import (
    Correction,
    CorrectionKind,
    entity_corrections,
    quote_corrections,
)
from tuireader.state.records import Subject

_OF_SOURCE = "source:"


def source_subject(source: str) -> Subject:
    """Return the subject of corrections that hold for every article of a source.

    Args:
        source: The publication or agency, as `Metadata.source`; letter case does not matter.
    """
    return Subject(_OF_SOURCE + " ".join(source.split()).casefold())


@dataclass(frozen=True, slots=True)
class Overruling:
    """The corrections of a moment; it does not change when the state does.

    Attributes:
        corrections: In the order in which they were made.
    """

    corrections: tuple[Correction, ...] = ()

    @property
    def encodings(self) -> tuple[tuple[str, str], ...]:
        """The encodings chosen for files: pairs of `Article.file_id` and encoding."""
        chosen = (one for one in self.corrections if one.kind is CorrectionKind.ENCODING)
        return tuple((one.article_id, one.value) for one in chosen)

    @property
    def articles(self) -> frozenset[str]:
        """The articles of which something of their own was put right, by `Article.id`."""
        own = (one for one in self.corrections if one.kind is not CorrectionKind.ENCODING)
        return frozenset(one.article_id for one in own if not one.article_id.startswith(_OF_SOURCE))

    def fingerprint(self, article_id: str) -> str:
        """Return what tells whether the corrections of an article of its own have changed."""
        own = [one for one in self.corrections if one.article_id == article_id]
        return blake2b(repr(own).encode(errors="surrogatepass"), digest_size=8).hexdigest()

    def about(self, article_id: str, source: str) -> tuple[Correction, ...]:
        """Return what holds for an article: the corrections of its source, then its own."""
        of_source = source_subject(source).article_id if source.strip() else ""
        general = [one for one in self.corrections if one.article_id == of_source]
        own = [one for one in self.corrections if one.article_id == article_id]
        return (*general, *own)

    def decisions(self, document: Document, source: str) -> Sequence[Decision]:
        """Return what the reader kept and took out of a document.

        Args:
            document: What a format reader found.
            source: The publication, where the library knows it; that of the document goes first.
        """
        found = self.about(document.id, document.metadata.source or source)
        return tuple(_decisions(found, document.id, document.raw))

    def quotes(self, article: Article) -> Sequence[QuoteCorrection]:
        """Return the corrections of an article's quotes, at their places in its text."""
        own = (one for one in self.corrections if one.article_id == article.id)
        return tuple(quote_corrections(own, article.text))

    def names(self, article: Article) -> Sequence[EntityCorrection]:
        """Return the corrections of an article's names, at their places in its text."""
        own = (one for one in self.corrections if one.article_id == article.id)
        return tuple(entity_corrections(own, article.text))


_OF_BLOCKS = (CorrectionKind.RESTORED, CorrectionKind.REMOVED)


def _decisions(found: Sequence[Correction], article_id: str, raw: str) -> Iterator[Decision]:
    for made in found:
        if made.kind not in _OF_BLOCKS:
            continue
        keep = made.kind is CorrectionKind.RESTORED
        if made.article_id != article_id:
            if keep and made.value:
                yield Decision(keep, rule=made.value)
            else:
                yield Decision(keep, line=made.anchor.exact)
        elif span := locate(made.anchor, raw):
            yield Decision(keep, span.start, span.end)
