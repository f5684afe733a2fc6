"""What a repair is: a name, a reason, an example, and what it finds to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tuireader.articles.cleaning.tracked import Edit


@dataclass(frozen=True, slots=True)
class Setting:
    """What a repair may know of the whole text it works in.

    Attributes:
        language: The likely language, as a two-letter code; empty where unclear.
        marks: The quotation marks that the text holds anywhere.
        plain: Whether its format has no markup, so that tags in it are left from another.
    """

    language: str = ""
    marks: frozenset[str] = field(default=frozenset())
    plain: bool = False


Finder = Callable[[str, Setting], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class RepairRule:
    """One kind of damage and its repair.

    Attributes:
        name: Stable, such as ``doubled-stop``.
        reason: Why the text is changed, as a sentence for the reader.
        example: A text with the damage, and the same repaired.
        find: Returns the edits that repair a block, in order and not overlapping.
        passes: How often it is applied at most, while it finds something.
        quiet: True where the change is too small to be listed.
        preformatted: True where it also holds for text whose layout matters.
    """

    name: str
    reason: str
    example: tuple[str, str]
    find: Finder
    passes: int = 1
    quiet: bool = False
    preformatted: bool = False
