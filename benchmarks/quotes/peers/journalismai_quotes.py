"""JournalismAI's pipeline of patterns (2021), from a checkout of its repository.

It knows curly marks only, so straight ones are turned by turns; it gives no places, so the words
of its quotes are looked for from the last one on.
"""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.quotes.peers.found import Finder, Found


def finder(pipeline: Any, checkout: Path | None) -> Finder:
    """Return what finds quotes.

    Raises:
        ValueError: There is no checkout.
    """
    if checkout is None:
        raise ValueError("it needs --checkout")
    folder = checkout / "regex_pipeline"
    os.chdir(folder)  # it reads its list of verbs from there
    sys.path.insert(0, str(folder))
    extract = import_module("utils.quote_extraction").extract_quotes_and_sentence_speaker

    def find(text: str) -> list[Found]:
        plain = _curly(text)
        answer = extract(plain, pipeline)
        return _placed(answer[0], plain) if isinstance(answer, tuple) else []

    return find


def _curly(text: str) -> str:
    """Return a text with straight double marks turned in each paragraph by turns."""
    paragraphs = []
    for paragraph in re.split(r"(\n)", text.replace("''", '" ')):
        opens = [True]

        def turned(_: re.Match[str], opens: list[bool] = opens) -> str:
            opens[0] = not opens[0]
            return "”" if opens[0] else "“"

        paragraphs.append(re.sub('"', turned, paragraph))
    return "".join(paragraphs)


def _placed(quotes: Any, text: str) -> list[Found]:
    found: list[Found] = []
    for quote in quotes:
        if isinstance(quote, list):  # a paragraph of its own
            parts, named = [quote[0]], quote[1]
        else:
            parts = [quote.quote_text, quote.quote_text_optional_second_part]
            named = quote.speaker
        speaker = (named or "").strip() or None
        for part in filter(None, (str(each or "").strip() for each in parts)):
            start = text.find(part)
            if start >= 0:
                first = text.find(speaker, max(0, start - 300)) if speaker else -1
                last = first + len(speaker) if speaker and first >= 0 else None
                found.append((start, start + len(part), speaker, first if last else None, last))
    return found
