"""Files made to be too much: as large as may be, packed beyond measure, nested, or cut off."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise

from tests.articles.formats.samples import SAMPLES
from tests.articles.formats.test_docx import docx, paragraph
from tests.articles.formats.test_epub import book, chapter
from tests.articles.formats.test_pdf import pdf, printed
from tests.articles.formats.test_warc import record

LARGE = 40_000_000
"""About how many bytes a large file has; from 50 MB on none is opened."""
BLANK = b" " * 1_000_000
SENTENCE = "The harbour of Valmere will stay closed to ferries until the spring, said the port. "
PARAGRAPH = SENTENCE * 5
Maker = Callable[[], bytes]


def _times(part: str, size: int = LARGE) -> str:
    return part * (size // len(part.encode()))


def _page(body: str) -> bytes:
    return f"<html><head><title>T</title></head><body><article>{body}</article></html>".encode()


def _entities(root: str) -> bytes:
    """Return XML whose ten entities, each ten of the one before, come to ten thousand million."""
    names = [f"e{number}" for number in range(10)]
    declared = '<!ENTITY e0 "0123456789">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    return f"<!DOCTYPE x [{declared}]>{root.replace('BOMB', '&e9;')}".encode()


def _zip(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def _inflated(sound: bytes, name: str, size: int) -> bytes:
    """Return an archive with one of its files blown up with what packs to nothing."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sound)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for info in source.infolist():
            with archive.open(info.filename, "w", force_zip64=True) as file:
                file.write(source.read(info))
                for _ in range(size // len(BLANK) if info.filename == name else 0):
                    file.write(BLANK)
    return target.getvalue()


def _gzip_with_blanks(start: bytes, size: int) -> bytes:
    """Return a gzip file of something and as much white space after it."""
    target = io.BytesIO()
    with gzip.GzipFile(fileobj=target, mode="wb") as file:
        file.write(start)
        for _ in range(size // len(BLANK)):
            file.write(BLANK)
    return target.getvalue()


def _nested_mail(depth: int) -> bytes:
    lines = ["Subject: T", "From: a@b.example", "Date: Mon, 3 Feb 2031 08:30:00 +0000"]
    for level in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{level}"', "", f"--b{level}"]
    return "\n".join([*lines, "Content-Type: text/plain", "", SENTENCE]).encode()


def _mail(body: str) -> bytes:
    head = "From: a@b.example\nSubject: T\nDate: Mon, 3 Feb 2031 08:30:00 +0000\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}".encode()


def _mailbox(messages: int) -> bytes:
    message = b"From a@b.example Mon Feb  3 08:30:00 2031\n" + _mail(PARAGRAPH) + b"\n\n"
    return message * messages


def _feed(items: int) -> bytes:
    item = f"<item><title>T</title><description>{PARAGRAPH}</description></item>"
    return f'<rss version="2.0"><channel><title>N</title>{item * items}</channel></rss>'.encode()


def _many_chapters(number: int) -> bytes:
    one = chapter("T", f"<p>{PARAGRAPH * 20}</p>")
    names = [f"c{at}.xhtml" for at in range(number)]
    manifest = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(number))
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{manifest}</manifest>'
        f"<spine>{spine}</spine></package>"
    )
    return book(**{"OEBPS/book.opf": package}, **{f"OEBPS/{name}": one for name in names})


def _records(number: int) -> Iterator[str]:
    return (json.dumps({"title": f"T{at}", "text": PARAGRAPH}) for at in range(number))


