"""One article with notes, quotes and entities, for tests of the ways out."""

from pathlib import Path

from tuireader.annotation.annotation import Annotation, Entity, Label, Mention, Quote, QuoteKind
from tuireader.articles.article import Article, Block, BlockKind, Metadata
from tuireader.articles.offsets import OffsetMap
from tuireader.export.item import Item
from tuireader.state.anchors import anchor
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord

FIRST = "The *harbour* of Port Selwyn reopened. “We lost eleven days,” said Ana Kovac."
SECOND = "# 1 on the list: <repairs>, [[cranes]] and #roads."
TEXT = f"{FIRST}\n\n{SECOND}"
DAY = "2026-03-02"
QUOTE = FIRST.index("“")
METADATA = Metadata(
    title="Harbour reopens: “at last”",
    byline="By Ivo Marin and Lena van der Berg",
    source="The Selwyn Courier",
    published="2026-03-01",
    language="en",
    url="https://example.org/harbour",
)


def article() -> Article:
    blocks = (
        Block(BlockKind.PARAGRAPH, FIRST, 0, len(FIRST)),
        Block(BlockKind.PARAGRAPH, SECOND, len(FIRST) + 2, len(TEXT)),
    )
    path = Path("/articles/harbour.txt")
    offsets = OffsetMap.identity(len(TEXT))
    return Article("a1", path, 0, METADATA, blocks, TEXT, TEXT, offsets)


def annotation() -> Annotation:
    end = FIRST.index("”") + 1
    kovac = FIRST.index("Ana")
    mention = Mention(kovac, kovac + 9, "Ana Kovac", Label.PERSON)
    entity = Entity("person:ana kovac", "Ana Kovac", Label.PERSON, ("Kovac",), (mention,))
    quote = Quote(QUOTE, end, QuoteKind.SPEECH, speaker="Ana Kovac", cue="said", confidence=0.95)
    return Annotation((quote,), (entity,))


def item() -> Item:
    place = anchor(TEXT, QUOTE + 1, FIRST.index(",”"))
    note = Note(
        "n1", "a1", place, "Longer than in 2019?\n\n- check", ("storm damage",), "2026-03-02"
    )
    record = ArticleRecord(
        "a1",
        "/articles/harbour.txt",
        METADATA.title,
        read=True,
        bookmarked=True,
        tags=("the port",),
    )
    return Item(record, METADATA, (note,), (), article(), annotation())
