"""From the text of a web page to a tree that is safe to walk, in bounded time and memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAXIMUM_DEPTH = 120
"""How deeply elements may lie in one another; deeper ones are lifted to this depth."""
MAXIMUM_ELEMENTS = 1_000_000
"""How many elements of one page are looked at; what follows them is left out."""

MAXIMUM_ATTRIBUTES = 1_000
"""An element with about so many attributes loses them; comparing each with all takes the square."""

# Reads on as browsers do, to the end of a quoted value or of the page, so that it never goes back.
_COMMENT_OR_TAG = re.compile(
    r"<!--(?:.*?-->|.*)"
    r"|<([a-zA-Z][^\s/>]*+)"
    r"((?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+)(?:>|\Z)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"[^\s=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|\S++))?+")
_LONG_TAG = 4_000
"""How many characters the shortest tag has whose attributes are counted."""
_DATA_ADDRESS = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,80}[;,][^\"'\s<>)]{200,}", re.IGNORECASE)
_XHTML = re.compile(r"^\s*<\?xml\b|<html\b[^>]{0,500}\bxmlns=")
# XML may close any element at once, as in <title/>; in HTML that opens it, to the end of the page.
_CLOSED_AT_ONCE = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)"
    r"([a-zA-Z][\w:-]{0,40})((?:\s[^<>]{0,2000})?)/>",
    re.IGNORECASE,
)
_OF_THE_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "noscript"})
_OPENING = re.compile(r"<(script|style|template)\b[^>]{0,2000}>")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,8}));?")
_CONTROLS = dict.fromkeys((*range(32), 127, *range(128, 160)))
_CONTROLS.update({0x09: 0x20, 0x0A: 0x0A, 0x0D: 0x0A, 0x0C: 0x20, 0x85: 0x0A})
_CONTROLS.update(dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)))
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def prepare(page: str) -> str:
    """Return the page without what a parser cannot take and no reader sees.

    Embedded files (``data:`` addresses) can make up nearly all of a saved page and make parsers cut
    the text short; control characters, written out or as references, make them refuse it.
    """
    if "data:" in page or "DATA:" in page:
        page = _DATA_ADDRESS.sub("data:,", page)
    if _XHTML.search(page[:2_000]):
        page = _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", page)
    return without_controls(_without_crowds(_without_scripts(page)))


def _without_crowds(page: str) -> str:
    """Return the page without the attributes of elements that have too many."""
    parts: list[str] = []
    at = 0
    for tag in _COMMENT_OR_TAG.finditer(page):
        long = tag[1] is not None and tag.end() - tag.start() > _LONG_TAG
        if long and sum(1 for _ in _ATTRIBUTE.finditer(tag[2])) > MAXIMUM_ATTRIBUTES:
            parts += (page[at : tag.start()], f"<{tag[1]}>")
            at = tag.end()
    return "".join((*parts, page[at:])) if parts else page


def without_controls(source: str) -> str:
    """Return marked-up text without control characters, as themselves or as references."""
    if _CONTROL.search(source):
        source = source.translate(_CONTROLS)
    return _REFERENCE.sub(_safe_reference, source) if "&#" in source else source


def _without_scripts(page: str) -> str:
    """Return the page without scripts, styles and templates, in one pass; linked data stays."""
    parts: list[str] = []
    at = 0
    never_closed: set[str] = set()
    lowered = page.lower() if page.isascii() else page.translate(_LOWER)
    for opening in _OPENING.finditer(lowered):
        name = opening[1]
        if opening.start() < at or name in never_closed or "ld+json" in opening[0]:
            continue
        end = lowered.find(f"</{name}", opening.end())
        if end < 0:
            never_closed.add(name)
            continue
        parts.append(page[at : opening.start()])
        at = lowered.find(">", end) + 1 or len(page)
    return "".join((*parts, page[at:]))


def _safe_reference(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= code <= 0x9F:
        return bytes((code,)).decode("cp1252", errors="ignore")
    if code in _CONTROLS or code > 0x10FFFF:
        return " " if code in {0x09, 0x0A, 0x0D, 0x0C} else ""
    return match[0]


def parse(page: str) -> HtmlElement | None:
    """Return the root of the page's tree; None where there is nothing in it.

    Args:
        page: What `prepare` returned.
    """
    from lxml import etree, html

    if not page.strip():
        return None
    data = page.encode("utf-8", errors="replace")
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None or _was_cut(parser.error_log):
        flattened = _flattened(data)
        root = root if flattened is None else flattened
    if root is not None:
        _empty_head(root)
    return root


def _empty_head(root: HtmlElement) -> None:
    """Move into the body what the parser, not knowing newer elements, left in the head."""
    head = next(iter(root.iterchildren("head")), None)
    if head is None:
        return
    strays = list(head)
    while strays and (not isinstance(strays[0].tag, str) or strays[0].tag in _OF_THE_HEAD):
        strays.pop(0)
    if not strays:
        return
    body = next(iter(root.iterchildren("body")), None)
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    strays[-1].tail = (strays[-1].tail or "") + (body.text or "")
    body.text = None
    for at, stray in enumerate(strays):
        body.insert(at, stray)


def _was_cut(errors: Any) -> bool:
    return any(error.type_name in {"ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR"} for error in errors)


def _flattened(data: bytes) -> HtmlElement | None:
    """Parse a page that nests more deeply than the parser allows, lifting what lies too deep."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_pis=True, huge_tree=True, target=_FlatBuilder()
    )
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


class _FlatBuilder:
    """A parser's target that builds a tree of bounded depth and size."""

    def __init__(self) -> None:
        from lxml.html import html_parser

        self._element = html_parser.makeelement
        self._open: list[Any] = []
        self._lifted = 0
        self._text: list[str] = []
        self._last: Any = None
        self._root: Any = None
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        self._flush()
        self._count += 1
        if self._count > MAXIMUM_ELEMENTS:
            return
        if len(self._open) >= MAXIMUM_DEPTH:
            self._lifted += 1
            if tag in {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6"}:
                self._last = self._new("br", {}, self._open[-1])
            return
        element = self._new(tag, attributes, self._open[-1] if self._open else self._root)
        self._open.append(element)
        self._last = None

    def _new(self, tag: str, attributes: dict[str, str], parent: Any) -> Any:
        element = self._element(tag, dict(attributes))
        if parent is None:
            self._root = element
        else:
            parent.append(element)
        return element

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        del tag
        self._flush()
        if self._lifted:
            self._lifted -= 1
        elif self._open and self._count <= MAXIMUM_ELEMENTS:
            self._last = self._open.pop()

    def data(self, data: str) -> None:
        """Take a stretch of text."""
        self._text.append(data)

    def _flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if not text:
            return
        if self._last is not None and self._last is not self._root:
            self._last.tail = (self._last.tail or "") + text
        elif self._open:
            self._open[-1].text = (self._open[-1].text or "") + text

    def comment(self, text: str) -> None:
        """Leave a comment out."""

    def close(self) -> Any:
        """Return the root of the tree."""
        self._flush()
        return self._root
