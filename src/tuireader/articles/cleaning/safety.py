r"""Nothing that drives a terminal gets through.

Terminals act on control characters wherever they come from, and widget libraries pass most of
them on. Text from a file therefore meets one of two functions before anybody sees it: `sanitize`,
which takes out whole escape sequences, or `neutralize`, which keeps every offset by putting a
visible stand-in in the place of each dangerous code point.

The sequences are those of ECMA-48, in their 7-bit and 8-bit forms; the bidirectional controls
those of Unicode's UAX #9, which can make a line read as what it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

STAND_IN = "\N{REPLACEMENT CHARACTER}"

_DANGEROUS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but \t and \n, DEL, C1
    "\u00ad"  # soft hyphen
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u200b\u2060\ufeff"  # zero-width space, word joiner, byte-order mark
    "\ufff9-\ufffb"  # interlinear annotation
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff"  # surrogates
)
DANGEROUS_CODE_POINT = re.compile(f"[{_DANGEROUS}\u2028\u2029]")
"""Matches one code point that must not reach a terminal."""

_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ESCAPE_SEQUENCE = re.compile(
    # OSC, DCS, SOS, PM and APC strings, where they are closed on the same line;
    "(?:\x1b[\\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\n\x07\x1b\x90\x98\x9c-\x9f]{0,4096}(?:\x07|\x1b\\\\|\x9c)"
    # CSI with its parameters;
    "|(?:\x1b\\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]?"
    # and every other escape.
    "|\x1b[ -/]{0,16}[0-~]?"
)
_ESCAPE_OR_DANGEROUS = re.compile(f"{_ESCAPE_SEQUENCE.pattern}|[{_DANGEROUS}\u2028\u2029]")


def sanitize(text: str) -> str:
    r"""Return the text without anything that could drive a terminal.

    Escape sequences go as a whole; line breaks of any kind become ``\n``; ``\t`` stays. The
    result holds no character that `neutralize` would change.
    """
    if DANGEROUS_CODE_POINT.search(text) is None:
        return text
    text = _LINE_BREAK.sub("\n", text)
    text = _ESCAPE_SEQUENCE.sub("", text)
    return DANGEROUS_CODE_POINT.sub("", text)


def sanitize_line(text: str) -> str:
    """Return the text as `sanitize` does, on one line, with runs of white space made one space."""
    return " ".join(sanitize(text).split())


def neutralize(text: str) -> str:
    """Return the text with each dangerous code point replaced by a visible one.

    The length is kept, so that every offset into the text still holds.
    """
    return DANGEROUS_CODE_POINT.sub(STAND_IN, text)


def dangerous_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where escape sequences and dangerous characters stand, in order, as half-open spans.

    What is left without them holds no character that `neutralize` would change.
    """
    if DANGEROUS_CODE_POINT.search(text) is None:
        return
    start = end = -1
    for match in _ESCAPE_OR_DANGEROUS.finditer(text):
        if match.start() != end:
            if start >= 0:
                yield start, end
            start = match.start()
        end = match.end()
    if start >= 0:
        yield start, end
