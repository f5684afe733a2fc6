"""A folder of small articles, and a library over it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tuireader.library.library import Library

Write = Callable[[str, str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


@pytest.fixture
def write(folder: Path) -> Write:
    """Write a file into the folder in one step, each with a time of its own."""
    count = 0

    def write(name: str, text: str) -> Path:
        nonlocal count
        count += 1
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.unfinished")
        unfinished.write_text(text, encoding="utf-8")
        os.utime(unfinished, (1_500_000_000 + count, 1_500_000_000 + count))
        return unfinished.replace(path)

    return write


@pytest.fixture
def library(folder: Path) -> Library:
    return Library([folder])
