"""From a file or an entry to an article, annotated, and put right as the reader said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import Annotation
from tuireader.annotation.corrections import apply_corrections
from tuireader.annotation.entity_corrections import apply_entity_corrections
from tuireader.annotation.settings import DEFAULT, AnnotationSettings
from tuireader.articles.article import Article, Document, Unreadable
from tuireader.articles.checkpoint import Checkpoint, go_on
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
    checkpoint: Checkpoint = go_on,
) -> Loaded | Unreadable:
    """Open and annotate the article of an entry; arguments as of `Library.load` and `Library`."""
    decide = decided(overruling, entry.source)
    article = open_article(entry.path, entry.item, options, decide, checkpoint)
    if isinstance(article, Unreadable):
        return article
    checkpoint()
    return Loaded(article, annotated(article, settings, overruling, checkpoint))


def decided(
    overruling: Overruling | None, source: str = ""
) -> Callable[[Document], Sequence[Decision]] | None:
    """Return what asks for the reader's decisions while files are opened; None without any.

    Args:
        overruling: What the reader put right.
        source: The publication, where the library knows it.
    """
    if overruling is None:
        return None
    return lambda document: overruling.decisions(document, source)


def annotated(
    article: Article,
    settings: AnnotationSettings,
    overruling: Overruling | None,
    checkpoint: Checkpoint = go_on,
) -> Annotation:
    """Return what an article says, as the program finds it and the reader put it right.

    Args:
        article: A clean article.
        settings: How articles are annotated.
        overruling: What the reader put right; None for what the program thinks.
        checkpoint: Asked between the steps.
    """
    annotation = annotate(article, settings, checkpoint)
    if overruling is None:
        return annotation
    annotation = apply_entity_corrections(annotation, article.text, overruling.names(article))
    return apply_corrections(annotation, overruling.quotes(article))
