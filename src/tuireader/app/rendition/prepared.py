"""An article prepared for the pane: all that grows with its length, made before it is shown."""

from __future__ import annotations

from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.movement import spoken_quotes
from tuireader.app.rendition.raw_sheet import RawSheet
from tuireader.app.rendition.sheet import CleanSheet
from tuireader.app.rendition.voices import cast_of
from tuireader.library.entry import Loaded

LONG = 100_000
"""A text of so many characters is not split into words only to count them."""


class Prepared:
    """An article with everything that depends on it alone, whoever reads it and how.

    Nothing of it changes, so it is made in the background and handed to the pane.

    Args:
        loaded: The article with its annotation.

    Attributes:
        loaded: The same.
        marks: What lies over the article by itself.
        cast: The voices by their keys.
        quotes: The quotes worth stopping at.
        words: The number of words in the clean text; of a very long one, the number of its spaces.
        blocks: Where each block starts in `Article.text`, ascending.
        clean: The clean text.
        raw: The raw text.
    """

    def __init__(self, loaded: Loaded) -> None:
        article, annotation = loaded.article, loaded.annotation
        self.loaded = loaded
        self.marks = Marks.of(annotation, article.links)
        self.cast = cast_of(annotation)
        self.quotes = spoken_quotes(annotation)
        self.words = article.words
        if len(article.text) >= LONG:
            self.words = article.text.count(" ") + len(article.blocks)
        self.blocks = [block.start for block in article.blocks]
        self.clean = CleanSheet(article)
        self.raw = RawSheet(article)
