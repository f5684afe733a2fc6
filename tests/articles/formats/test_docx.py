"""Word documents."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.articles.formats.helpers import HARBOUR, one_document, read_bytes, texts
from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats import extras

TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
NUMBERING_RELATION = """<Relationships
xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
Target="numbering.xml"/></Relationships>"""
PROPERTIES = """<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Harbour closed</dc:title><dc:creator>Ada Lind</dc:creator></cp:coreProperties>"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


NUMBERING = f"""<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def docx(body: str, before: str = "", numbering: str = "") -> bytes:
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "docProps/core.xml": PROPERTIES,
        "word/document.xml": (
            f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        ),
    }
    if numbering:
        files["word/numbering.xml"] = numbering
        files["word/_rels/document.xml.rels"] = NUMBERING_RELATION
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_document_is_read_with_its_headings() -> None:
    body = paragraph("Harbour closed", "Heading1") + "".join(map(paragraph, HARBOUR))
    document = one_document(docx(body), "harbour.docx")
    assert texts(document) == ["Harbour closed", *HARBOUR]
    assert [block.kind for block in document.blocks][:2] == ["heading", "paragraph"]
    assert document.metadata.title == "Harbour closed"
    assert document.metadata.byline == "Ada Lind"


def test_missing_extra_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(extras.PACKAGES, "docx", "no_such_package")
    (found,) = read_bytes(docx(paragraph(HARBOUR[0])), "harbour.docx")
    assert isinstance(found, Unreadable)
    assert found.advice == "Install it with: pip install 'tuireader[docx]'"


def test_zip_bomb_is_stopped() -> None:
    (found,) = read_bytes(docx(" " * 60_000_000), "bomb.docx")
    assert isinstance(found, Unreadable)
    assert found.reason == "The file unpacks to more than tuireader reads."


def test_entities_of_a_document_type_do_not_grow() -> None:
    bomb = "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' if level else '<!ENTITY e0 "ha">'
        for level in range(20)
    )
    source = docx(paragraph(f"&e19; {HARBOUR[0]}"), f"<!DOCTYPE d [{bomb}]>")
    (found,) = read_bytes(source, "bomb.docx")
    assert isinstance(found, Unreadable) or len(found.raw) < 5_000


def test_endless_nesting_is_bounded() -> None:
    table = "<w:tbl><w:tr><w:tc>"
    body = table * 3_000 + paragraph(HARBOUR[0]) + "</w:tc></w:tr></w:tbl>" * 3_000
    (found,) = read_bytes(docx(body), "deep.docx")
    assert isinstance(found, Document | Unreadable)


def test_every_cut_is_said_to_be_incomplete() -> None:
    whole = docx(paragraph(HARBOUR[0]))
    for length in range(10, len(whole) - 1, 41):
        (found,) = read_bytes(whole[:length], "cut.docx")
        assert isinstance(found, Unreadable)
        assert found.reason == "The file is damaged or not complete."


def numbered(text: str, of: int) -> str:
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{of}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_the_items_of_ordered_lists_are_numbered() -> None:
    items = [numbered(text, 1) for text in HARBOUR[:2]]
    body = "".join([*items, paragraph(HARBOUR[2]), numbered("A number whose list is lost", 1)])
    document = one_document(docx(body, numbering=NUMBERING), "harbour.docx")
    assert [block.number for block in document.blocks] == [1, 2, None, None]
    assert [block.kind for block in document.blocks][1:] == ["list_item", "paragraph", "list_item"]
