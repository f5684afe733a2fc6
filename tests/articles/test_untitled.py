from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.article import Article
from tuireader.articles.open import open_articles
from tuireader.articles.untitled import name_for, opening_words

TEXT = "Twice a month Pema Sherpa walks for two days with a blue box. It must stay cold."
FIRST = "Twice a month Pema Sherpa walks for two days with a blue box."


@pytest.mark.parametrize("stem", ["04a6711caa7c68", "doc_003", "2019-05-13", "article12", "17", ""])
def test_an_article_whose_file_name_says_nothing_is_called_by_its_first_words(stem: str) -> None:
    assert name_for(stem, TEXT) == FIRST


@pytest.mark.parametrize("stem", ["cold-box-that-walks", "lindqvist", "2019-05-13 harbour", "лед"])
def test_a_file_name_that_says_something_is_kept(stem: str) -> None:
    assert name_for(stem, TEXT) == ""


@pytest.mark.parametrize(
    "dateline",
    [
        "KATHMANDU, Nepal (Hill Wire) – ",
        "LISBON — ",
        "PORT LOUIS (AP) -- ",
    ],
)
def test_a_dateline_is_no_title(dateline: str) -> None:
    assert opening_words(dateline + TEXT) == FIRST


def test_first_words_are_cut_between_words() -> None:
    told = opening_words("The council " + "met and " * 40)
    assert told.endswith(("met and…", "met…"))
    assert len(told) <= 73


def test_first_words_of_a_script_without_spaces_are_cut_too() -> None:
    assert len(opening_words("桥" * 300)) == 73


@given(st.text())
def test_first_words_are_one_short_line(text: str) -> None:
    told = opening_words(text)
    assert len(told) <= 73
    assert "\n" not in told


def test_the_records_of_a_corpus_are_told_apart_by_their_first_words(tmp_path: Path) -> None:
    corpus = tmp_path / "harbour-news.jsonl"
    texts = ["The first ferry left at six.", "The second ferry stayed.", "No third ferry came."]
    corpus.write_text("".join(json.dumps({"text": f"{text} More."}) + "\n" for text in texts))
    titles = [found.title for found in open_articles(corpus) if isinstance(found, Article)]
    assert titles == texts


def test_a_headline_goes_before_all_else(tmp_path: Path) -> None:
    article = tmp_path / "17.txt"
    article.write_text(f"A Box That Walks\n\n{TEXT}\n")
    (found,) = open_articles(article)
    assert isinstance(found, Article)
    assert found.title == "A Box That Walks"
