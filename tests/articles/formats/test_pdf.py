"""PDF files, made here line by line."""

from __future__ import annotations

import textwrap

import pytest

from tests.articles.formats.helpers import HARBOUR, one_document, read_bytes, texts
from tuireader.articles.article import BlockKind, Document, Unreadable
from tuireader.articles.formats import extras
from tuireader.articles.formats.pdf_layout import Line, paragraphs

PRINTED = tuple(text.replace("islanders' ", "") for text in HARBOUR)
"""Without apostrophes, which this font draws curled."""
Placed = tuple[float, float, int, str]
"""Left, distance from the top, size and text."""


def pdf(pages: list[list[Placed]], information: str = "") -> bytes:
    """Return a PDF with lines of text at given places, on pages of 600 by 800 points."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids ["
        + " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
        + "] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {information} >>",
    ]
    for at, lines in enumerate(pages):
        drawn = "\n".join(
            f"BT /F1 {size} Tf {left} {800 - top} Td ({_escaped(text)}) Tj ET"
            for left, top, size, text in lines
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * at} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    result = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(result))
        result += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(result)
    result += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    result += "".join(f"{place:010} 00000 n \n" for place in places)
    result += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\n"
    return f"{result}startxref\n{start}\n%%EOF\n".encode("latin-1")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def printed(texts: tuple[str, ...], top: float = 80, gap: float = 8) -> list[Placed]:
    """Return paragraphs as lines broken at the margin."""
    lines: list[Placed] = []
    for text in texts:
        for line in textwrap.wrap(text, 70):
            lines.append((60, top, 11, line))
            top += 14
        top += gap
    return lines


def test_broken_lines_are_joined_to_paragraphs() -> None:
    document = one_document(pdf([printed(PRINTED)]), "harbour.pdf")
    assert texts(document) == list(PRINTED)
    assert document.format == "pdf"


def test_paragraphs_without_space_between_them_end_at_short_lines() -> None:
    document = one_document(pdf([printed(PRINTED[:2], gap=0)]), "harbour.pdf")
    assert texts(document) == list(PRINTED[:2])


def test_large_lines_are_headings() -> None:
    lines: list[Placed] = [(60, 50, 22, "Valmere harbour stays closed"), *printed(PRINTED, top=90)]
    document = one_document(pdf([lines]), "harbour.pdf")
    assert document.blocks[0].kind is BlockKind.HEADING
    assert texts(document) == ["Valmere harbour stays closed", *PRINTED]


def test_running_heads_and_page_numbers_go_and_sentences_go_on() -> None:
    lines = textwrap.wrap(" ".join(PRINTED), 70)
    pages: list[list[Placed]] = []
    for number in range(4):
        body: list[Placed] = [
            (60, 90 + 14 * at, 11, line)
            for at, line in enumerate(lines[number * 2 : number * 2 + 2])
        ]
        pages.append([(60, 30, 9, "The Coast Courier"), *body, (300, 780, 9, f"Page {number + 1}")])
    document = one_document(pdf(pages), "harbour.pdf")
    assert document.raw.replace("\n\n", " ") == " ".join(lines[:8])


def test_metadata_is_what_the_file_states() -> None:
    source = pdf([printed(PRINTED)], "/Title (Harbour closed) /Author (Ada Lind)")
    found = one_document(source, "harbour.pdf").metadata
    assert (found.title, found.byline) == ("Harbour closed", "Ada Lind")


def test_name_of_a_word_processor_file_is_no_title() -> None:
    source = pdf([printed(PRINTED)], "/Title (Microsoft Word - final2.doc)")
    assert one_document(source, "harbour.pdf").metadata.title == ""


def test_pdf_of_pictures_is_said_to_be_one() -> None:
    (found,) = read_bytes(pdf([[]]), "scan.pdf")
    assert isinstance(found, Unreadable)
    assert found.reason == "There is no text in this PDF: its pages are pictures."


def test_missing_extra_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(extras.PACKAGES, "pdf", "no_such_package")
    (found,) = read_bytes(pdf([printed(PRINTED)]), "harbour.pdf")
    assert isinstance(found, Unreadable)
    assert found.advice == "Install it with: pip install 'tuireader[pdf]'"


def test_every_cut_is_read_or_said_to_be_damaged() -> None:
    whole = pdf([printed(PRINTED)])
    for length in range(10, len(whole), 97):
        (found,) = read_bytes(whole[:length], "cut.pdf")
        assert isinstance(found, Document | Unreadable)


def test_soft_hyphen_at_a_line_end_joins_the_word() -> None:
    lines = [Line("The har\u00ad", 0, 100, 10, 10), Line("bour is closed.", 0, 90, 24, 10)]
    assert list(paragraphs([lines])) == [(BlockKind.PARAGRAPH, "The harbour is closed.", 0)]


def test_no_lines_make_no_paragraphs() -> None:
    assert list(paragraphs([[], []])) == []
