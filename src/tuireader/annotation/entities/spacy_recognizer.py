"""Entities by any installed spaCy pipeline, with the guideline and the second look on top."""

from __future__ import annotations

import importlib
from functools import cached_property
from typing import Any

from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.entities.engine_names import pipeline_missing, spacy_missing
from tuireader.annotation.entities.refine import refine
from tuireader.articles.article import Article

LABELS = {label.value: label for label in Label} | {
    "PER": Label.PERSON, "ORGANIZATION": Label.ORG, "LOCATION": Label.LOC, "FACILITY": Label.FAC,
    "GSP": Label.GPE,
}  # fmt: skip
"""Labels of spaCy's pipelines and ours; numbers and MISC have none."""
CONFIDENCE = 0.8
"""spaCy's own recognizers give no confidence."""


class EngineMissingError(Exception):
    """An engine that the settings name is not installed; its text says what to do."""


class SpacyRecognizer:
    """A recognizer behind which a spaCy pipeline works."""

    def __init__(self, pipeline: str, refined: bool = True) -> None:
        """Prepare; the pipeline is loaded when it is first used.

        Args:
            pipeline: The name of an installed pipeline, such as ``en_core_web_trf``, or a path.
            refined: Whether the guideline and the second look go over what it finds.
        """
        self._pipeline = pipeline
        self._refined = refined

    @property
    def name(self) -> str:
        """The pipeline with its version, such as ``spacy:en_core_web_sm/3.8.0``."""
        return f"spacy:{self._pipeline}/{self._nlp.meta.get('version', '')}"

    @cached_property
    def _nlp(self) -> Any:
        """The pipeline, without the parts that entities do not need.

        Raises:
            EngineMissingError: spaCy or the pipeline is not installed.
        """
        try:
            spacy = importlib.import_module("spacy")
        except ImportError as error:
            raise EngineMissingError(spacy_missing(self._pipeline)) from error
        try:
            return spacy.load(self._pipeline, exclude=["lemmatizer", "attribute_ruler"])
        except OSError as error:
            raise EngineMissingError(pipeline_missing(self._pipeline)) from error

    def recognize(self, article: Article) -> list[Mention]:
        """Return the mentions of an article, in order of the text, not overlapping.

        Raises:
            EngineMissingError: spaCy or the pipeline is not installed.
        """
        mentions: list[Mention] = []
        texts = [block.text for block in article.blocks]
        for block, document in zip(article.blocks, self._nlp.pipe(texts), strict=True):
            for found in document.ents:
                label = LABELS.get(found.label_)
                start, end = block.start + found.start_char, block.start + found.end_char
                if label and article.text[start:end].strip():
                    mentions.append(Mention(start, end, article.text[start:end], label, CONFIDENCE))
        mentions = [_trimmed(m) for m in mentions]
        return refine(article, mentions) if self._refined else mentions


def _trimmed(mention: Mention) -> Mention:
    """Leave out a leading "the" and a trailing possessive, which spaCy's models take in."""
    start, end, text = mention.start, mention.end, mention.text
    if mention.label not in (Label.DATE, Label.TIME) and text[:4].lower() == "the " and text[4:]:
        start, text = start + 4, text[4:]
    if text[-2:] in ("'s", "’s") and len(text) > 2:
        end, text = end - 2, text[:-2]
    return Mention(start, end, text, mention.label, mention.confidence)
