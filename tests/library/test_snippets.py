from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.made import filled, made
from tuireader.library.entry import Entry
from tuireader.library.library import Library

LONG = "word " * 100 + "the harbour of Velm lies low " + "more " * 100
TEXT = (
    "The harbour is old. “The harbour of Velm will open,” said the naïve mayor. It rained!\n\n"
    f"{LONG}"
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return filled(tmp_path, [made("a.txt", "Harbour news", TEXT), made("b.txt", "Other", "None.")])


@pytest.fixture
def entry(library: Library) -> Entry:
    return library.find("harbour")[0]


def test_hits_are_offsets_into_the_text(library: Library, entry: Entry) -> None:
    hits = library.hits("harbour naive", entry)
    assert [TEXT[hit.start : hit.end] for hit in hits] == [
        "harbour",
        "harbour",
        "naïve",
        "harbour",
    ]
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)


def test_the_sentence_with_most_of_the_words_is_shown(library: Library, entry: Entry) -> None:
    snippet = library.snippets("harbour naive", [entry])[entry.row]
    assert snippet.text == "“The harbour of Velm will open,” said the naïve mayor."
    assert TEXT[snippet.start :].startswith(snippet.text)
    assert [TEXT[hit.start : hit.end] for hit in snippet.hits] == ["harbour", "naïve"]
    assert [(hit.start, hit.end) for hit in snippet.title_hits] == [(0, 7)]


def test_a_long_sentence_is_cut_around_the_hit(library: Library, entry: Entry) -> None:
    snippet = library.snippets('"harbour of velm lies"', [entry])[entry.row]
    assert len(snippet.text) <= 240
    assert "the harbour of Velm lies low" in snippet.text
    assert TEXT[snippet.start : snippet.start + len(snippet.text)] == snippet.text
    assert not snippet.text.startswith(" ")


def test_without_words_there_is_no_snippet(library: Library, entry: Entry) -> None:
    assert library.snippets("is:unread", [entry]) == {}
    assert library.hits("is:unread", entry) == ()
    assert library.snippets("-rain", [entry]) == {}


def test_an_article_found_otherwise_has_no_snippet(library: Library) -> None:
    (other,) = library.find("harbour or title:other sort:title")[1:]
    assert library.snippets("harbour or title:other", [other]) == {}


def test_the_headline_is_no_snippet_where_the_text_has_the_word_too(tmp_path: Path) -> None:
    text = "A new bridge\n\nIt rained. The bridge was opened at noon."
    library = filled(tmp_path, [made("a.txt", "A new bridge", text)])
    entry = library.find("bridge")[0]
    assert library.snippets("bridge", [entry])[entry.row].text == "The bridge was opened at noon."
    assert library.snippets("new", [entry])[entry.row].text == "A new bridge"