MAKERS: dict[str, Maker] = {
    "text, 3,000,000 lines.txt": lambda: _times("the mayor said\n", LARGE).encode(),
    "text, one line.txt": lambda: _times(SENTENCE).encode(),
    "text, one word.txt": lambda: b"x" * LARGE,
    "text, 95,000 paragraphs.txt": lambda: _times(f"{PARAGRAPH}\n\n").encode(),
    "text, a million characters in a line, cleaned.txt": lambda: _times(SENTENCE, 10**6).encode(),
    "text, 99,000 lines, cleaned.txt": lambda: f"{SENTENCE[:40]}\n\n".encode() * 49_500,
    "Markdown, a million stars.md": lambda: b"*" * 10**6 + b"\n",
    "Markdown, brackets in brackets.md": lambda: b"[" * 200_000 + b"]" * 200_000,
    "Markdown, quotations in quotations.md": lambda: b"> " * 200_000 + b"x\n",
    "page, 90,000 paragraphs.html": lambda: _page(_times(f"<p>{PARAGRAPH}</p>")),
    "page, 1,500,000 paragraphs.html": lambda: _page(_times("<p>It stays closed.</p>")),
    "page, 500,000 elements in each other.html": lambda: _page("<div>" * 500_000 + SENTENCE),
    "page, a picture of 20 MB in it.html": lambda: _page(
        f"<p>{PARAGRAPH}</p><img src='data:image/png;base64,{'A' * 20_000_000}'><p>{PARAGRAPH}</p>"
    ),
    "page, 400,000 attributes.html": lambda: _page(
        f"<p {' '.join(f'a{at}=1' for at in range(400_000))}>{PARAGRAPH}</p>"
    ),
    "mail, 3,000,000 lines.eml": lambda: _mail(_times("the mayor said\n")),
    "mail, 150 parts in each other.eml": lambda: _nested_mail(150),
    "mail, 20,000 parts in each other.eml": lambda: _nested_mail(20_000),
    "mailbox, 5,000 messages.mbox": lambda: _mailbox(5_000),
    "feed, 20,000 items.rss": lambda: _feed(20_000),
    "feed, entities of entities.rss": lambda: _entities(
        "<rss version='2.0'><channel><item><title>BOMB</title><description>BOMB</description>"
        "</item></channel></rss>"
    ),
    "list of feeds, entities of entities.opml": lambda: _entities(
        "<opml version='2.0'><body><outline text='BOMB' xmlUrl='https://a.example/BOMB'/></body>"
        "</opml>"
    ),
    "book, 1,000 chapters.epub": lambda: _many_chapters(1_000),
    "book, a chapter that unpacks to 1 GB.epub": lambda: _inflated(
        SAMPLES["paper.epub"], "OEBPS/text/one.xhtml", 10**9
    ),
    "book, entities of entities.epub": lambda: book(
        **{"OEBPS/text/one.xhtml": _entities("<html><body><p>BOMB</p></body></html>").decode()}
    ),
    "Word, 20,000 paragraphs.docx": lambda: docx(paragraph(SENTENCE) * 20_000),
    "Word, unpacks to 1 GB.docx": lambda: _inflated(
        SAMPLES["paper.docx"], "word/document.xml", 10**9
    ),
    "Word, entities of entities.docx": lambda: docx(paragraph("&e9;"), _entities("").decode()),
    "PDF, 2,000 pages.pdf": lambda: pdf([printed((PARAGRAPH,))] * 2_000),
    "JSON Lines, 20,000 records.jsonl": lambda: "\n".join(_records(20_000)).encode(),
    "JSON, 20,000 records.json": lambda: f"[{','.join(_records(20_000))}]".encode(),
    "JSON, 500,000 lists in each other.json": lambda: b"[" * 500_000 + b"]" * 500_000,
    "CSV, 20,000 records.csv": lambda: b"title,text\n" + f'T,"{PARAGRAPH}"\n'.encode() * 20_000,
    "CSV, a field of 40 MB.csv": lambda: f'title,text\nT,"{_times(SENTENCE)}"\n'.encode(),
    "web archive, 500 pages.warc": lambda: b"".join(
        record(f"https://a.example/{at}", _page(f"<p>{PARAGRAPH}</p>" * 20)) for at in range(500)
    ),
    "web archive, unpacks to 1 GB.warc.gz": lambda: _gzip_with_blanks(
        record("https://a.example/1", _page(f"<p>{SENTENCE}</p>")).replace(
            b"Content-Length: ", b"Content-Length: 1000000"
        ),
        10**9,
    ),
    "compressed, unpacks to 1 GB.html.gz": lambda: _gzip_with_blanks(_page(SENTENCE), 10**9),
    "Omnivore, unpacks to 1 GB.zip": lambda: _inflated(
        _zip({"metadata_0.json": b"["}), "metadata_0.json", 10**9
    ),
    "Pocket, 20,000 links.csv": lambda: (
        b"title,url,time_added,tags,status\n"
        + b"".join(b"T,https://a.example/%d,1927872000,a|b,unread\n" % at for at in range(20_000))
    ),
}
"""What makes each, by what it is and how its file is to end."""


def cut_off() -> Iterator[tuple[str, bytes]]:
    """Yield the sample of every format cut off at each tenth of it."""
    for name, data in SAMPLES.items():
        for tenth in range(1, 10):
            yield name, data[: len(data) * tenth // 10]
