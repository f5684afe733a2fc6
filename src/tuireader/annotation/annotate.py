"""From an article to what it says and who says it: the one entrance of this room."""

from __future__ import annotations

from functools import lru_cache, partial

from tuireader.annotation.annotation import Annotation
from tuireader.annotation.attribution.context import language_of
from tuireader.annotation.engine import engine_of
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.entities.engine_names import engine_for
from tuireader.annotation.entities.engines import recognizer_named
from tuireader.annotation.one_name import Named, with_one_name
from tuireader.annotation.quotes import is_data, read_quotes
from tuireader.annotation.references import with_references
from tuireader.annotation.settings import DEFAULT, AnnotationSettings
from tuireader.annotation.speakers import attribute
from tuireader.articles.article import Article
from tuireader.articles.checkpoint import Checkpoint, go_on

MOST_LETTERS = 2_000_000
"""A text of more code points than these is not annotated, at some 3 seconds a million."""

# A pipeline takes seconds to load.
_recognizer = lru_cache(maxsize=4)(recognizer_named)


def annotate(
    article: Article,
    settings: AnnotationSettings = DEFAULT,
    checkpoint: Checkpoint = go_on,
) -> Annotation:
    """Return the quotes, speakers and entities of an article.

    Pure: the same article always gives the same annotation under the same settings. In a text of
    more than `MOST_LETTERS` code points, or of marks rather than words, nothing is looked for.

    Args:
        article: A clean article; all offsets of the result point into its text.
        settings: The engine for names, and the reader's own names and cues.
        checkpoint: Asked between the steps.

    Raises:
        EngineMissingError: The engine is not installed.
        ValueError: There is no such engine.
    """
    if len(article.text) > MOST_LETTERS or is_data(article):
        return Annotation(engine=engine_of(settings))
    engine = engine_for(settings.engine, partial(language_of, article))
    entities = find_entities(article, _recognizer(engine), settings.own_names)
    checkpoint()
    quotes, context = read_quotes(article, settings.own_cues)
    checkpoint()
    spoken = attribute(article, quotes, entities, context=context)
    own = {name.name for name in settings.own_names}
    entities = with_references(entities, spoken.references, spoken.roles)
    named = with_one_name(Named(entities, spoken.quotes, spoken.indirect), own)
    return Annotation(
        quotes=named.quotes,
        entities=named.entities,
        indirect=named.indirect,
        engine=engine_of(settings),
    )
