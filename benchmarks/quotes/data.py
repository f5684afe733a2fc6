"""The articles with their marked quotes, from JSON Lines files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tuireader.articles.article import Article, Document, content_id
from tuireader.articles.cleaning.clean import clean

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quote as people marked it; offsets are code points of the raw text.

    Attributes:
        start: Where it starts, with or without its mark.
        end: Where it ends; half-open.
        speech: False for scare quotes, titles and names.
        nested: Whether it stands inside another.
        kind: ``direct`` or ``mixed`` for speech.
        speaker: The name, or (in PolNeAR) the words that name the speaker; None for nobody.
        others: Other right names.
        mention: Where those words stand, if marked.
        named: Whether `speaker` is the full name and not only the words in the text.
    """

    start: int
    end: int
    speech: bool
    nested: bool
    kind: str
    speaker: str | None
    others: tuple[str, ...]
    mention: Place | None
    named: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text with its quotes, and the stretches about which the data says nothing."""

    id: str
    text: str
    quotes: tuple[GoldQuote, ...]
    ignored: tuple[Place, ...]

    def article(self) -> Article:
        """Return the text as the program reads it from a file."""
        raw = self.text.encode("utf-8")
        document = Document(content_id(raw), Path(f"{self.id}.txt"), self.text, format="text")
        return clean(document)


def load(path: Path) -> Iterator[GoldArticle]:
    """Yield the articles of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                yield GoldArticle(
                    str(record["id"]),
                    record["text"],
                    tuple(_quote(found) for found in record["quotes"]),
                    tuple((start, end) for start, end in record.get("ignore") or ()),
                )


def _quote(found: dict[str, object]) -> GoldQuote:
    start, end = found.get("speaker_start"), found.get("speaker_end")
    mention = (start, end) if isinstance(start, int) and isinstance(end, int) else None
    speaker = found.get("speaker")
    others = found.get("speaker_alt") or ()
    return GoldQuote(
        start=int(str(found["start"])),
        end=int(str(found["end"])),
        speech=bool(found.get("speech", True)),
        nested=bool(found.get("nested", False)),
        kind=str(found.get("kind") or ""),
        speaker=str(speaker) if speaker else None,
        others=tuple(str(other) for other in others) if isinstance(others, list) else (),
        mention=mention,
        named=found.get("speaker_mention") != speaker,
    )
