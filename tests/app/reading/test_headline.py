"""The headline stands in the pane's heading, not a second time above the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.app.rendition.sheet import CleanSheet
from tuireader.articles.article import Article
from tuireader.articles.open import open_articles

BODY = "Nobody in Oslo knows why the bridge sings, but all of them have heard it do so."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"# The Bridge\n\n{BODY}\n", [BODY]),
        (f"---\ntitle: The bridge\n---\n\n# The Bridge\n\n{BODY}\n", [BODY]),
        (f"---\ntitle: Another\n---\n\n# The Bridge\n\n{BODY}\n", ["The Bridge", BODY]),
        ("# The Bridge\n", ["The Bridge"]),
    ],
)
def test_the_headline_is_not_shown_twice(text: str, shown: list[str], tmp_path: Path) -> None:
    path = tmp_path / "bridge.md"
    path.write_text(text, encoding="utf-8")
    (article,) = open_articles(path)
    assert isinstance(article, Article)
    sheet = CleanSheet(article)
    assert [sheet.shown(each.start, each.end) for each in sheet.passages] == shown
