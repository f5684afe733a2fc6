import pytest

from tests.export.samples import METADATA
from tuireader.articles.article import Metadata
from tuireader.export.citations import apa, authors, bibtex, bibtex_key, chicago, cited
from tuireader.export.formats import FORMATS
from tuireader.export.item import Item
from tuireader.state.anchors import TextAnchor
from tuireader.state.notes import Note
from tuireader.state.records import ArticleRecord


def test_chicago() -> None:
    assert chicago(METADATA) == (
        "Ivo Marin and Lena van der Berg, “Harbour reopens: ‘at last,’” The Selwyn Courier, "
        "March 1, 2026, https://example.org/harbour."
    )


def test_apa() -> None:
    assert apa(METADATA) == (
        "Marin, I., & van der Berg, L. (2026, March 1). Harbour reopens: “at last”. "
        "The Selwyn Courier. https://example.org/harbour"
    )


def test_bibtex() -> None:
    source = Metadata(
        "50% of {all} & more_",
        byline="Jean-Luc Moreau",
        source="Post",
        published="2026-03",
        url="http://a/b_c",
    )
    assert bibtex(source, "so be it") == (
        "@article{moreau2026more,\n"
        "  author = {Moreau, Jean-Luc},\n"
        "  title = {50\\% of \\{all\\} \\& more\\_},\n"
        "  journal = {Post},\n"
        "  year = {2026},\n"
        "  url = {http://a/b_c},\n"
        "  annote = {so be it},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("source", "in_chicago", "in_apa"),
    [
        (Metadata("Who won?"), "“Who won?”", "Who won? (n.d.)."),
        (Metadata("They said “no”"), "“They said ‘no.’”", "They said “no”. (n.d.)."),
        (Metadata("Rain", source="Post"), "“Rain,” Post.", "Rain. (n.d.). Post."),
        (
            Metadata("Rain", byline="Reuters", published="2026"),
            "Reuters, “Rain,” 2026.",
            "Reuters. (2026). Rain.",
        ),
        (
            Metadata("Rain", byline="Ana Kovac, Ivo Marin & Mei Lin"),
            "Ana Kovac, Ivo Marin, and Mei Lin, “Rain.”",
            "Kovac, A., Marin, I., & Lin, M. (n.d.). Rain.",
        ),
        (Metadata(), "", "(n.d.)."),
    ],
)
def test_what_the_source_does_not_say_is_left_out(
    source: Metadata, in_chicago: str, in_apa: str
) -> None:
    assert chicago(source) == in_chicago
    assert apa(source) == in_apa


def test_a_quotation_stands_before_its_source() -> None:
    source = Metadata("Rain", source="Post")
    assert cited("“It rained,”", source, "chicago", "Ana Kovac") == (
        "“It rained,” (Ana Kovac)\n\n“Rain,” Post.\n"
    )
    assert "annote = {It rained}" in cited("It rained", source, "bibtex")
    with pytest.raises(KeyError):
        cited("x", source, "mla")


@pytest.mark.parametrize(
    ("quotation", "words"),
    [
        ("«It rained»", "“It rained”"),
        ("“It rained,” she said. “And how.”", "“‘It rained,’ she said. ‘And how.’”"),
        ("It was “the asset”", "“It was ‘the asset’”"),
        ("“It rained,” she said", "“‘It rained,’ she said”"),
        ("“", "“‘”"),
    ],
)
def test_marks_inside_a_quotation_are_single(quotation: str, words: str) -> None:
    assert cited(quotation, Metadata("Rain"), "apa").startswith(f"{words}\n")


def test_no_two_entries_of_a_bibliography_have_the_same_key() -> None:
    source = Metadata("Atlântico heads south", byline="Ivo Marín")
    assert bibtex_key(source) == "marinatlantico"
    assert bibtex_key(source, {"marinatlantico", "marinatlantico-2"}) == "marinatlantico-3"
    record = ArticleRecord("a1")
    notes = (Note("1", "a1", TextAnchor("It rained")), Note("2", "a1", TextAnchor("And how")))
    written = FORMATS["bibtex"].write([Item(record, source, notes)] * 2, ())
    assert written.count("@article{marinatlantico,") == 1
    assert written.count("@article{marinatlantico-2,") == 1
    assert written.count("annote = {It rained\n\nAnd how}") == 2


def test_a_byline_is_parted_into_names() -> None:
    assert authors("by Ana Kovac, Ivo Marin and Mei Lin") == ["Ana Kovac", "Ivo Marin", "Mei Lin"]
    assert authors("") == []
