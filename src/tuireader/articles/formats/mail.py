"""Mail, such as newsletters: single messages and mailboxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.articles.article import Document, Metadata, Unreadable, content_id
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.structured import metadata_of, plain, with_body

if TYPE_CHECKING:
    from email.message import EmailMessage

NAME = "mail"
SUFFIXES = (".eml", ".mbox", ".emlx")

MAXIMUM_PARTS = 200
"""How many parts with parts of their own one message may have."""
MAXIMUM_MESSAGES = 50_000
"""How many messages of one mailbox are read."""
_HEADER = re.compile(
    rb"(?:From \S[^\n]*\n)?(?:(?:Received|Return-Path|Delivered-To|From|Date|Subject|To|Message-ID|"
    rb"MIME-Version|DKIM-Signature|X-[\w-]+|List-[\w-]+|Reply-To|Content-Type):[^\n]*\r?\n"
    rb"(?:[ \t][^\n]*\r?\n)*){3,}",
    re.IGNORECASE,
)
_NESTING = re.compile(rb"^content-type:\s*(?:multipart/|message/)", re.IGNORECASE | re.MULTILINE)
_SEPARATOR = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{1,300}\d{4}[^\n]{0,40}\r?\n")


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is mail, by its name or by the headers it begins with."""
    return path.suffix.lower() in SUFFIXES or _HEADER.match(head) is not None


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the messages in a file in its order."""
    for item, message in enumerate(_messages(data)):
        if item >= MAXIMUM_MESSAGES:
            yield Unreadable(
                path, f"Only the first {MAXIMUM_MESSAGES:,} messages are read.", item=item
            )
            return
        yield _document(message, path, item, options)


def _messages(data: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox; a file without separators is one message."""
    starts = list(_SEPARATOR.finditer(data))
    if not starts or starts[0].start() != 0:
        # Apple's form has the message's length in its first line.
        first, _, rest = data.partition(b"\n")
        yield rest if first.strip().isdigit() else data
        return
    ends = [match.start() for match in starts[1:]] + [len(data)]
    for match, end in zip(starts, ends, strict=True):
        yield re.sub(rb"^>(>*From )", rb"\1", data[match.end() : end], flags=re.MULTILINE)


def _document(data: bytes, path: Path, item: int, options: ReadOptions) -> Document | Unreadable:
    from email import message_from_bytes, policy

    if len(_NESTING.findall(data)) > MAXIMUM_PARTS:
        return Unreadable(path, "The message has too many parts inside one another.", item=item)
    try:
        message = message_from_bytes(data, policy=policy.default)
        metadata = _metadata(message)
        body, marked_up, encoding = _body(message, options)
    except Exception:
        return Unreadable(path, "The message is damaged and could not be read.", item=item)
    document = with_body(
        Document(
            id=content_id(data),
            path=path,
            raw="",
            metadata=metadata,
            encoding=encoding,
            format=NAME,
            item=item,
        ),
        body,
        marked_up=marked_up,
        address=metadata.url,
    )
    if not document.raw.strip():
        return Unreadable(path, "There is no readable text in this message.", item=item)
    return document


def header(message: EmailMessage, name: str) -> str:
    """Return a header's value; empty where it is missing or cannot be understood."""
    try:
        return str(message.get(name) or "")
    except Exception:
        return ""


def _metadata(message: EmailMessage) -> Metadata:
    from email.utils import parseaddr

    name, address = parseaddr(header(message, "From"))
    return metadata_of(
        title=header(message, "Subject"),
        byline=name or address,
        source=plain(header(message, "List-Id").partition("<")[0]).strip("\" '"),
        published=iso_date(header(message, "Date")),
        language=header(message, "Content-Language").partition(",")[0],
        url=header(message, "Archived-At").strip("<> "),
    )


def _body(message: EmailMessage, options: ReadOptions) -> tuple[str, bool, str]:
    """Return a message's text, whether it is HTML, and its encoding."""
    written: tuple[str, bool, str] = ("", False, "")
    for part in message.walk():
        kind = part.get_content_type()
        if (
            kind not in {"text/html", "text/plain"}
            or part.get_content_disposition() == "attachment"
        ):
            continue
        marked_up = kind == "text/html"
        if written[0] and not (marked_up and not written[1]):
            continue
        text, encoding = part_text(part, options)
        if text.strip():
            written = (text, marked_up, encoding)
    return written


def part_text(part: EmailMessage, options: ReadOptions) -> tuple[str, str]:
    """Return the text of a message's part and the encoding it was read with."""
    from tuireader.articles.formats.web.decoding import decode

    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    declared = part.get_param("charset", "")
    text, encoding = decode(
        content, declared if isinstance(declared, str) else "", options.encoding
    )
    return text.replace("\r\n", "\n"), encoding
