"""From an article to what it says and who says it: the one entrance of this room."""

from __future__ import annotations

from tuireader.annotation.annotation import Annotation
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.quotes import read_quotes
from tuireader.annotation.speakers import attribute
from tuireader.articles.article import Article

ENGINE = "builtin/1"
"""Name and version of the engine; raised whenever the same article would come out differently."""


def annotate(article: Article) -> Annotation:
    """Return the quotes, speakers and entities of an article.

    Pure: the same article always gives the same annotation.

    Args:
        article: A clean article; all offsets of the result point into its text.
    """
    entities = find_entities(article)
    quotes, context = read_quotes(article)
    spoken = attribute(article, quotes, entities, context=context)
    return Annotation(
        quotes=spoken.quotes, entities=entities, indirect=spoken.indirect, engine=ENGINE
    )
