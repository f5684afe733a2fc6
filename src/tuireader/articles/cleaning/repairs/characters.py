"""Repairs of single characters: references, lost encodings, control characters, white space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from tuireader.articles.cleaning.repairs.rule import Setting
from tuireader.articles.cleaning.safety import dangerous_spans
from tuireader.articles.cleaning.tracked import Edit, Replacement

_REFERENCE = re.compile(
    r"&\s?#\s?(?P<number>\d{1,7}|[xX][0-9a-fA-F]{1,6})\s?;|&#(?P<open>\d{2,5})(?![\d;])"
    r"|&(?P<name>[A-Za-z][A-Za-z0-9]{1,31});"
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4\u0152\u0153\u0178\u0192][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122\u0192]|\ufffd"
)
_WIDE_SPACE = re.compile(r"(?<=[a-zß-ÿ0-9.,;:!?%”’»)\]])Â(?=\s|$)")
"""What is left of a no-break space in the wrong encoding where its second half became a space."""
_CP1252 = re.compile("[\x82\x84\x85\x91-\x97]")
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_GAP = re.compile(r"[^\S\n]*\n\s*|[^\S\n]{2,}|[^\S \n]")


def references(text: str, setting: Setting) -> Iterator[Edit]:
    """Find character references that nothing decoded, even where spaces broke them."""
    if "&" not in text:
        return
    for match in _REFERENCE.finditer(text):
        number = match["number"] or match["open"]
        whole = f"&#{number};" if number else match[0]
        decoded = unescape(whole)
        if decoded != whole:
            yield Replacement(match.start(), match.end(), decoded)


def mojibake(text: str, setting: Setting) -> Iterator[Edit]:
    """Find UTF-8 that was read as another encoding, such as ``â€™`` for an apostrophe."""
    edits = list(_reread(text)) if _MOJIBAKE.search(text) else []
    if not edits:  # else in the next pass, so that no two meet
        edits = [Replacement(*match.span(), "") for match in _WIDE_SPACE.finditer(text)]
    yield from edits


def _reread(text: str) -> Iterator[Replacement]:
    from ftfy import TextFixerConfig, fix_encoding

    configuration = TextFixerConfig(uncurl_quotes=False)
    for match in _NOT_ASCII.finditer(text):
        if _MOJIBAKE.search(match[0]) is None:
            continue
        fixed = fix_encoding(match[0], configuration)
        if fixed != match[0]:
            yield Replacement(match.start(), match.end(), fixed)


def windows_marks(text: str, setting: Setting) -> Iterator[Edit]:
    """Find the quotation marks and dashes of Windows-1252 read as control characters."""
    for match in _CP1252.finditer(text):
        yield Replacement(match.start(), match.end(), match[0].encode("latin-1").decode("cp1252"))


def line_breaks(text: str, setting: Setting) -> Iterator[Edit]:
    """Find line breaks that are not a plain line feed."""
    for match in _BREAK.finditer(text):
        yield Replacement(match.start(), match.end(), "\n")


def controls(text: str, setting: Setting) -> Iterator[Edit]:
    """Find escape sequences, control characters and invisible ones."""
    for start, end in dangerous_spans(text):
        yield Replacement(start, end, "")


def white_space(text: str, setting: Setting) -> Iterator[Edit]:
    """Find white space that is anything but one plain space."""
    for match in _GAP.finditer(text):
        yield Replacement(match.start(), match.end(), " ")
