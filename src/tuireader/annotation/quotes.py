"""Quoted spans, whatever the marks, each with what the marks are there for."""

from __future__ import annotations

from tuireader.annotation.annotation import Quote, QuoteKind
from tuireader.annotation.attribution.context import Context, language_of
from tuireader.annotation.attribution.cues import OwnCues, load_cues
from tuireader.annotation.quotations.blocks import with_block_quotations
from tuireader.annotation.quotations.dialogues import with_dialogue
from tuireader.annotation.quotations.kinds import Kinds
from tuireader.annotation.quotations.lost_closes import has_lost_closes, with_lost_closes
from tuireader.annotation.quotations.marks import DOUBLE_MARKS, Mark, find_marks
from tuireader.annotation.quotations.pairing import Pair, Paragraph, pair
from tuireader.annotation.quotations.transcripts import with_turns
from tuireader.articles.article import Article, Block, BlockKind

_MANY_MARKS = 20_000
_WORDS_A_MARK = 2


def find_quotes(article: Article, own_cues: tuple[OwnCues, ...] = ()) -> tuple[Quote, ...]:
    """Return the quoted spans of an article with their kind, not yet attributed.

    A text of which every second word is a quotation mark is data, not prose: it has no quotes.

    Args:
        article: A clean article.
        own_cues: The reader's own lists of cues, which add to those built in.
    """
    return read_quotes(article, own_cues)[0]


def read_quotes(
    article: Article, own_cues: tuple[OwnCues, ...] = ()
) -> tuple[tuple[Quote, ...], Context]:
    """Return what `find_quotes` does, with the context that `speakers.attribute` can go on with.

    Args:
        article: A clean article.
        own_cues: As for `find_quotes`.
    """
    spans = tuple(
        Quote(found.start, found.end, QuoteKind.SPEECH, nested=found.depth > 0)
        for found in quoted_spans(article)
    )
    context = Context(article, spans, own_cues)
    kinds = Kinds(context)
    quotes: list[Quote] = []
    for number, span in enumerate(spans):
        verdict = kinds.nested(span) if span.nested else kinds.of(number)
        quotes.append(
            Quote(span.start, span.end, verdict.kind, nested=span.nested, reason=verdict.reason)
        )
    return tuple(quotes), context


def quoted_spans(article: Article) -> list[Pair]:
    """Return what stands between marks or is set as a quotation, in order of its start."""
    if is_data(article):
        return []
    paragraphs = [
        Paragraph(block.start, block.end, _marks(article.text, block)) for block in article.blocks
    ]
    if _are_data(article, sum(len(paragraph.marks) for paragraph in paragraphs)):
        return []
    pairs = pair(paragraphs)
    if has_lost_closes(pairs):
        pairs = with_lost_closes(article.text, pairs, load_cues(language_of(article)))
    spans = with_block_quotations(article.blocks, pairs)
    spans = with_dialogue(article.blocks, spans)
    return with_turns(article.blocks, spans)


def is_data(article: Article) -> bool:
    """Whether a text is rather marks than prose: every second word a quotation mark."""
    return _are_data(article, sum(article.text.count(glyph) for glyph in DOUBLE_MARKS))


def _are_data(article: Article, marks: int) -> bool:
    return marks > _MANY_MARKS and marks * _WORDS_A_MARK > article.words


def _marks(text: str, block: Block) -> list[Mark]:
    if block.kind is BlockKind.PREFORMATTED:
        return []
    return find_marks(text, block.start, block.end)
