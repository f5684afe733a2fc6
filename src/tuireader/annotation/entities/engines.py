"""Recognizers by the name that stands in the settings."""

from __future__ import annotations

from tuireader.annotation.entities.builtin import BuiltinRecognizer, builtin_recognizer
from tuireader.annotation.entities.engine_names import pipeline_of
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
    pipeline = pipeline_of(engine)
    return SpacyRecognizer(pipeline) if pipeline else builtin_recognizer()
