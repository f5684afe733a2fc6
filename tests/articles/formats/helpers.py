"""What the tests of the format readers share."""

from __future__ import annotations

from pathlib import Path

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.registry import FORMATS

HARBOUR = (
    "The harbour of Valmere will stay closed to ferries until the spring, the port authority "
    "said on Tuesday, after divers found cracks in two of the three piers that carry the quay.",
    "Engineers had warned of the damage for years, but repairs were put off each time the town "
    "drew up its budget, according to minutes of the council that this paper has seen.",
    "Passengers for the islands will have to travel by way of Ostby, which adds two hours to the "
    "journey, and the islanders' own boats will carry food and medicine in the meantime.",
    "The authority expects the work to cost eleven million crowns and hopes that the state will "
    "pay for half of it, since the road on the quay belongs to the national network.",
)
"""Four fictional paragraphs, long enough to be taken for an article."""


def read_bytes(
    data: bytes, name: str, options: ReadOptions | None = None
) -> list[Document | Unreadable]:
    """Return what the first format that accepts the file makes of it."""
    path = Path("/nowhere") / name
    for reader in FORMATS:
        if reader.accepts(path, data[:4096]):
            return list(reader.read(data, path, options or ReadOptions()))
    return [Unreadable(path, "No format accepts it.")]


def one_document(data: bytes, name: str, options: ReadOptions | None = None) -> Document:
    """Return the only document in a file."""
    (found,) = read_bytes(data, name, options)
    assert isinstance(found, Document), found
    return found


def texts(document: Document) -> list[str]:
    """Return the raw texts of a document's blocks."""
    return [document.raw[block.start : block.end] for block in document.blocks]


def page(body: str, head: str = "") -> bytes:
    """Return a small web page."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def paragraphs(texts: tuple[str, ...] = HARBOUR) -> str:
    """Return texts as paragraphs of a web page."""
    return "".join(f"<p>{text}</p>" for text in texts)
