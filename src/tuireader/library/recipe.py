"""How files become what the index keeps of them, as one value that passes between processes."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.annotation.settings import DEFAULT, AnnotationSettings
from tuireader.articles.cleaning.own_phrases import OwnPhrases
from tuireader.articles.formats.format import ReadOptions
from tuireader.library.overruling import Overruling

Encodings = tuple[tuple[str, str], ...]
"""The encodings chosen for files, as in `ReadOptions`."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How files are read.

    Attributes:
        annotation: How articles are annotated; a file whose articles were annotated otherwise is
            read anew.
        encodings: Which encodings the reader chose; a file that was read with another is, too.
        overruling: What the reader put right; a file in whose articles that changed is, too.
        phrases: The reader's own phrases for cleaning; a file that was cleaned by others is, too.
    """

    annotation: AnnotationSettings = DEFAULT
    encodings: Encodings = ()
    overruling: Overruling | None = None
    phrases: tuple[OwnPhrases, ...] = ()

    @property
    def options(self) -> ReadOptions:
        """How files are opened."""
        return ReadOptions(encodings=self.encodings, phrases=self.phrases)


PLAIN = Recipe()
"""How files are read where the reader chose nothing."""
