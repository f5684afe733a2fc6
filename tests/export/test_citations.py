import pytest

from tests.export.samples import METADATA
from tuireader.articles.article import Metadata
from tuireader.export.citations import apa, authors, bibtex, chicago, cited


def test_chicago() -> None:
    assert chicago(METADATA) == (
        "Ivo Marin and Lena van der Berg, “Harbour reopens: “at last”,” The Selwyn Courier, "
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


def test_a_byline_is_parted_into_names() -> None:
    assert authors("by Ana Kovac, Ivo Marin and Mei Lin") == ["Ana Kovac", "Ivo Marin", "Mei Lin"]
    assert authors("") == []
