"""SaysWho's finder of quotes (PyPI: sayswho), without the coreference that is on no registry.

It fails on white space of more than one character between paragraphs and on two straight marks
for one: these are made one character, and its spans led back.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.quotes.peers.found import Finder, Found

_LONG = re.compile(r"\s*\n\s*|''|``|\s{2,}")


def finder(pipeline: Any, _checkout: Path | None) -> Finder:
    """Return what finds quotes."""
    quote_finder = import_module("sayswho.quote_finder").quote_finder

    def find(text: str) -> list[Found]:
        plain, places = _shortened(text)
        found: list[Found] = []
        for triple in quote_finder(pipeline(plain)):
            content, speaker = triple.content, triple.speaker
            start, end = speaker[0].idx, speaker[-1].idx + len(speaker[-1])
            name = " ".join(token.text for token in speaker)
            found.append(
                (
                    places[content.start_char],
                    places[content.end_char],
                    name,
                    places[start],
                    places[end],
                )
            )
        return found

    return find


def _shortened(text: str) -> tuple[str, list[int]]:
    """Return a text with each long run made one character, and where each place was."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for run in _LONG.finditer(text):
        pieces.append(text[at : run.start()])
        places += range(at, run.start())
        pieces.append("\n" if "\n" in run.group() else " " if run.group().isspace() else '"')
        places.append(run.start())
        at = run.end()
    pieces.append(text[at:])
    places += range(at, len(text) + 1)
    return "".join(pieces), places
