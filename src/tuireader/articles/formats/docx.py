"""Word documents, by mammoth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tuireader.articles.article import Document, Metadata, Unreadable, content_id
from tuireader.articles.formats.archive import ArchiveError, BoundedZip
from tuireader.articles.formats.extras import is_installed, missing
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.safe_xml import elements, parse_xml
from tuireader.articles.formats.structured import metadata_of, with_body

NAME = "docx"
SUFFIXES = (".docx",)
EXTRA = "docx"

MAXIMUM_PART = 20_000_000
"""How many bytes a part of a document may have: the parser needs a second for each million."""
_PROPERTIES = "docProps/core.xml"
_TEXT = "word/document.xml"
_ONE_ITEM = re.compile(r"<ol>(<li>(?:(?!</?[ou]l>|<li>).)*</li>)</ol>", re.DOTALL)
"""A list with a single number: mostly the count of an earlier one goes on, which mammoth loses."""


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is a Word document, by its name or the files in it."""
    return head.startswith(b"PK") and (
        path.suffix.lower() in SUFFIXES or b"word/document.xml" in head
    )


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the one article of a document."""
    del options
    if not is_installed(EXTRA):
        yield missing(path, EXTRA, "Word documents")
        return
    try:
        metadata = _checked(data)
        source = _html(data)
    except ArchiveError as error:
        yield Unreadable(path, str(error))
        return
    document = with_body(
        Document(
            id=content_id(data), path=path, raw="", metadata=metadata, format=NAME, extracted=True
        ),
        source,
        marked_up=True,
    )
    yield document if document.raw else Unreadable(path, "There is no text in this document.")


def _checked(data: bytes) -> Metadata:
    """Return the document's properties, once it is known that it unpacks to a bounded size.

    Raises:
        ArchiveError: It is damaged, no Word document or unpacks to too much.
    """
    archive = BoundedZip(data)
    if _TEXT not in archive.names:
        raise ArchiveError("There is no text part in this document.")
    for name in archive.names:
        if name.endswith((".xml", ".rels")) and len(archive.read(name)) > MAXIMUM_PART:
            raise ArchiveError("The file unpacks to more than tuireader reads.")
    if _PROPERTIES not in archive.names:
        return Metadata()
    properties = parse_xml(archive.read(_PROPERTIES))

    def stated(name: str) -> str:
        return next((each.text for each in elements(properties, name) if each.text), "")

    return metadata_of(title=stated("title"), byline=stated("creator"), language=stated("language"))


def _html(data: bytes) -> str:
    import io

    import mammoth

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
            ignore_empty_paragraphs=True,
        )
    except Exception as error:
        raise ArchiveError("The document is damaged or not complete.") from error
    return _ONE_ITEM.sub(r"<ul>\1</ul>", str(result.value))
