"""One small valid file of every format, made here; tests and the fuzzer damage them."""

from __future__ import annotations

import gzip
import json

from tests.articles.formats.helpers import HARBOUR, page, paragraphs
from tests.articles.formats.test_docx import docx, paragraph
from tests.articles.formats.test_epub import book
from tests.articles.formats.test_feed import ATOM, RSS
from tests.articles.formats.test_mail import message
from tests.articles.formats.test_mhtml import saved
from tests.articles.formats.test_pdf import PRINTED, pdf, printed
from tests.articles.formats.test_read_later import INSTAPAPER, NETSCAPE, OPML, POCKET
from tests.articles.formats.test_warc import RECORDS
from tests.articles.formats.test_webpage import HEAD

_RECORDS = [{"title": "Closed", "text": text, "date": "2031-02-03"} for text in HARBOUR]
_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [{"title": "Closed", "content_html": paragraphs()}],
}
_TABLE = "title,text\n" + "".join(f'Closed,"{text}"\n' for text in HARBOUR)

SAMPLES: dict[str, bytes] = {
    "page.html": page(
        f"<nav><a href=/>Home</a></nav><article><h1>Closed</h1>{paragraphs()}<ul><li>one</ul>"
        "<table><tr><td>a<td>b</table><q>so</q><blockquote>said</blockquote></article>",
        HEAD,
    ),
    "page.mhtml": saved(),
    "letter.eml": bytes(message(plain=HARBOUR[0], marked_up=paragraphs())),
    "letters.mbox": b"From a@b.example Mon Feb  3 08:30:00 2031\n"
    + bytes(message(plain=HARBOUR[0]))
    + b"\n\nFrom a@b.example Mon Feb  3 08:30:00 2031\n"
    + bytes(message(plain=HARBOUR[1])),
    "news.rss": RSS.encode(),
    "news.atom": ATOM.encode(),
    "feed.json": json.dumps(_FEED).encode(),
    "paper.epub": book(),
    "paper.docx": docx(paragraph("Closed", "Heading1") + paragraph(HARBOUR[0])),
    "paper.pdf": pdf([printed(PRINTED), printed(PRINTED)]),
    "corpus.jsonl": "\n".join(map(json.dumps, _RECORDS)).encode(),
    "corpus.json": json.dumps(_RECORDS).encode(),
    "corpus.csv": _TABLE.encode(),
    "site.warc": b"".join(RECORDS),
    "site.warc.gz": b"".join(map(gzip.compress, RECORDS)),
    "page.html.gz": gzip.compress(page(paragraphs())),
    "pocket.csv": POCKET.encode(),
    "instapaper.csv": INSTAPAPER.encode(),
    "wallabag.json": json.dumps(
        [{"is_archived": 1, "url": "https://a.example/1", "content": paragraphs()}]
    ).encode(),
    "bookmarks.html": NETSCAPE.encode(),
    "feeds.opml": OPML.encode(),
    "note.md": f"---\ntitle: Closed\n---\n# Closed\n\n{HARBOUR[0]}\n\n> said\n\n- one\n".encode(),
    "note.txt": "\n\n".join(HARBOUR).encode(),
}
