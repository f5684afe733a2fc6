from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.article import Article, Document
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.decision import Decision
from tuireader.articles.open import open_articles

RAW = """\
The harbour of Lund Bay will be closed from November on, the council decided on Tuesday.

Read more: All about the ice

For twelve years the ferries had sailed through every winter, storms and ice included.

Similar articles
"""
LINK = "Read more: All about the ice"


def cleaned(*decisions: Decision) -> Article:
    return clean(Document("id", Path("a.txt"), RAW), decisions)


def span(text: str) -> tuple[int, int]:
    return RAW.index(text), RAW.index(text) + len(text)


def test_what_the_reader_kept_stays_and_is_still_proposed() -> None:
    assert LINK not in cleaned().text
    article = cleaned(Decision(True, *span(LINK)))
    assert LINK in article.text
    assert [(one.rule, one.applied) for one in article.removals] == [
        ("related-links", False),
        ("related-links", True),
    ]


def test_what_the_reader_took_out_goes_with_its_own_rule() -> None:
    article = cleaned(Decision(False, *span(RAW.split("\n")[4])))
    assert "twelve years" not in article.text
    assert "by-reader" in {one.rule for one in article.removals}


def test_a_part_of_a_paragraph_can_be_taken_out() -> None:
    article = cleaned(Decision(False, *span(", storms and ice included")))
    assert article.blocks[1].text == (
        "For twelve years the ferries had sailed through every winter."
    )
    (removal,) = [one for one in article.removals if one.rule == "by-reader"]
    assert removal.text == ", storms and ice included"


def test_a_decision_about_a_line_holds_wherever_it_stands() -> None:
    assert "Similar articles" in cleaned(Decision(True, line="SIMILAR ARTICLES!")).text
    assert "twelve" not in cleaned(Decision(False, line=RAW.split("\n")[4])).text


def test_a_decision_about_a_rule_keeps_all_it_would_take() -> None:
    article = cleaned(Decision(True, rule="related-links"))
    assert LINK in article.text
    assert "Similar articles" in article.text


def test_the_last_decision_counts() -> None:
    assert LINK in cleaned(Decision(False, *span(LINK)), Decision(True, *span(LINK))).text


def test_decisions_reach_an_opened_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RAW)
    (article,) = open_articles(path, decide=lambda _: [Decision(True, *span(LINK))])
    assert isinstance(article, Article)
    assert LINK in article.text


@given(st.lists(st.builds(Decision, st.booleans(), st.integers(0, 300), st.integers(0, 300))))
def test_any_decisions_leave_true_offsets(decisions: list[Decision]) -> None:
    article = cleaned(*decisions)
    for run in article.offsets.runs:
        if run.one_to_one:
            assert article.text[run.start : run.end] == RAW[run.raw_start : run.raw_end]
    for removal in article.removals:
        assert removal.text == RAW[removal.raw_start : removal.raw_end]
