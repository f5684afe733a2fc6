"""The article in the making: lines, what was found about them, and what became metadata."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from tuireader.articles.article import Metadata
from tuireader.articles.cleaning.noise.line import Line
from tuireader.articles.cleaning.noise.phrases import Phrases, phrases


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found about one line.

    Attributes:
        at: Which line.
        confidence: How sure the rule is, from 0 to 1.
        lifts: What moves to the metadata, as pairs of field and value.
        start: Where in the line's text the noise starts, in code points.
        end: Where it ends; -1 for the end of the line.
        reason: In place of the rule's own; may be empty.
        quiet: True where the line is not lost but shown elsewhere: the headline in the header.
    """

    at: int
    confidence: float
    lifts: tuple[tuple[str, str], ...] = ()
    start: int = 0
    end: int = -1
    reason: str = ""
    quiet: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is about the whole line."""
        return self.end < 0


@dataclass(frozen=True, slots=True)
class NoiseRule:
    """One kind of line that is not the article.

    Attributes:
        name: Stable, such as ``repeated-headline``.
        reason: Why the line goes, as a sentence for the reader.
        example: A line that goes.
        find: Returns what it finds in a draft.
        sweeping: True where it may take any part of the text, since it has judged all of it.
        gentle: True where it also holds for text whose format marks its blocks up.
        harmless: True where nothing is lost, since the same words stay or are shown elsewhere;
            such a rule needs no second look.
        kind: The kind of noise in the phrase files that it goes by; empty for none.
        by_phrase: True where such a phrase is all it takes, so that the reader's own hold
            whatever the format.
    """

    name: str
    reason: str
    example: str
    find: Callable[[Draft], Iterable[Finding]]
    sweeping: bool = False
    gentle: bool = False
    harmless: bool = False
    kind: str = ""
    by_phrase: bool = False


@dataclass(slots=True)
class Draft:
    """An article in the making.

    Attributes:
        lines: All lines of the document that hold anything.
        metadata: What is known so far.
        structured: Whether the format marked the blocks up, so that only the surest rules apply.
        title_at: Which line the headline was taken from; -1 where the format stated it.
        gone: For each line taken out so far, the rule and what it found.
        phrases: The phrases that give noise away.
    """

    lines: list[Line]
    metadata: Metadata
    structured: bool = False
    title_at: int = -1
    gone: dict[int, tuple[NoiseRule, Finding]] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=phrases)

    def left(self) -> Iterator[tuple[int, Line]]:
        """Yield the lines that are still in the article, with their numbers."""
        for at, line in enumerate(self.lines):
            if at not in self.gone:
                yield at, line

    def first_prose(self) -> int:
        """Return the number of the first line of running text; that of no line if there is none."""
        return next((at for at, line in self.left() if line.prose), len(self.lines))

    def last_prose(self) -> int:
        """Return the number of the last line of running text; -1 if there is none."""
        for at in range(len(self.lines) - 1, -1, -1):
            if at not in self.gone and self.lines[at].prose:
                return at
        return -1

    def lift(self, name: str, value: str) -> None:
        """Take a value over into the metadata unless the format has stated one."""
        if value and not getattr(self.metadata, name):
            changed = {name: value}
            self.metadata = replace(self.metadata, **changed)  # type: ignore[arg-type]
