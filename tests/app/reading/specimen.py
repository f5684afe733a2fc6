"""A made-up article with its annotation, written by place words instead of offsets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tuireader.annotation.annotation import (
    Annotation,
    Entity,
    IndirectSpeech,
    Label,
    Mention,
    Quote,
    QuoteKind,
)
from tuireader.articles.article import (
    BLOCK_SEPARATOR,
    Article,
    Block,
    BlockKind,
    Link,
    Metadata,
    Removal,
)
from tuireader.articles.offsets import OffsetMap, Run
from tuireader.library.entry import Loaded

HEADLINE = "Harbour council delays the ferry vote"
P1 = (
    "The harbour council of Vessmark put off its vote on the night ferry on Monday, after a "
    "hearing that lasted until dawn."
)
P2 = (
    "“We are not against the boat, we are against being asked last,” said Ilse Marren, who "
    "speaks for the fishermen. “Ask us first, and you will hear a different answer.”"
)
HEADING = "A long night"
P3 = (
    "Marren said the so-called “quiet hours” had never been quiet. “My father told me, ‘Never "
    "sign at night’, and he was right,” she added."
)
P4 = (
    "Tomas Oyelaran, of the Northern Line company, answered that the boat “would not wake a "
    "cat”. The council meets again in Ostholm on 3 June; some 1,200 crowns were set aside."
)
P5 = "“Then let the cat vote,” a woman called from the gallery."
ITEMS = ("The first boat leaves at six.", "The last one at a quarter to midnight.")
RAW_JUNK = "Share this article"


def article(
    blocks: list[tuple[BlockKind, str]],
    *,
    metadata: Metadata | None = None,
    raw: str | None = None,
    links: list[tuple[str, str]] | None = None,
) -> Article:
    """Return an article of blocks; its raw text is its own unless another holds each block."""
    texts = [text for _, text in blocks]
    text = BLOCK_SEPARATOR.join(texts)
    found: list[Block] = []
    runs: list[Run] = []
    at = raw_at = 0
    source = text if raw is None else raw
    for kind, words in blocks:
        raw_at = source.index(words, raw_at)
        runs.append(Run(at, at + len(words), raw_at, raw_at + len(words)))
        found.append(Block(kind, words, at, at + len(words), int(kind is BlockKind.HEADING)))
        at += len(words) + len(BLOCK_SEPARATOR)
        raw_at += len(words)
    removals = []
    start = source.find(RAW_JUNK)
    if start >= 0:
        end = start + len(RAW_JUNK)
        removals.append(
            Removal(start, end, RAW_JUNK, "share-line", "It only offers to share.", 0.9)
        )
    return Article(
        id="0" * 32,
        path=Path("harbour.txt"),
        item=0,
        metadata=metadata or Metadata(title=HEADLINE),
        blocks=tuple(found),
        text=text,
        raw=source,
        offsets=OffsetMap(tuple(runs), len(source)),
        removals=tuple(removals),
        links=tuple(
            Link(text.index(words), text.index(words) + len(words), url)
            for words, url in links or []
        ),
    )


def quote(
    text: str,
    words: str,
    speaker: str | None = None,
    kind: QuoteKind = QuoteKind.SPEECH,
    *,
    nested: bool = False,
) -> Quote:
    """Return a quote by the words of it, marks included."""
    start = text.index(words)
    return Quote(
        start,
        start + len(words),
        kind,
        nested,
        speaker,
        f"person:{speaker.casefold()}" if speaker else None,
        None,
        "said" if speaker else "",
        0.9 if speaker else 0.0,
        "The verb stands between the quote and the name." if speaker else "",
    )


def entity(text: str, label: Label, name: str, *surfaces: str) -> Entity:
    """Return an entity with every place where one of its surfaces stands."""
    mentions: list[Mention] = []
    at = 0
    while at < len(text):
        for surface in sorted((name, *surfaces), key=len, reverse=True):
            if text.startswith(surface, at):
                mentions.append(Mention(at, at + len(surface), surface, label))
                at += len(surface) - 1
                break
        at += 1
    assert mentions, name
    return Entity(f"{label.lower()}:{name.casefold()}", name, label, surfaces, tuple(mentions))


def harbour() -> Loaded:
    """Return the article that most tests read."""
    paragraph = BlockKind.PARAGRAPH
    blocks = [
        (paragraph, P1),
        (paragraph, P2),
        (BlockKind.HEADING, HEADING),
        (paragraph, P3),
        (paragraph, P4),
        (paragraph, P5),
        *((BlockKind.LIST_ITEM, item) for item in ITEMS),
    ]
    raw = "\r\n".join([HEADLINE, "", RAW_JUNK, "", *(text for _, text in blocks), ""])
    made = article(
        blocks,
        metadata=Metadata(
            title=HEADLINE,
            subtitle="Fishermen ask to be asked first",
            byline="Wilma Thorsgard",
            source="Vessmark Courier",
            published="2031-05-13",
        ),
        raw=raw,
        links=[("the night ferry", "https://example.org/ferry")],
    )
    text = made.text
    marren, oyelaran = "Ilse Marren", "Tomas Oyelaran"
    quotes = (
        quote(text, "“We are not against the boat, we are against being asked last,”", marren),
        quote(text, "“Ask us first, and you will hear a different answer.”", marren),
        quote(text, "“quiet hours”", None, QuoteKind.SCARE),
        quote(text, "“My father told me, ‘Never sign at night’, and he was right,”", marren),
        quote(text, "‘Never sign at night’", "Marren’s father", nested=True),
        quote(text, "“would not wake a cat”", oyelaran, QuoteKind.PARTIAL),
        quote(text, "“Then let the cat vote,”"),
    )
    entities = (
        entity(text, Label.GPE, "Vessmark"),
        entity(text, Label.DATE, "Monday"),
        entity(text, Label.PERSON, marren, "Marren"),
        entity(text, Label.PERSON, oyelaran),
        entity(text, Label.ORG, "Northern Line"),
        entity(text, Label.GPE, "Ostholm"),
        entity(text, Label.DATE, "3 June"),
        entity(text, Label.MONEY, "1,200 crowns"),
    )
    retold = text.index("Marren said the so-called")
    indirect = IndirectSpeech(
        retold,
        text.index(" “My father"),
        marren,
        "person:ilse marren",
        cue="said",
        confidence=0.8,
        reason="“said” follows her name.",
    )
    return Loaded(made, Annotation(quotes, entities, (indirect,)))


def lengthy(words: int) -> Loaded:
    """Return an article of about so many words, its quotes and names coming again and again."""
    base = harbour()
    paragraph = BlockKind.PARAGRAPH
    count = max(1, words // len((P1 + P2 + P3 + P4 + P5).split()))
    made = article([(paragraph, text) for text in (P1, P2, P3, P4, P5) * count])
    quotes: list[Quote] = []
    mentions: list[Mention] = []
    for block in made.blocks:
        for known in base.annotation.quotes:
            at = block.text.find(base.article.text[known.start : known.end])
            if at >= 0:
                start = block.start + at
                quotes.append(replace(known, start=start, end=start + known.end - known.start))
        at = block.text.find("Marren")
        if at >= 0:
            start = block.start + at
            mentions.append(Mention(start, start + 6, "Marren", Label.PERSON))
    person = Entity("person:ilse marren", "Ilse Marren", Label.PERSON, (), tuple(mentions))
    return Loaded(made, Annotation(tuple(quotes), (person,)))
