"""From an entry to all that the reading pane needs: the article, annotated, put right."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.annotate import annotate
from tuireader.annotation.corrections import apply_corrections
from tuireader.annotation.settings import DEFAULT, AnnotationSettings
from tuireader.articles.article import Document, Unreadable
from tuireader.articles.decision import Decision
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.open import open_article
from tuireader.library.entry import Entry, Loaded
from tuireader.library.overruling import Overruling


def open_entry(
    entry: Entry,
    options: ReadOptions,
    overruling: Overruling | None,
    settings: AnnotationSettings = DEFAULT,
) -> Loaded | Unreadable:
    """Open and annotate the article of an entry; arguments as of `Library.load` and `Library`."""

    def decide(document: Document) -> Sequence[Decision]:
        return overruling.decisions(document, entry.source) if overruling else ()

    article = open_article(entry.path, entry.item, options, decide)
    if isinstance(article, Unreadable):
        return article
    annotation = annotate(article, settings)
    if overruling:
        annotation = apply_corrections(annotation, overruling.quotes(article))
    return Loaded(article, annotation)
