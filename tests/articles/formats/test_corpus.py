"""Corpora: which field is what, and files that are not quite what they should be."""

from __future__ import annotations

import json

import pytest

from tests.articles.formats.helpers import HARBOUR, one_document, paragraphs, read_bytes, texts
from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats.format import ReadOptions


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Closed", "text": HARBOUR[0], "date": "2031-02-03", "author": "Ada Lind"},
        {"headline": "Closed", "articleBody": HARBOUR[0], "published_at": 1927872000,
         "authors": [{"name": "Ada Lind"}]},
        {"Title": "Closed", "Full_Text": HARBOUR[0], "Publish Date": "February 3, 2031",
         "byline": "Ada Lind", "summary": "x"},
        {"title": "Closed", "text": "", "content": HARBOUR[0], "pubDate": "2031/02/03",
         "creator": ["Ada Lind"]},
    ],
)  # fmt: skip
def test_usual_names_of_fields_are_known(record: dict[str, object]) -> None:
    document = one_document(json.dumps(record).encode(), "corpus.jsonl")
    assert document.raw == HARBOUR[0]
    assert document.metadata.title == "Closed"
    assert document.metadata.byline == "Ada Lind"
    assert document.metadata.published.startswith("2031-02-03")


def test_fields_can_be_named() -> None:
    record = {"k1": {"inner": HARBOUR[0]}, "k2": "Closed", "title": "No"}
    options = ReadOptions(fields=(("text", "k1.inner"), ("title", "k2")))
    document = one_document(json.dumps(record).encode(), "corpus.jsonl", options)
    assert document.raw == HARBOUR[0]
    assert document.metadata.title == "Closed"


def test_record_without_text_names_its_fields() -> None:
    (found,) = read_bytes(b'{"a": 1, "b": "x\\u001b[31m"}', "corpus.jsonl")
    assert isinstance(found, Unreadable)
    assert found.reason == "No field of this record is known to hold the text. It has: a, b."
    assert "--field text=NAME" in found.advice


def test_marked_up_text_keeps_its_structure() -> None:
    record = {"title": "Closed", "content": f"<h2>News</h2>{paragraphs()}"}
    document = one_document(json.dumps(record).encode(), "corpus.jsonl")
    assert texts(document) == ["News", *HARBOUR]


def test_bad_line_does_not_stop_the_others() -> None:
    lines = [json.dumps({"text": text}) for text in HARBOUR]
    lines[1] = lines[1][:40]
    found = read_bytes("\n".join(lines).encode(), "corpus.jsonl")
    assert [isinstance(each, Document) for each in found] == [True, False, True, True]
    bad = found[1]
    assert isinstance(bad, Unreadable)
    assert bad.reason == "Line 2 is not a complete JSON object."
    assert bad.item == 1


@pytest.mark.parametrize(
    "wrapped",
    [
        [{"text": text} for text in HARBOUR],
        {"articles": [{"text": text} for text in HARBOUR]},
        {"response": {"docs": [{"text": text} for text in HARBOUR]}},
        {f"id{at}": {"text": text} for at, text in enumerate(HARBOUR)},
    ],
)
def test_records_are_found_wherever_json_keeps_them(wrapped: object) -> None:
    found = read_bytes(json.dumps(wrapped).encode(), "corpus.json")
    assert [each.raw for each in found if isinstance(each, Document)] == list(HARBOUR)


@pytest.mark.parametrize(("delimiter", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv")])
def test_tables_are_read_by_the_names_in_their_first_line(delimiter: str, name: str) -> None:
    rows = [["id", "headline", "body"], ["1", "Closed", f'"{HARBOUR[0]}\n\n{HARBOUR[1]}"']]
    source = "\r\n".join(delimiter.join(row) for row in rows)
    document = one_document(source.encode("utf-8-sig"), name)
    assert document.raw == f"{HARBOUR[0]}\n\n{HARBOUR[1]}"
    assert document.metadata.title == "Closed"


def test_identity_is_that_of_the_record() -> None:
    record = {"text": HARBOUR[0], "title": "Closed"}
    (alone,) = read_bytes(json.dumps(record).encode(), "a.jsonl")
    listed = read_bytes(json.dumps([{"text": "x"}, record]).encode(), "b.json")[1]
    assert isinstance(alone, Document)
    assert isinstance(listed, Document)
    assert alone.id == listed.id


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"[" * 100_000, "a.json"),
        (b'{"a":' * 100_000, "a.jsonl"),
        (b'{"text": "cut', "a.json"),
        (b"12", "a.json"),
        (b"[1, null]", "a.json"),
        (b"a,b\n\"x", "a.csv"),
        (b"\x00\xff,\n\x00", "a.csv"),
        (b"text", "a.csv"),
        (b"null", "a.jsonl"),
    ],
)  # fmt: skip
def test_what_is_no_corpus_is_said_to_be_none(data: bytes, name: str) -> None:
    found = read_bytes(data, name)
    assert found
    assert all(isinstance(each, Unreadable) for each in found)


def test_long_field_is_read_whole() -> None:
    text = "word " * 400_000
    document = one_document(f"title,text\nLong,{text}".encode(), "a.csv")
    assert document.raw == text


@pytest.mark.parametrize(
    "record",
    [
        {"webTitle": "Harbour", "fields": {"body": HARBOUR[0]}},
        {"_id": 3, "_source": {"title": "Harbour", "text": HARBOUR[0]}},
        {"Titel": "Harbour", "Text": HARBOUR[0], "Rubrik": "Hafen"},
        {"titre": "Harbour", "contenu": HARBOUR[0]},
        {"id": 1, "attributes": {"headline": "Harbour", "content": HARBOUR[0]}},
    ],
)
def test_wrapped_and_foreign_names_are_known(record: dict[str, object]) -> None:
    document = one_document(json.dumps(record).encode(), "a.jsonl")
    assert (document.metadata.title, document.raw) == ("Harbour", HARBOUR[0])


def test_what_is_said_of_a_source_is_not_taken_for_the_article() -> None:
    source = {"name": "Courier", "text": "A paper of the coast."}
    record = {"title": "Harbour", "source": source, "content": HARBOUR[0]}
    document = one_document(json.dumps(record).encode(), "a.jsonl")
    assert document.raw == HARBOUR[0]
    assert document.metadata.source == "Courier"
