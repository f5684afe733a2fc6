"""Everything that is known of an article while its quotes are judged."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.annotation import Quote
from tuireader.annotation.attribution.candidates import Candidates
from tuireader.annotation.attribution.cues import OwnCues, guess_language, language_in, load_cues
from tuireader.annotation.attribution.frames import Frames
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.words import Words
from tuireader.articles.article import Article


class Context:
    """The words, the lists of the language and the frames of one article's quotes."""

    def __init__(
        self, article: Article, quotes: Sequence[Quote], own_cues: tuple[OwnCues, ...] = ()
    ) -> None:
        self.text = article.text
        self.byline = article.metadata.byline
        self.title = article.metadata.title
        self.blocks = article.blocks
        self.quotes = quotes
        self.cues = load_cues(language_of(article), own_cues)
        self.words = Words(article, quotes, self.cues)
        self.grammar = Grammar(self.words, self.cues)
        self.frames = Frames(self.words, quotes)
        self.candidates = Candidates(self.grammar)


def language_of(article: Article) -> str:
    """Return the language of an article, guessed where its file does not say it or is wrong."""
    declared = article.metadata.language
    return language_in(article.text, declared) if declared else guess_language(article.text)
