"""Engines by name: ours, ours with quotes and speakers, spaCy pipelines with and without us."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import Entity
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.entities.resolve import resolve
from tuireader.annotation.entities.spacy_recognizer import SpacyRecognizer
from tuireader.articles.article import Article

Run = Callable[[Article], Sequence[Entity]]


def annotator(engine: str) -> Run:
    """Return what an engine does with an article.

    Args:
        engine: ``builtin``; ``whole`` for the whole annotation; ``spacy:NAME`` for a pipeline with
            only articles and possessives cut off; ``spacy+:NAME`` with our second look on top.
    """
    if engine == "builtin":
        return find_entities
    if engine == "whole":
        return lambda article: annotate(article).entities
    kind, _, pipeline = engine.partition(":")
    recognizer = SpacyRecognizer(pipeline, refined=kind == "spacy+")
    return lambda article: resolve(recognizer.recognize(article))
