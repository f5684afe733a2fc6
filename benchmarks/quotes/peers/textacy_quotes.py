"""textacy's direct quotations (PyPI: textacy). It gives a text up where it holds an odd mark."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.quotes.peers.found import Finder, Found


def finder(pipeline: Any, _checkout: Path | None) -> Finder:
    """Return what finds quotes."""
    direct_quotations = import_module("textacy.extract").direct_quotations

    def find(text: str) -> list[Found]:
        return [_found(triple) for triple in direct_quotations(pipeline(text))]

    return find


def _found(triple: Any) -> Found:
    content, speaker = triple.content, triple.speaker
    start, end = speaker[0].idx, speaker[-1].idx + len(speaker[-1])
    name = " ".join(token.text for token in speaker)
    return content.start_char, content.end_char, name, start, end
