from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.article import Document
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.noise.phrases import phrases
from tuireader.articles.cleaning.page.chain import LABELS, PageModel, page_model
from tuireader.articles.cleaning.page.features import page_features

ABOVE = """\
Lund Bay closes its harbour for the winter - The Eastern Post
Skip to content
Home
News
Sport
Culture
Subscribe
Log in
Lund Bay closes its harbour for the winter
By Ingrid Solheim
3 November 2024
Share
Facebook
Twitter"""
BODY = """\
The harbour of Lund Bay will be closed from November on, the council decided on Tuesday, and the \
ferries will stay where they are until the ice has gone.
For twelve years the boats had sailed through every winter, storms and ice included, because the \
people of the islands had nobody else to bring them their bread.
“Nobody wanted this,” the harbour master said, and then he looked at the water for a while, as \
if it could give him another answer.
What the captains say
The captains had asked for a second tug in the spring, and they say that they were told to wait \
for the money, which has not come.
In the end it was the insurance that decided, since no company would cover a ship that is older \
than the man who steers it."""
BELOW = """\
Tags
Lund Bay
Ferries
More from The Eastern Post
Mayor opens exhibition of old compasses
Two held after brawl at fish market
Most read
Leave a comment
Terms of use
Privacy policy
© 2024 The Eastern Post. All rights reserved."""


def cleaned(raw: str) -> list[str]:
    return [block.text for block in clean(Document("id", Path("a.txt"), raw)).blocks]


def test_of_a_whole_page_only_the_article_stays() -> None:
    assert cleaned("\n\n".join((ABOVE, BODY, BELOW))) == BODY.split("\n")


def test_every_line_of_the_page_that_went_is_recorded() -> None:
    article = clean(Document("id", Path("a.txt"), "\n".join((ABOVE, BODY, BELOW))))
    gone = [removal.text for removal in article.removals]
    assert set(BELOW.split("\n")) <= set(gone)
    assert all(removal.reason for removal in article.removals)


def test_an_article_by_itself_is_no_page() -> None:
    assert cleaned(BODY) == BODY.split("\n")


def test_a_list_of_short_lines_is_no_page() -> None:
    names = [f"Boat number {number}, with a crew of {number + 2}" for number in range(30)]
    assert cleaned("\n".join(names)) == names


def test_verse_is_no_page() -> None:
    verses = [f"The boats lie still at quay {number}" for number in range(60)]
    assert cleaned("\n".join(verses)) == verses


def test_a_page_is_known_by_its_labels_where_no_phrase_is() -> None:
    labels = [f"Havn {number}" for number in range(60)]
    page = cleaned("\n\n".join([*labels[:30], *BODY.split("\n"), *labels[30:]]))
    assert set(BODY.split("\n")) - {"What the captains say"} <= set(page)
    assert not set(labels) & set(page)


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=12))
def test_probabilities_are_probabilities_whatever_the_lines(texts: list[str]) -> None:
    probabilities = page_model().article_probability(
        page_features(texts, [0] * len(texts), phrases())
    )
    assert len(probabilities) == len(texts)
    assert all(0 <= one <= 1 for one in probabilities)


def test_the_chain_counts_every_way_through_the_page() -> None:
    # With no weights at all, each of the ways through three lines is equally likely.
    model = PageModel({}, {})
    ways = [
        way
        for way in ("".join((a, b, c)) for a in LABELS for b in LABELS for c in LABELS)
        if way[0] in "OB" and all(way[at : at + 2] in ALLOWED for at in (0, 1))
    ]
    expected = [sum(way[at] in "BI" for way in ways) / len(ways) for at in range(3)]
    found = model.article_probability([{"any": 1.0}] * 3)
    assert [round(one, 9) for one in found] == [round(one, 9) for one in expected]


ALLOWED = {"OO", "OB", "BI", "BX", "BE", "II", "IX", "IE", "XI", "XX", "EA", "AA"}
