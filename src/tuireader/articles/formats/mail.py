"""Mail, such as newsletters: single messages and mailboxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.articles.article import Document, Metadata, Unreadable, content_id
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.structured import metadata_of, plain, with_body

if TYPE_CHECKING:
    from email.message import Message

NAME = "mail"
SUFFIXES = (".eml", ".mbox", ".emlx")

MAXIMUM_PARTS = 200
"""How many parts with parts of their own one message may have."""
MAXIMUM_MESSAGES = 50_000
"""How many messages of one mailbox are read."""
MAXIMUM_HEADER = 4_000
"""How many characters of a header are read."""
_HEAD = 200_000
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
        if options.wants(item):
            yield _document(message(), path, item, options)


def _messages(data: bytes) -> Iterator[Callable[[], bytes]]:
    """Yield what gives each message of a mailbox; a file without separators is one message."""
    starts = list(_SEPARATOR.finditer(data))
    if not starts or starts[0].start() != 0:
        yield partial(_alone, data)
        return
    ends = [match.start() for match in starts[1:]] + [len(data)]
    for match, end in zip(starts, ends, strict=True):
        yield partial(_unquoted, data, match.end(), end)


def _alone(data: bytes) -> bytes:
    # Apple's form has the message's length in its first line.
    first, _, rest = data.partition(b"\n")
    return rest if first.strip().isdigit() else data


def _unquoted(data: bytes, start: int, end: int) -> bytes:
    return re.sub(rb"^>(>*From )", rb"\1", data[start:end], flags=re.MULTILINE)


def _document(data: bytes, path: Path, item: int, options: ReadOptions) -> Document | Unreadable:
    if len(_NESTING.findall(data)) > MAXIMUM_PARTS:
        return Unreadable(path, "The message has too many parts inside one another.", item=item)
    try:
        message = parse_message(data)
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


def parse_message(data: bytes) -> Message:
    """Return a message parsed, its headers cut to a length that can be understood quickly.

    Args:
        data: The message as sent.
    """
    from email import message_from_bytes

    head, blank, body = data.partition(b"\r\n\r\n" if b"\r\n\r\n" in data[:_HEAD] else b"\n\n")
    message = message_from_bytes(head[:_HEAD] + blank + body)
    for part in message.walk():
        fields = [(name, str(value)) for name, value in part.items()]
        for name in {name.lower() for name, value in fields if len(value) > MAXIMUM_HEADER}:
            value = next(value for other, value in fields if other.lower() == name)
            del part[name]
            part[name] = value[:MAXIMUM_HEADER]
    return message


def header(message: Message, name: str) -> str:
    """Return a header's value, decoded; empty where it is missing or cannot be understood."""
    return _decoded(str(message.get(name) or ""))


def _decoded(value: str) -> str:
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(value)))
    except Exception:
        return ""


def _metadata(message: Message) -> Metadata:
    from email.utils import parseaddr

    name, address = parseaddr(str(message.get("From") or ""))
    return metadata_of(
        title=header(message, "Subject"),
        byline=_decoded(name) or address,
        source=plain(header(message, "List-Id").partition("<")[0]).strip("\" '"),
        published=iso_date(header(message, "Date")),
        language=header(message, "Content-Language").partition(",")[0],
        url=header(message, "Archived-At").strip("<> "),
    )


def _body(message: Message, options: ReadOptions) -> tuple[str, bool, str]:
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


def part_text(part: Message, options: ReadOptions) -> tuple[str, str]:
    """Return the text of a message's part and the encoding it was read with."""
    from tuireader.articles.formats.web.decoding import decode

    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    declared = part.get_param("charset", "")
    text, encoding = decode(
        content, declared if isinstance(declared, str) else "", options.encoding
    )
    return text.replace("\r\n", "\n"), encoding
