"""The Gender Gap Tracker's extractor (Asr et al. 2021), from a checkout of its repository.

Needs pymongo. Curly marks are made straight, as its own preparation does; its quotes without a
mark are reported speech, which is not asked for here.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.quotes.peers.found import Finder, Found, is_marked

_PLACE = re.compile(r"\((\d+),(\d+)\)")
_STRAIGHT = str.maketrans("“”‘’„«»", '""\'\'"""')


def finder(pipeline: Any, checkout: Path | None) -> Finder:
    """Return what finds quotes.

    Raises:
        ValueError: There is no checkout.
    """
    if checkout is None:
        raise ValueError("it needs --checkout")
    folder = checkout / "nlp" / "english"
    sys.path.insert(0, str(folder))
    extractors = import_module("quote_extractor")
    verbs = str(folder / "rules" / "quote_verb_list.txt")
    extractor = extractors.QuoteExtractor({"spacy_lang": pipeline, "NLP": {"QUOTE_VERBS": verbs}})

    def find(text: str) -> list[Found]:
        plain = text.replace("''", '" ').translate(_STRAIGHT)
        found: list[Found] = []
        for quote in extractor.extract_quotes(pipeline(plain)):
            start, end = _place(quote["quote_index"])
            name = str(quote["speaker"]) or None
            first, last = _place(quote["speaker_index"]) if name else (None, None)
            if is_marked(plain, start, end):
                found.append((start, end, name, first, last))
        return found

    return find


def _place(text: str) -> tuple[int, int]:
    match = _PLACE.search(text)
    if match is None:
        raise ValueError(f"no place in {text!r}")
    return int(match[1]), int(match[2])
