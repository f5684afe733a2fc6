"""The text with its marks spelt out in words, for screen readers and braille displays."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from tuireader.annotation.annotation import Annotation
from tuireader.app.rendition.passages import Passages
from tuireader.app.rendition.sheet import CleanSheet, Piece, Stain
from tuireader.app.rendition.voices import is_spoken
from tuireader.articles.article import Article, BlockKind
from tuireader.articles.cleaning.safety import neutralize, sanitize_line
from tuireader.language import mark
from tuireader.language import translated as _

END_OF_QUOTE = mark(" End of quote.")
NOBODY = mark("no speaker named")
_BEFORE = {
    BlockKind.HEADING: mark("Heading: "),
    BlockKind.QUOTATION: mark("Quotation: "),
    BlockKind.CAPTION: mark("Caption: "),
}


class LinearSheet:
    """The clean text with "Quote, Ilse Marren: …" written out in it.

    Args:
        article: The article.
        annotation: What was found in it.
    """

    def __init__(self, article: Article, annotation: Annotation) -> None:
        source = article.text
        spoken = sorted(_words(article, annotation), key=lambda words: words[:2])
        self._places = [0, *(place for place, _, _ in spoken), len(source)]
        added = ["", *(text for _, _, text in spoken), ""]
        self._added = [0, *accumulate(len(text) for text in added)]
        self._starts = [p + a for p, a in zip(self._places, self._added[1:], strict=True)]
        self.text = "".join(
            text + source[a:b]
            for text, (a, b) in zip(added, pairwise([*self._places, len(source)]), strict=True)
        )
        self.passages = Passages(
            self.text,
            (
                passage._replace(start=self._before(passage.start), end=self._after(passage.end))
                for passage in CleanSheet(article).passages
            ),
        )

    def _before(self, position: int) -> int:
        """Return where what is added at a position of the article begins."""
        return position + self._added[bisect_left(self._places, position)]

    def _after(self, position: int) -> int:
        """Return where what is added at a position of the article ends."""
        return position + self._added[bisect_right(self._places, position)]

    def shown(self, start: int, end: int) -> str:
        """Return a stretch of the text with nothing in it that drives a terminal."""
        return neutralize(self.text[start:end]).replace("\t", " ")

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Return what of a stretch is the article's own."""
        pieces: list[Piece] = []
        first = max(0, bisect_right(self._starts, start) - 1)
        for index in range(first, len(self._places) - 1):
            shift = self._starts[index] - self._places[index]
            if self._starts[index] >= end:
                break
            a = max(start, self._starts[index])
            b = min(end, self._places[index + 1] + shift)
            if a < b:
                pieces.append(Piece(a, b, a - shift, b - shift))
        return pieces

    def stains(self, start: int, end: int) -> list[Stain]:
        """Return nothing: in clean text nothing is left of cleaning."""
        return []

    def to_article(self, position: int) -> int:
        """Return the position in `Article.text`; for added words, where they were added."""
        index = max(0, bisect_right(self._starts, position) - 1)
        found = self._places[index] + max(0, position - self._starts[index])
        return min(found, self._places[min(index + 1, len(self._places) - 1)])

    def from_article(self, position: int) -> int:
        """Return the position here of a character of `Article.text`."""
        return self._after(position)


def _words(article: Article, annotation: Annotation) -> Iterator[tuple[int, int, str]]:
    """Yield what is to be said at which place, with a rank: what ends comes before what begins."""
    for block in article.blocks:
        if block.kind in _BEFORE:
            yield block.start, 1, _(_BEFORE[block.kind])
    for quote in annotation.quotes:
        if is_spoken(quote):
            name = sanitize_line(quote.speaker or _(NOBODY))
            yield quote.start, 2, _("Quote, {name}: ").format(name=name)
            yield quote.end, 0, _(END_OF_QUOTE)
