"""What the reader may choose of the annotation, as one plain value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuireader.annotation.attribution.cues import OwnCues
    from tuireader.annotation.entities.own_names import OwnName

BUILTIN = "builtin"
"""The name of the engine that comes with the program."""


@dataclass(frozen=True, slots=True)
class AnnotationSettings:
    """How articles are annotated. It can be hashed, and sent to other processes.

    Attributes:
        engine: What finds the names: ``builtin``, or ``spacy:`` and the name of a pipeline; of
            several, with commas between, each reads what is in its language and the first the rest.
        own_names: The reader's own names, which take precedence.
        own_cues: The reader's own words that tie a quote to its speaker.
    """

    engine: str = BUILTIN
    own_names: tuple[OwnName, ...] = ()
    own_cues: tuple[OwnCues, ...] = ()


DEFAULT = AnnotationSettings()
"""What holds where nothing is chosen."""
