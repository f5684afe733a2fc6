"""The table of formats."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile_formats import MAKERS
from tuireader.articles.formats import extras
from tuireader.articles.formats.registry import FORMATS, available_formats


def test_every_format_is_listed_with_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(extras.PACKAGES, "pdf", "no_such_package")
    table = {each.name: each for each in available_formats()}
    assert {"html", "mail", "feed", "epub", "corpus", "warc", "gzip", "text"} <= set(table)
    assert not table["pdf"].installed
    assert table["pdf"].needs == "pip install 'tuireader[pdf]'"
    assert table["html"].installed
    assert table["html"].needs == ""
    assert ".mbox" in table["mail"].suffixes
    assert all(each.description.endswith(".") for each in table.values())


def test_no_parser_is_loaded_before_a_file_of_its_format_is_read() -> None:
    code = (
        "import sys, tuireader.articles.formats.registry; "
        "print([name for name in ('lxml', 'trafilatura', 'feedparser', 'mammoth', 'pypdfium2', "
        "'warcio', 'charset_normalizer', 'email') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_there_is_a_hostile_file_of_every_format() -> None:
    names = (*MAKERS, ".md", ".txt")
    paths = {Path(f"1{name}"): MAKERS.get(name, _calm)("", "It ends calmly.") for name in names}
    accepting = {
        next(reader.NAME for reader in FORMATS if reader.accepts(path, data[:4096]))
        for path, data in paths.items()
    }
    assert accepting == {reader.NAME for reader in FORMATS}


def _calm(_mess: str, end: str) -> bytes:
    return end.encode()
