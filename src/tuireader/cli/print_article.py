"""An article as styled text for a terminal or a pipe."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TypeVar

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from tuireader.annotation.annotation import Annotation, Label, Mention, Quote, QuoteKind
from tuireader.articles.article import Article, Block, BlockKind
from tuireader.articles.cleaning.safety import neutralize, sanitize_line

_VOICES = ("cyan", "yellow", "green", "magenta", "bright_blue", "bright_red")
_NAMES = {
    Label.PERSON: "underline",
    Label.ORG: "bold",
    Label.GPE: "italic",
    Label.LOC: "italic",
    Label.FAC: "italic",
    Label.NORP: "italic",
}
_Placed = TypeVar("_Placed", Mention, Quote)
_SPOKEN = (QuoteKind.SPEECH, QuoteKind.PARTIAL)


def printed(article: Article, annotation: Annotation, width: int) -> Iterator[RenderableType]:
    """Yield an article piece by piece: its head, then its blocks with their speakers.

    Args:
        article: A clean article.
        annotation: Its annotation.
        width: The width of the text in cells.
    """
    yield from _head(article, width)
    mentions = annotation.mentions
    spoken = [each for each in annotation.quotes if each.kind in _SPOKEN and not each.nested]
    speaker = ""
    for block in article.blocks:
        quotes = _within(block, spoken)
        lead: list[RenderableType] = []
        for quote in quotes:
            if quote.speaker and quote.speaker != speaker:
                speaker = quote.speaker
                lead.append(Text(f"▎{neutralize(speaker)}", style=f"bold {_voice(quote)}"))
        yield Group(*lead, _body(block, _within(block, mentions), quotes), "")


def _head(article: Article, width: int) -> Iterator[RenderableType]:
    data = article.metadata
    yield Text(sanitize_line(article.title), style="bold")
    if data.subtitle:
        yield Text(sanitize_line(data.subtitle), style="italic")
    facts = (data.byline, data.source, data.published, f"{article.minutes} min")
    yield Text(" · ".join(sanitize_line(fact) for fact in facts if fact), style="dim")
    yield Text("─" * width, style="dim")


def _within(block: Block, found: Sequence[_Placed]) -> Sequence[_Placed]:
    first = bisect_left(found, block.start, key=lambda each: each.start)
    return found[first : bisect_left(found, block.end, key=lambda each: each.start)]


def _body(block: Block, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> RenderableType:
    text = Text(neutralize(block.text))
    for mention in mentions:
        style = _NAMES.get(mention.label)
        if style:
            text.stylize(style, mention.start - block.start, mention.end - block.start)
    for quote in quotes:
        text.stylize(_voice(quote), quote.start - block.start, quote.end - block.start)
    match block.kind:
        case BlockKind.HEADING:
            text.stylize("bold")
        case BlockKind.CAPTION:
            text.stylize("dim italic")
        case BlockKind.LIST_ITEM:
            bullet = "•" if block.number is None else f"{block.number}."
            return Padding(Text(f"{bullet} ") + text, (0, 0, 0, 2 * max(0, block.level - 1)))
        case BlockKind.QUOTATION:
            return Padding(text, (0, 0, 0, 4))
        case _:
            pass
    return text


def _voice(quote: Quote) -> str:
    if not quote.speaker:
        return "default"
    key = (quote.speaker_id or quote.speaker).casefold().encode()
    return _VOICES[blake2b(key, digest_size=2).digest()[0] % len(_VOICES)]
