"""A file of every format with text that tries to drive the terminal, and ends calmly."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from html import escape

from tests.articles.formats.test_docx import docx, paragraph
from tests.articles.formats.test_mhtml import saved
from tests.articles.formats.test_pdf import pdf, printed
from tests.articles.formats.test_warc import record

CODED = "&#27;]52;c;UFdORUQ=&#7;&#155;31;213m&#x202e;"
"""What brings in, by reference, characters that XML and HTML do not let stand as they are."""
DRAWN = "\\033]52;c;UFdORUQ=\\007 \\033[2J\\033[7;7H \\23331;213m"
"""The like in the strings of a PDF."""
LINK = "https://evil.example/"
DAY = "Mon Feb  3 08:30:00 2031"
Maker = Callable[[str, str], bytes]
"""Makes a file of one article, given a mess and a calm sentence to end with.

Of a link without text the sentence stands in its address, where it has no spaces.
"""


def _in_xml(mark: str) -> bool:
    return mark.isprintable() or mark in "\u202e\u202c\u2066\u2069\u200f\u061c"


def _body(mess: str, end: str) -> str:
    kept = escape("".join(filter(_in_xml, mess)))
    return f"<p>A calm sentence stands here. {CODED} {kept}</p><p>{end}</p>"


def _page(mess: str, end: str) -> bytes:
    head = f"<title>A page {CODED}</title><meta name=author content='Ada {CODED}'>"
    body = f"<article><h1>A page {CODED}</h1>{_body(mess, end)}</article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _archived_page(mess: str, end: str) -> bytes:
    return saved(_page(mess, end))


def _mail(mess: str, end: str) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Ada Vale <ada@evil.example>"
    mail["Subject"] = "A letter \u202e\u2066 of the harbour"
    mail.set_content(f"A calm sentence stands here.\n{mess}\n\n{end}\n")
    return bytes(mail)


def _mailbox(mess: str, end: str) -> bytes:
    return f"From ada@evil.example {DAY}\n".encode() + _mail(mess, end)


def _rss(mess: str, end: str) -> bytes:
    body = escape(_body(mess, end))
    return (
        '<rss version="2.0"><channel><title>News</title><item>'
        f"<title>An item {escape(CODED)}</title><description>{body}</description>"
        "</item></channel></rss>"
    ).encode()


def _atom(mess: str, end: str) -> bytes:
    body = escape(_body(mess, end))
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry>'
        f'<title type="html">An entry {escape(CODED)}</title><content type="html">{body}</content>'
        "</entry></feed>"
    ).encode()


def _json_feed(mess: str, end: str) -> bytes:
    item = {"title": f"An item {mess}", "content_html": _body(mess, end)}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}).encode()


def _book(mess: str, end: str) -> bytes:
    chapter = f"<html><head><title>A chapter</title></head><body>{_body(mess, end)}</body></html>"
    return _packed(chapter)


def _packed(chapter: str) -> bytes:
    """Return an e-book of one chapter."""
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>'
            "</rootfiles></container>"
        ),
        "book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
            '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="one"/></spine></package>'
        ),
        "one.xhtml": chapter,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def _word(mess: str, end: str) -> bytes:
    kept = escape("".join(filter(_in_xml, mess)))
    return docx(paragraph(f"A calm sentence stands here. {kept}") + paragraph(end))


def _print(mess: str, end: str) -> bytes:
    lines = [*printed(("A calm sentence stands here.",)), *printed((end,), top=140)]
    made = pdf([lines], f"/Title (A paper {DRAWN}) /Author (Ada {DRAWN})")
    # The lengths in the file are then wrong; readers of PDF mend that.
    return made.replace(b"stands here.", f"stands {DRAWN} here.".encode())


def _record(mess: str, end: str) -> dict[str, str]:
    return {"title": f"A record {mess}", "text": f"{mess}\n\n{end}", "author": mess, "url": mess}


def _json_lines(mess: str, end: str) -> bytes:
    return json.dumps(_record(mess, end)).encode()


def _json_list(mess: str, end: str) -> bytes:
    return json.dumps([_record(mess, end)]).encode()


def _table(rows: list[list[str]]) -> bytes:
    target = io.StringIO()
    csv.writer(target).writerows(rows)
    return target.getvalue().encode()


def _corpus_table(mess: str, end: str) -> bytes:
    record_ = _record(mess, end)
    return _table([list(record_), list(record_.values())])


def _web_archive(mess: str, end: str) -> bytes:
    return record("https://evil.example/1", _page(mess, end))


def _compressed(mess: str, end: str) -> bytes:
    return gzip.compress(_page(mess, end))


def _wallabag(mess: str, end: str) -> bytes:
    entry = {"title": mess, "url": "https://evil.example/2", "content": _body(mess, end)}
    return json.dumps([{"is_archived": 0, "tags": [mess], **entry}]).encode()


def _pocket(mess: str, end: str) -> bytes:
    row = [f"A link {mess}", f"{LINK}3?{end}{mess}", "1927872000", mess, "unread"]
    return _table([["title", "url", "time_added", "tags", "status"], row])


def _instapaper(mess: str, end: str) -> bytes:
    row = [f"{LINK}4", f"A link {mess}", f"{end} {mess}", mess, "1927872000", "[]"]
    return _table([["URL", "Title", "Selection", "Folder", "Timestamp", "Tags"], row])


def _reader(mess: str, end: str) -> bytes:
    names = ["Title", "URL", "ID", "Document tags", "Saved date", "Reading progress", "Location"]
    row = [f"A link {mess}", f"{LINK}5?{end}", "1", f"[{mess!r}]", mess, mess, mess]
    return _table([names, row])


def _bookmarks(mess: str, end: str) -> bytes:
    return (
        f"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><H3>{CODED}</H3><DL><p><DT>"
        f'<A HREF="{LINK}6?{end}{CODED}" TAGS="{CODED}">A link {CODED}</A></DL></DL>'
    ).encode()


def _outlines(mess: str, end: str) -> bytes:
    kept = escape("".join(filter(_in_xml, mess)), quote=True)
    return (
        f'<opml version="2.0"><body><outline text="{kept}"><outline text="A link {kept}"'
        f' type="rss" xmlUrl="{LINK}7?{end}"/></outline></body></opml>'
    ).encode()


MAKERS: Mapping[str, Maker] = {
    ".html": _page,
    ".mhtml": _archived_page,
    ".eml": _mail,
    ".mbox": _mailbox,
    ".rss": _rss,
    ".atom": _atom,
    "feed.json": _json_feed,
    ".epub": _book,
    ".docx": _word,
    ".pdf": _print,
    ".jsonl": _json_lines,
    ".json": _json_list,
    ".csv": _corpus_table,
    ".warc": _web_archive,
    ".html.gz": _compressed,
    "wallabag.json": _wallabag,
    "pocket.csv": _pocket,
    "instapaper.csv": _instapaper,
    "reader.csv": _reader,
    "bookmarks.html": _bookmarks,
    ".opml": _outlines,
}
"""What makes each, by how the name of the file ends."""
