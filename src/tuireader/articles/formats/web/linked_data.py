"""What a page says of itself in JSON-LD, by the vocabulary of schema.org."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review|OpinionPiece|Analysis)$|^Article")
_MAXIMUM_SIZE = 2_000_000
_MAXIMUM_NODES = 5_000
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")

Node = dict[str, Any]


def article_data(root: Any) -> Node:
    """Return the page's first description of an article; empty where there is none.

    Args:
        root: The page's tree.
    """
    for node in _nodes(root):
        types = node.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in names):
            return node
    return {}


def _nodes(root: Any) -> Iterator[Node]:
    """Yield every object on the top levels of the page's JSON-LD, in order."""
    seen = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = [_parsed("".join(script.itertext()))]
        while waiting and seen < _MAXIMUM_NODES:
            value = waiting.pop(0)
            seen += 1
            if isinstance(value, list):
                waiting[:0] = value[:_MAXIMUM_NODES]
            elif isinstance(value, dict):
                yield value
                waiting[:0] = [
                    value[key]
                    for key in ("@graph", "mainEntity", "itemListElement")
                    if key in value
                ]


def _parsed(source: str) -> Any:
    if len(source) > _MAXIMUM_SIZE:
        return None
    source = _COMMENT.sub("", source.strip()).strip()
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def text_value(value: Any) -> str:
    """Return the words of a property, however it is written; empty where there are none."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("@id") or ""
    return html.unescape(value) if isinstance(value, str) else ""


def names(value: Any) -> list[str]:
    """Return the names in a property such as ``author``, each once."""
    values = value if isinstance(value, list) else [value]
    found = [text_value(each).strip() for each in values[:50]]
    return list(dict.fromkeys(name for name in found if name))
