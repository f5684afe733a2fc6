"""Corpora: JSON Lines, JSON, CSV and TSV with an article in each record."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats.fields import Fields, reader_of
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.structured import looks_marked_up, plain, record_id, with_body

NAME = "corpus"
SUFFIXES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")

MAXIMUM_RECORDS = 100_000
"""How many records of one file are read."""
_LISTS = (
    "articles", "items", "results", "data", "docs", "documents", "entries", "stories", "posts",
    "records", "rows", "news", "response",
)  # fmt: skip
_ADVICE = "Say which field holds the text, for example: --field text=NAME"

Record = dict[str, Any]


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is a corpus, by its name."""
    del head
    return path.suffix.lower() in SUFFIXES


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the articles of a corpus in its order."""
    from tuireader.articles.formats.web.decoding import decode

    text, encoding = decode(data, overruled=options.encoding)
    suffix = path.suffix.lower()
    if suffix in {".csv", ".tsv"}:
        records = _rows(text, suffix)
    elif suffix == ".json":
        records = _values(text)
    else:
        records = _lines(text)
    fields: Fields | None = None
    item = -1
    for item, record in enumerate(records):
        if item >= MAXIMUM_RECORDS:
            yield Unreadable(path, f"Only the first {item:,} records are read.", item=item)
            return
        if isinstance(record, str):
            if options.wants(item):
                yield Unreadable(path, record, item=item)
            continue
        if fields is None or not fields.fit(record):
            fields = reader_of(record, options.fields)
        if options.wants(item):
            yield _document(record, fields, path, item, encoding)
    if item < 0:
        yield Unreadable(path, "There is no record in this file.")


def _document(
    record: Record, fields: Fields, path: Path, item: int, encoding: str
) -> Document | Unreadable:
    body = fields.text(record)
    if not body.strip():
        names = plain(", ".join(list(map(str, record))[:12]))
        if fields.has_text:
            return Unreadable(path, "This record has no text.", item=item)
        return Unreadable(
            path,
            f"No field of this record is known to hold the text. It has: {names}.",
            _ADVICE,
            item,
        )
    metadata = fields.metadata(record)
    document = Document(
        id=record_id(record),
        path=path,
        raw="",
        metadata=metadata,
        encoding=encoding,
        format=NAME,
        item=item,
    )
    return with_body(document, body, marked_up=looks_marked_up(body), address=metadata.url)


def _rows(text: str, suffix: str) -> Iterator[Record | str]:
    """Yield the rows of a table by the names in its first line; a bad row as what is wrong."""
    csv.field_size_limit(1 << 30)
    first = text[: text.find("\n") + 1 or len(text)][:20_000]
    delimiter = "\t" if suffix == ".tsv" else max(",;\t|", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = next(rows, [])
        for row in rows:
            if row:
                yield dict(zip(names, row, strict=False))
    except csv.Error as error:
        yield f"The table is damaged from line {rows.line_num:,} on ({error})."


def _lines(text: str) -> Iterator[Record | str]:
    """Yield the objects of JSON Lines; a bad line as what is wrong with it."""
    at = 0
    number = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end].strip()
        number += 1
        at = end + 1
        if not line:
            continue
        value = _parsed(line)
        if isinstance(value, dict):
            yield value
        else:
            yield f"Line {number:,} is not a complete JSON object."


def _values(text: str) -> Iterator[Record | str]:
    """Yield the records in a JSON document, wherever it keeps them."""
    value = _parsed(text)
    if value is None:
        # Many corpora are JSON Lines under the wrong name.
        first = text.lstrip().partition("\n")[0]
        if isinstance(_parsed(first), dict):
            yield from _lines(text)
        else:
            yield "The file is not complete JSON."
        return
    for record in _listed(value):
        if isinstance(record, dict):
            yield record
        else:
            yield "This entry is no JSON object."


def _listed(value: Any) -> list[Any]:
    """Return the list of records in a JSON value."""
    for _ in range(4):
        if isinstance(value, list):
            return value
        if not isinstance(value, dict):
            return [value]
        inner = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        inner = (
            inner
            if inner is not None
            else next((value[name] for name in _LISTS if isinstance(value.get(name), dict)), None)
        )
        if inner is None:
            values = list(value.values())
            by_key = len(values) > 1 and all(isinstance(each, dict) for each in values)
            return values if by_key else [value]
        value = inner
    return [value]


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
