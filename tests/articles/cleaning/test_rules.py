"""Each rule for noise finds its own example, and says why."""

from pathlib import Path

import pytest

from tuireader.articles.article import Article, Document
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.noise.draft import NoiseRule
from tuireader.articles.cleaning.noise.names import is_person
from tuireader.articles.cleaning.noise.phrases import phrases
from tuireader.articles.cleaning.noise.provenance import authors, is_timestamp
from tuireader.articles.cleaning.noise.rules import NOISE

BODY = [
    "The harbour of Lund Bay will be closed from November on, the council decided on Tuesday.",
    "For twelve years the ferries had sailed through every winter, storms and ice included.",
    "“Nobody wanted this,” the harbour master said, and then he looked at the water for a while.",
    "A comment for the Eastern Post called the decision late, and the winter early, as ever.",
]
BELOW = {
    "address-line",
    "agency-line",
    "author-line",
    "author-box",
    "spam",
    "advertising",
    "comments",
    "newsletter-frame",
}
NEEDS_MORE = {
    "page-furniture", "repeated-headline", "stacked-headline", "subtitle", "link-list",
    "pull-quote", "repeated-line", "glued-credit",
}  # fmt: skip
"""These need more than one line to be seen; the other tests and the pairs show them."""


def cleaned(*lines: str) -> Article:
    return clean(Document("id", Path("a.txt"), "\n\n".join(lines)))


@pytest.mark.parametrize(
    "rule", [one for one in NOISE if one.name not in NEEDS_MORE], ids=lambda r: r.name
)
def test_a_rule_takes_out_its_example(rule: NoiseRule) -> None:
    if rule.name in BELOW:
        article = cleaned(*BODY, rule.example)
    elif rule.name in {"navigation", "mail-header"}:
        article = cleaned(rule.example, *BODY)
    else:
        article = cleaned(BODY[0], rule.example, *BODY[1:])
    assert [one.rule for one in article.removals if one.applied] == [rule.name]
    assert [block.text for block in article.blocks] == BODY


def test_every_rule_explains_itself() -> None:
    assert len({rule.name for rule in NOISE}) == len(NOISE)
    assert all(rule.reason.endswith(".") and rule.example for rule in NOISE)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ingrid Solheim", "Ingrid Solheim"),
        ("By Ingrid Solheim and Ola Nord, Staff Writers", "Ingrid Solheim, Ola Nord"),
        ("BY ANDREW C. MARSH / EASTERN POST", "ANDREW C. MARSH"),
        ("Von Anke Brandt", "Anke Brandt"),
        ("By Friday the water had gone", ""),
        ("By the time they came", ""),
    ],
)
def test_bylines(text: str, names: str) -> None:
    assert authors(text, phrases()) == names


@pytest.mark.parametrize(
    "text",
    [
        "3 November 2024",
        "Published 11:08, 30 October 2025",
        "Updated on Nov. 3, 2024 at 5:15 p.m. ET",
        "Stand: 03.11.2024, 10:15 Uhr",
        "2 hours ago",
        "5 min read",
        "Reading time: 6 min",
        "Estimated reading time: 4 minutes",
        "Tiempo de lectura: 5 minutos",
        "Время чтения: 5 минут",
    ],
)
def test_timestamps(text: str) -> None:
    assert is_timestamp(text, phrases())


@pytest.mark.parametrize(
    "text", ["1984", "Room 12", "3 men in a boat", "November rain", "Reading books"]
)
def test_no_timestamps(text: str) -> None:
    assert not is_timestamp(text, phrases())


@pytest.mark.parametrize("text", ["Ola Nord", "Mary-Jane O’Neil", "Jan van der Berg", "J. R. Ode"])
def test_names(text: str) -> None:
    assert is_person(text, phrases())


@pytest.mark.parametrize("text", ["Nord", "United Nations", "Read More", "ola nord", "The Hague"])
def test_no_names(text: str) -> None:
    assert not is_person(text, phrases())


def test_the_dateline_names_the_source_and_stays() -> None:
    first = "LUND BAY, Norway, Nov 3 (Northern Wire) - The harbour will close, the council decided."
    article = cleaned(first, *BODY[1:])
    assert article.metadata.source == "Northern Wire"
    assert article.blocks[0].text == first
