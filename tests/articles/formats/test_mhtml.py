"""Pages saved as MHTML."""

from __future__ import annotations

import quopri

from tests.articles.formats.helpers import (
    HARBOUR,
    one_document,
    page,
    paragraphs,
    read_bytes,
    texts,
)
from tuireader.articles.article import Document, Unreadable


def saved(shown: bytes = b"") -> bytes:
    source = quopri.encodestring(
        shown or page(f"<article>{paragraphs()}</article>", "<title>Closed</title>")
    )
    return (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/harbour\n"
        b"Subject: Closed\nDate: Mon, 3 Feb 2031 08:30:00 +0100\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----x"\n\n'
        b"------x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
        b"Content-Location: https://courier.example/harbour\n\n" + source + b"\n------x--\n"
    )


def test_page_is_read_with_its_address_and_date() -> None:
    document = one_document(saved(), "page.mhtml")
    assert texts(document) == list(HARBOUR)
    assert document.metadata.url == "https://courier.example/harbour"
    assert document.metadata.saved == "2031-02-03T08:30:00+01:00"
    assert document.metadata.title == "Closed"
    assert document.format == "mhtml"


def test_file_without_a_page_is_said_to_be_so() -> None:
    (found,) = read_bytes(b"From: <Saved by Blink>\nSubject: x\n\nNothing", "page.mht")
    assert isinstance(found, Unreadable)
    assert found.reason == "There is no web page in this file."


def test_every_cut_of_a_page_is_read() -> None:
    whole = saved()
    for length in range(0, len(whole), 61):
        (found,) = read_bytes(whole[:length], "cut.mhtml")
        assert isinstance(found, Document | Unreadable)
