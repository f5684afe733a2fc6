"""How files become what the index keeps of them, as one value that passes between processes."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.annotation.settings import DEFAULT, AnnotationSettings
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
    """

    annotation: AnnotationSettings = DEFAULT
    encodings: Encodings = ()
    overruling: Overruling | None = None


PLAIN = Recipe()
"""How files are read where the reader chose nothing."""
