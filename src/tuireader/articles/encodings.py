"""From bytes to text: which character encoding a file is in.

The order is that of certainty: what the reader says, a byte-order mark, strict UTF-8, the escape
sequences of ISO 2022, the pattern of zero bytes in UTF-16 and UTF-32, then what makes most sense
among the old encodings, and where none does, a guess by charset-normalizer.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tuireader.articles.legacy_encodings import likely_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPED = (
    (re.compile(rb"\x1b\$[@B]|\x1b\([BJ]"), "iso2022_jp"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"~\{[!-~]{2,}?~\}"), "hz"),
)
_SAMPLE = 200_000
_LITTLE_SENSE = 0.2
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class EncodingError(ValueError):
    """The bytes cannot be read as text; the message says why, for the reader."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read with.

    Attributes:
        text: The text, without a byte-order mark, its newlines untouched.
        encoding: The name of the encoding, as Python has it.
    """

    text: str
    encoding: str


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Return the text in a file.

    Args:
        data: The whole file.
        encoding: The encoding to use instead of the one found; empty to find it.

    Raises:
        EncodingError: If `encoding` is unknown, or the bytes are no text.
    """
    if encoding:
        return _overruled(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, errors="replace"), name)
    escaped = _escaped(data)
    if escaped:
        return escaped
    wide = _without_mark(data)
    if wide:
        return Decoded(data.decode(wide, errors="replace"), wide)
    if looks_binary(data):
        raise EncodingError("It holds binary data, not text.")
    return _utf8(data) or _guessed(data)


def looks_binary(head: bytes) -> bool:
    """Return whether bytes cannot be the start of a text in any encoding."""
    if head.startswith(tuple(mark for mark, _ in _MARKS)) or _without_mark(head):
        return False
    head = head[:_SAMPLE]
    if b"\x1b$" in head:
        head = head.replace(b"\x0e", b"").replace(b"\x0f", b"")
    return b"\x00" in head[:4096] or len(_NOT_TEXT.findall(head)) * 20 > len(head)


def text_encoding(name: str) -> str:
    """Return how Python calls a character encoding; empty where there is none of that name."""
    try:
        codec = codecs.lookup(name).name
        b"a".decode(codec, errors="replace")
    except (LookupError, ValueError):  # the second: a null character in the name
        return ""
    return codec


def _overruled(data: bytes, encoding: str) -> Decoded:
    name = text_encoding(encoding)
    if not name:
        raise EncodingError(f"There is no character encoding named “{encoding}”.")
    text = data.decode(name, errors="replace")
    return Decoded(text.removeprefix("\ufeff"), name)


def _without_mark(data: bytes) -> str:
    """Return the UTF-16 or UTF-32 that zero bytes give away; empty where they do not.

    The zero bytes of such a text all stand on one side of each pair, since spaces and line breaks
    have them; and read that way it holds hardly anything that cannot be printed.
    """
    head = data[: 4096 - 4096 % 4]
    if len(head) < 4 or b"\x00" not in head:
        return ""
    if len(data) % 2:
        return ""
    zeros = [head[at::4].count(0) for at in range(4)]
    whole = sum(zeros)
    if zeros[2] + zeros[3] + zeros[0] + zeros[1] > len(head) * 0.6:
        wide = "utf-32-le" if zeros[3] > zeros[0] else "utf-32-be"
        return wide if _is_printable(head, wide) else ""
    odd = (zeros[1] + zeros[3]) / whole
    name = "utf-16-le" if odd >= 0.95 else "utf-16-be" if odd <= 0.05 else ""
    return name if name and _is_printable(head, name) else ""


def _is_printable(head: bytes, encoding: str) -> bool:
    for end in (0, 2):
        try:
            text = head[: len(head) - end].decode(encoding)
        except UnicodeDecodeError:
            continue
        return sum(c.isprintable() or c.isspace() for c in text) >= 0.99 * len(text)
    return False


def _escaped(data: bytes) -> Decoded | None:
    """Return the text if it is in one of the encodings that switch by escape sequences."""
    if not data.isascii():
        return None
    for pattern, name in _ESCAPED:
        if pattern.search(data):
            try:
                return Decoded(data.decode(name), name)
            except UnicodeDecodeError:
                continue
    return None


def _utf8(data: bytes) -> Decoded | None:
    """Return the text if it is UTF-8, or UTF-8 with a few foreign bytes or cut off at the end."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    sample = data[:_SAMPLE]
    bad = sample.decode("utf-8", errors="replace").count("\ufffd") - sample.count(b"\xef\xbf\xbd")
    good = sum(1 for character in sample.decode("utf-8", errors="ignore") if character > "\x7f")
    if bad > 1 + good // 10 or (bad and good < 2):
        return None
    return Decoded(data.decode("utf-8", errors="tuireader-foreign-bytes"), "utf-8")


def _foreign_bytes(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that are no UTF-8 as Windows-1252; one cut off at the end is dropped."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.reason == "unexpected end of data":
        return "", error.end
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("tuireader-foreign-bytes", _foreign_bytes)


def _mostly_ascii(data: bytes) -> bool:
    return len(data.translate(None, _BEYOND_ASCII)) > 0.98 * len(data)


def _guessed(data: bytes) -> Decoded:
    """Return the text in the old encoding that makes most sense of it."""
    name, sense = likely_encoding(data)
    if sense < _LITTLE_SENSE and not _mostly_ascii(data[:_SAMPLE]):
        from charset_normalizer import from_bytes

        best = from_bytes(data[:_SAMPLE]).best()
        name = best.encoding if best is not None else name or "cp1252"
    return Decoded(data.decode(name, errors="replace"), name)
