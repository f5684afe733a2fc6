from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.article import Document
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.explain import changes, unified_diff
from tuireader.articles.cleaning.safety import neutralize

RAW = """\
The harbour of Lund Bay will be closed from November on, the council decided..

Read more: All about\x1b[2J the ice

For twelve years the ferries had sailed through every winter, storms and ice included.
Similar articles
"""


def test_every_change_names_its_line_rule_and_reason() -> None:
    article = clean(Document("id", Path("a.txt"), RAW))
    found = changes(article)
    assert [(one.line, one.action, one.rule) for one in found] == [
        (1, "repaired", "doubled-stop"),
        (3, "removed", "related-links"),
        (6, "removed", "related-links"),
    ]
    assert found[0].before.endswith("decided..")
    assert found[0].after.endswith("decided.")
    assert found[1].before == "Read more: All about the ice"
    assert all(one.reason for one in found)


def test_the_diff_shows_both_sides() -> None:
    article = clean(Document("id", Path("a.txt"), RAW))
    assert list(unified_diff(article, name="a.txt")) == [
        "--- a.txt (raw)",
        "+++ a.txt (clean)",
        "@@ -1,4 +1,2 @@",
        "-The harbour of Lund Bay will be closed from November on, the council decided..",
        "+The harbour of Lund Bay will be closed from November on, the council decided.",
        "-Read more: All about\N{REPLACEMENT CHARACTER}[2J the ice",
        " For twelve years the ferries had sailed through every winter, storms and ice included.",
        "-Similar articles",
    ]


def test_an_untouched_text_has_no_diff() -> None:
    article = clean(Document("id", Path("a.txt"), "It rained all day, and nobody minded it."))
    assert changes(article) == []
    assert len(list(unified_diff(article))) == 2


LINES = st.lists(
    st.sampled_from(
        ["Advertisement", "It rained..", "Read more", "", "It was a long day, he said."]
    )
    | st.text(max_size=30),
    max_size=12,
).map("\n".join)


@given(LINES)
def test_the_new_side_of_a_diff_is_the_clean_text_and_the_old_one_the_raw(raw: str) -> None:
    article = clean(Document("id", Path("a.txt"), raw))
    lines = list(unified_diff(article))[2:]
    assert all(neutralize(line) == line for line in lines)
    if not lines:
        return
    new = [line[1:].strip() for line in lines if line[0] in " +"]
    assert all(text in article.text for text in new)
    for removal in article.removals:
        if removal.applied:
            first = neutralize(removal.text.strip()).split("\n")[0]
            assert any(first in line for line in lines if line[0] == "-")
    changes(article)
