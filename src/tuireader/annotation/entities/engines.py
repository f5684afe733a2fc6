"""Recognizers by the name that stands in the settings."""

from __future__ import annotations

from tuireader.annotation.entities.builtin import BuiltinRecognizer, builtin_recognizer
from tuireader.annotation.entities.recognizer import Recognizer
from tuireader.annotation.entities.spacy_recognizer import EngineMissingError, SpacyRecognizer

__all__ = ["BuiltinRecognizer", "EngineMissingError", "SpacyRecognizer", "recognizer_named"]


def recognizer_named(engine: str) -> Recognizer:
    """Return the recognizer of an engine's name.

    Args:
        engine: ``builtin``, or ``spacy:`` and the name of an installed pipeline.

    Raises:
        ValueError: There is no such engine.
    """
    if engine in ("", "builtin"):
        return builtin_recognizer()
    kind, _, pipeline = engine.partition(":")
    if kind == "spacy" and pipeline:
        return SpacyRecognizer(pipeline)
    raise ValueError(
        f'There is no entity engine "{engine}". Use "builtin", or "spacy:" and the name of an '
        'installed pipeline, such as "spacy:en_core_web_sm".'
    )
