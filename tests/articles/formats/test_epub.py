"""E-books, and what in them could harm."""

from __future__ import annotations

import io
import zipfile

from tests.articles.formats.helpers import HARBOUR, one_document, paragraphs, read_bytes, texts
from tuireader.articles.article import Document, Unreadable

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>The Coast Courier, 3 February 2031</dc:title><dc:creator>Ada Lind</dc:creator>
<dc:language>en</dc:language><dc:date>2031-02-03</dc:date></metadata><manifest>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two%20words.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/></manifest>
<spine><itemref idref="cover"/><itemref idref="one"/><itemref idref="two"/></spine></package>"""


def chapter(title: str, body: str) -> str:
    return (
        f"<?xml version='1.0'?><html><head><title>{title}</title></head><body>{body}</body></html>"
    )


def book(**changed: str) -> bytes:
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/cover.xhtml": chapter("Cover", "<img src='cover.jpg'/>"),
        "OEBPS/text/one.xhtml": chapter("1", f"<h1>Harbour closed</h1>{paragraphs()}"),
        "OEBPS/text/two words.xhtml": chapter("Second", f"<p>{HARBOUR[0]}</p>"),
        **{name.replace("__", "/"): content for name, content in changed.items()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_chapters_are_articles_in_reading_order() -> None:
    first, second = read_bytes(book(), "paper.epub")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert texts(first) == ["Harbour closed", *HARBOUR]
    assert first.metadata.title == "Harbour closed"
    assert first.metadata.source == "The Coast Courier, 3 February 2031"
    assert first.metadata.byline == "Ada Lind"
    assert first.metadata.published == "2031-02-03"
    assert first.metadata.language == "en"
    assert second.metadata.title == "Second"
    assert (first.item, second.item) == (0, 1)
    assert first.id != second.id


def test_book_is_known_by_its_content() -> None:
    assert len(read_bytes(book(), "paper")) == 2


def test_entities_of_a_document_type_do_not_grow() -> None:
    bomb = "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' if level else '<!ENTITY e0 "ha">'
        for level in range(20)
    )
    files = {
        "OEBPS__text__one.xhtml": f"<!DOCTYPE html [{bomb}]><html><p>&e19; {HARBOUR[0]}</p></html>"
    }
    first, _ = read_bytes(book(**files), "bomb.epub")
    assert isinstance(first, Document)
    assert HARBOUR[0] in first.raw
    assert len(first.raw) < 5_000


def test_external_entities_are_not_fetched() -> None:
    container = f'<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/hostname">]>{CONTAINER}'
    first, _ = read_bytes(book(**{"META-INF__container.xml": container}), "a.epub")
    assert isinstance(first, Document)


def test_zip_bomb_is_stopped() -> None:
    files = {"OEBPS__text__one.xhtml": " " * 60_000_000}
    first, *rest = read_bytes(book(**files), "bomb.epub")
    assert isinstance(first, Unreadable)
    assert first.reason == "The file unpacks to more than tuireader reads."
    assert rest == []


def test_locked_book_is_said_to_be_locked() -> None:
    locked = "".join(
        f'<CipherReference URI="OEBPS/{name}"/>'
        for name in ("cover.xhtml", "text/one.xhtml", "text/two%20words.xhtml")
    )
    encryption = f'<encryption xmlns:enc="e">{locked}</encryption>'
    (found,) = read_bytes(book(**{"META-INF__encryption.xml": encryption}), "locked.epub")
    assert isinstance(found, Unreadable)
    assert found.reason == "The book is locked by its seller (DRM)."


def test_every_cut_of_a_book_is_said_to_be_incomplete() -> None:
    whole = book()
    for length in range(10, len(whole) - 1, 53):
        for found in read_bytes(whole[:length], "cut.epub"):
            assert isinstance(found, Unreadable)
            assert found.reason == "The file is damaged or not complete."


def test_damaged_chapter_does_not_stop_the_others() -> None:
    whole = bytearray(book())
    at = whole.index(b"OEBPS/text/one.xhtml") + 40
    whole[at : at + 20] = b"\xff" * 20
    first, second = read_bytes(bytes(whole), "damaged.epub")
    assert isinstance(first, Unreadable)
    assert isinstance(second, Document)


def test_single_document_name() -> None:
    files = {"OEBPS__text__two words.xhtml": chapter("Second", "")}
    assert one_document(book(**files), "paper.epub").metadata.title == "Harbour closed"
