"""Web archives."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from tests.articles.formats.helpers import HARBOUR, page, paragraphs, read_bytes, texts
from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats import extras


def record(address: str, content: bytes, kind: str = "text/html", status: str = "200 OK") -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2031-02-03T08:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    ).encode() + answer + b"\r\n\r\n"  # fmt: skip


ARTICLE = page(f"<article>{paragraphs()}</article>", "<title>Harbour closed</title>")
RECORDS = (
    record("https://courier.example/style.css", b"p{}", "text/css"),
    record("https://courier.example/1", ARTICLE),
    record("https://courier.example/gone", ARTICLE, status="404 Not Found"),
    record("https://courier.example/1", ARTICLE),
    record("https://courier.example/2", ARTICLE, "text/html; charset=UTF-8"),
)


def test_pages_are_articles_each_address_once() -> None:
    found = read_bytes(b"".join(RECORDS), "site.warc")
    assert [each.item for each in found] == [0, 1]
    for number, each in enumerate(found, 1):
        assert isinstance(each, Document)
        assert texts(each) == list(HARBOUR)
        assert each.metadata.url == f"https://courier.example/{number}"
        assert each.metadata.saved == "2031-02-03T08:30:00+00:00"
        assert each.metadata.title == "Harbour closed"


def test_compressed_archive_is_read() -> None:
    data = b"".join(map(gzip.compress, RECORDS))
    assert len(read_bytes(data, "site.warc.gz")) == 2


def test_wacz_is_read() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("archive/data.warc.gz", b"".join(map(gzip.compress, RECORDS)))
        archive.writestr("datapackage.json", "{}")
    assert len(read_bytes(target.getvalue(), "site.wacz")) == 2


def test_archive_without_pages_is_said_to_be_so() -> None:
    (found,) = read_bytes(RECORDS[0], "site.warc")
    assert isinstance(found, Unreadable)
    assert found.reason == "There is no page with readable text in this archive."


def test_missing_extra_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(extras.PACKAGES, "warc", "no_such_package")
    (found,) = read_bytes(b"".join(RECORDS), "site.warc")
    assert isinstance(found, Unreadable)
    assert found.advice == "Install it with: pip install 'tuireader[warc]'"


@pytest.mark.parametrize("compressed", [False, True])
def test_every_cut_is_read_or_said_to_be_damaged(compressed: bool) -> None:
    whole = b"".join(map(gzip.compress, RECORDS) if compressed else RECORDS)
    for length in range(10, len(whole), 211):
        found = read_bytes(whole[:length], "cut.warc.gz" if compressed else "cut.warc")
        assert found
        assert all(isinstance(each, Document | Unreadable) for each in found)
