"""PDF files, by pypdfium2."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tuireader.articles.article import Document, Metadata, Unreadable, content_id
from tuireader.articles.formats.extras import is_installed, missing
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.pdf_layout import Line, paragraphs
from tuireader.articles.formats.structured import metadata_of
from tuireader.articles.formats.transcript import Transcript

NAME = "pdf"
SUFFIXES = (".pdf",)
EXTRA = "pdf"

MAXIMUM_PAGES = 2_000
"""How many pages of one file are read."""
MAXIMUM_LINES = 200_000
"""How many lines of one file are read."""


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is a PDF."""
    return b"%PDF-" in head[:1_024] or (path.suffix.lower() in SUFFIXES and b"\x00" in head)


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the one article of a PDF."""
    del options
    if not is_installed(EXTRA):
        yield missing(path, EXTRA, "PDF files")
        return
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            yield Unreadable(path, "The file is locked with a password.", "Save it without one.")
        else:
            yield Unreadable(path, "The file is damaged or not complete.")
        return
    try:
        transcript = _transcript(pdf)
        metadata = _metadata(pdf)
    finally:
        pdf.close()
    if not transcript.blocks:
        yield Unreadable(
            path,
            "There is no text in this PDF: its pages are pictures.",
            "Run text recognition (OCR) over it first, for example with ocrmypdf.",
        )
        return
    yield Document(
        id=content_id(data),
        path=path,
        raw=transcript.raw,
        blocks=tuple(transcript.blocks),
        metadata=metadata,
        format=NAME,
    )


def _transcript(pdf: Any) -> Transcript:
    pages: list[list[Line]] = []
    count = 0
    for number in range(min(len(pdf), MAXIMUM_PAGES)):
        lines = _lines(pdf, number)
        count += len(lines)
        pages.append(lines)
        if count > MAXIMUM_LINES:
            break
    transcript = Transcript()
    for kind, text, level in paragraphs(pages):
        transcript.add(kind, [(text, "")], level)
    return transcript


def _lines(pdf: Any, number: int) -> list[Line]:
    """Return the lines of text of a page, with their places; none of a damaged page."""
    import pypdfium2

    try:
        page = pdf[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    lines: list[Line] = []
    height = page.get_height()
    content = text.get_text_range() if text.count_chars() else ""
    at = 0
    for line in content.split("\n"):
        length = len(line) + 1
        words = line.replace("\ufffe", "\u00ad").rstrip("\r")
        if words.strip():
            lines.append(_placed(words, text, at, at + len(line.rstrip("\r")), height))
        at += length
    text.close()
    page.close()
    return lines


def _placed(words: str, text: Any, start: int, end: int, height: float) -> Line:
    import pypdfium2

    first = start + len(words) - len(words.lstrip())
    try:
        left, bottom, _, top = text.get_charbox(min(first, text.count_chars() - 1), loose=True)
        _, _, right, _ = text.get_charbox(min(end - 1, text.count_chars() - 1), loose=True)
    except (pypdfium2.PdfiumError, IndexError):
        return Line(words.strip(), 0, 0, 0, 0)
    return Line(words.strip(), left, right, height - top, top - bottom)


def _metadata(pdf: Any) -> Metadata:
    stated = pdf.get_metadata_dict(skip_empty=True)
    title = str(stated.get("Title", ""))
    if title.lower().startswith(("microsoft word", "untitled")) or title.lower().endswith(
        (".doc", ".docx", ".pdf", ".indd", ".qxd")
    ):
        title = ""
    return metadata_of(title=title, byline=str(stated.get("Author", "")))
