"""A line of a text as the rules see it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from tuireader.articles.article import BlockKind, Repair
from tuireader.articles.cleaning.noise.phrases import normal
from tuireader.articles.cleaning.tracked import TrackedText

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_NOT_KEY = re.compile(r"[\W_]+")
_CASELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDS = re.compile(r"[.!?…。！？؟।](?:[\"'”’»)\]]|\[\d+\])*$")
_LONGEST_WORD = 60
_ADDRESS = re.compile(r"https?://|www\.\w", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """One line or paragraph of a document, repaired, with what the rules ask of it.

    Attributes:
        text: The repaired text with its way back.
        raw_start: Where the line starts in the raw text, in code points, without white space.
        raw_end: Where it ends there; half-open.
        kind: What it is.
        level: As in `Block`.
        number: Likewise.
        certain: Whether the format marked it up.
        gap: How many blank lines stand before it.
        repairs: What was mended in it.
        key: Its letters and digits only, folded, for comparison.
        words: How many words it has; in scripts without spaces, half the number of characters.
        ends: Whether it ends as a sentence does.
    """

    text: TrackedText
    raw_start: int
    raw_end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: int | None = None
    certain: bool = False
    gap: int = 0
    repairs: list[Repair] = field(default_factory=list)
    key: str = field(init=False)
    words: int = field(init=False)
    ends: bool = field(init=False)
    _label: str | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Work out what the rules ask for again and again."""
        plain = self.text.text
        self.key = folded(plain)
        caseless = len(_CASELESS.findall(plain[:2000]))
        spaced = caseless * 4 < len(plain[:2000])
        self.words = len(_WORD.findall(plain)) if spaced else len(plain) // 2
        self.words = max(self.words, len(plain) // _LONGEST_WORD)
        self.ends = _ENDS.search(plain[-12:]) is not None

    def rewrite(self, text: TrackedText) -> None:
        """Put another text in the place of this line's."""
        self.text = text
        self._label = None
        self.__post_init__()

    @property
    def plain(self) -> str:
        """The repaired text as a string."""
        return self.text.text

    @property
    def label(self) -> str:
        """The text as phrases are compared."""
        if self._label is None:
            self._label = normal(self.plain)
        return self._label

    @property
    def prose(self) -> bool:
        """Whether it reads as a sentence or more of running text."""
        return (self.words >= 12 and self.ends) or self.words >= 30

    @property
    def has_address(self) -> bool:
        """Whether there is a web address in it."""
        return _ADDRESS.search(self.plain) is not None

    @property
    def headline_like(self) -> bool:
        """Whether it could be a headline: short, without a full stop, beginning as one does."""
        plain = self.plain
        return (
            self.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
            and 2 <= self.words <= 25
            and len(plain) <= 200
            and plain[-1] not in ".;,:…"
            and (plain[0].isupper() or plain[0].isdigit() or not plain[0].islower())
            and not self.has_address
        )


def folded(text: str) -> str:
    """Return the letters and digits of a text, folded, so that equal wording is equal."""
    return _NOT_KEY.sub("", unicodedata.normalize("NFKC", text).casefold())
