"""Files compressed with gzip."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from tests.articles.formats.helpers import (
    HARBOUR,
    one_document,
    page,
    paragraphs,
    read_bytes,
    texts,
)
from tuireader.articles.article import Unreadable


def test_page_inside_is_read_and_keeps_its_identity() -> None:
    source = page(f"<article>{paragraphs()}</article>")
    packed = one_document(gzip.compress(source), "harbour.html.gz")
    assert texts(packed) == list(HARBOUR)
    assert packed.path == Path("/nowhere/harbour.html.gz")
    assert packed.id == one_document(source, "harbour.html").id


def test_corpus_inside_is_known_by_the_name_without_the_ending() -> None:
    source = "\n".join(json.dumps({"text": text}) for text in HARBOUR)
    assert len(read_bytes(gzip.compress(source.encode()), "corpus.jsonl.gz")) == 4


def test_bomb_is_stopped() -> None:
    (found,) = read_bytes(gzip.compress(bytes(60_000_000)), "bomb.txt.gz")
    assert isinstance(found, Unreadable)
    assert found.reason == "The file unpacks to more than 50 MB."


def test_file_compressed_twice_is_not_unpacked_further() -> None:
    (found,) = read_bytes(gzip.compress(gzip.compress(b"text")), "text.txt.gz.gz")
    assert isinstance(found, Unreadable)
    assert found.reason == "The file is compressed more than once."


def test_cut_file_gives_what_can_be_unpacked() -> None:
    source = page(f"<article>{paragraphs()}</article>" + "<!-- x -->" * 5)
    packed = gzip.compress(source)
    document = one_document(packed[: len(packed) - 12], "harbour.html.gz")
    assert texts(document)[0] == HARBOUR[0]


def test_damaged_file_is_said_to_be_damaged() -> None:
    (found,) = read_bytes(b"\x1f\x8b\x08\x00" + b"\xff" * 40, "bad.html.gz")
    assert isinstance(found, Unreadable)
    assert found.reason == "The file is damaged or not complete."
