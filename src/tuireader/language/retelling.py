"""Sentences made in English, where other programs may read them, told in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import Formatter

from tuireader.language.catalogue import Catalogue

SENTENCE = "sentence"
"""The context of their messages; what is put into one stands in it as ``{name}``."""


class Retelling:
    """Finds which message a sentence was made from, and makes it anew from its translation.

    Args:
        catalogue: The messages and their translations.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        known = [message for context, message in catalogue.messages if context == SENTENCE]
        self._patterns = [(_pattern(message), message) for message in _closest_first(known)]

    def retold(self, sentence: str) -> str:
        """Return a sentence in the language of the catalogue; as it is where it is not known."""
        told = self._catalogue.translated(sentence, SENTENCE)
        if told != sentence:
            return told
        for pattern, message in self._patterns:
            whole = message.endswith(".") == sentence.endswith(".")
            if whole and (found := pattern.fullmatch(sentence)):
                parts = {name: self.retold(part) for name, part in found.groupdict().items()}
                return self._catalogue.translated(message, SENTENCE).format(**parts)
        return sentence


def _closest_first(messages: Iterable[str]) -> list[str]:
    """Return the messages that something is put into, those with the most words first."""
    found = [message for message in messages if "{" in message]
    return sorted(found, key=lambda message: -len(re.sub(r"\{\w+\}", "", message)))


def _pattern(message: str) -> re.Pattern[str]:
    parts = (
        re.escape(text) + (f"(?P<{name}>.+)" if name else "")
        for text, name, _, _ in Formatter().parse(message)
    )
    return re.compile("".join(parts), re.DOTALL)
