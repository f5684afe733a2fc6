"""Phrases of the reader's own: read from files like ours, used like ours, and named as theirs."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from tuireader.articles.article import Article, Document
from tuireader.articles.broken_list import BrokenListError
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.noise.phrases import tables
from tuireader.articles.cleaning.noise.read_phrases import KINDS, read_own_phrases
from tuireader.articles.cleaning.noise.rules import NOISE
from tuireader.articles.cleaning.own_phrases import OwnPhrases, digest
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.open import open_articles

BODY = [
    "The harbour of Lund Bay will be closed from November on, the council decided on Tuesday.",
    "For twelve years the ferries had sailed through every winter, storms and ice included.",
    "“Nobody wanted this,” the harbour master said, and then he looked at the water for a while.",
    "A comment for the Eastern Post called the decision late, and the winter early, as ever.",
]
BELL = "Slå på varsler fra Lund Bay"
OURS = read_own_phrases("no", '[subscription]\nstarts = ["Slå på varsler"]\n')


def cleaned(*lines: str, own: OwnPhrases = OURS) -> Article:
    return clean(Document("id", Path("a.txt"), "\n\n".join(lines)), own_phrases=(own,))


def test_a_line_with_an_own_phrase_goes_and_the_reason_names_the_file() -> None:
    assert BELL in cleaned(BODY[0], BELL, *BODY[1:], own=OwnPhrases("no")).text
    article = cleaned(BODY[0], BELL, *BODY[1:])
    assert [block.text for block in article.blocks] == BODY
    (removal,) = article.removals
    assert (removal.rule, removal.text, removal.confidence) == ("subscription", BELL, 0.85)
    assert "no.toml, [subscription]" in removal.reason


def test_what_goes_by_our_own_phrases_is_not_said_to_go_by_theirs() -> None:
    article = cleaned(BODY[0], "Sign up for our newsletter", *BODY[1:])
    assert [removal.rule for removal in article.removals] == ["subscription"]
    assert "own phrases" not in article.removals[0].reason


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("a.md", f"# Lund Bay\n\n{BODY[0]}\n\n{BELL}\n\n{BODY[1]}\n"),
        (
            "a.html",
            "<html><head><title>Lund Bay</title></head><body><article><h1>Lund Bay</h1>"
            + "".join(f"<p>{text}</p>" for text in (BODY[0], BODY[1], BELL, BODY[2], BODY[3]))
            + "</article></body></html>",
        ),
    ],
)
def test_they_hold_for_formats_that_mark_up_their_blocks(
    tmp_path: Path, name: str, page: str
) -> None:
    path = tmp_path / name
    path.write_text(page, encoding="utf-8")
    (without,) = open_articles(path)
    assert isinstance(without, Article)
    assert BELL in without.text
    (article,) = open_articles(path, ReadOptions(phrases=(OURS,)))
    assert isinstance(article, Article)
    assert BODY[0] in article.text
    assert BELL not in article.text
    assert any(BELL in removal.text for removal in article.removals if removal.applied)


def test_they_do_not_take_a_spoken_quote_or_much_of_the_text_by_themselves() -> None:
    greedy = read_own_phrases("en", '[related]\nstarts = ["the harbour"]\ncontains = ["ferries"]')
    texts = [
        "The harbour master said: “We are not going to close before the ice is here.”",
        "The harbour is old.",
        "The ferries are older.",
    ]
    article = cleaned(*texts, own=greedy)
    assert [block.text for block in article.blocks] == texts
    assert {removal.applied for removal in article.removals} == {False}


def test_a_phrase_of_ours_can_be_taken_out() -> None:
    line = "Find out more about the fish of the bay"
    assert line not in cleaned(*BODY, line).text
    kept = read_own_phrases("en", '[related]\nwithout = ["Find out more"]\n')
    assert line in cleaned(*BODY, line, own=kept).text
    assert "Read more" not in cleaned(*BODY, "Read more", own=kept).text


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('\n[subscripton]\nstarts = ["Join us"]', 2, 'did you mean "subscription"'),
        ('[zzz]\nstarts = ["Join us"]', 1, "there are related, subscription"),
        ('[legal]\n\nstart = ["Join us"]', 3, 'did you mean "starts"'),
        ('[spam]\nwhole = ["Join us"]', 2, "there are contains, without"),
        ('subscription = ["Join us"]', 1, "[subscription]"),
        ('[legal]\nstarts = "Join us"', 2, "list of texts"),
        ('[legal]\nstarts = ["Join us", 3]', 2, "list of texts"),
        ('[legal]\nwhole = [\n  "Join us",\n  "",\n]', 2, "no letters"),
        ('[legal]\nwhole = ["Join us",\n"–"]', 3, "no letters"),
        ('[legal]\nstarts = ["We"]', 2, "too many lines"),
        ('[legal]\ncontains = ["Join us",\n"and of the"]', 3, "too many lines"),
        ('[legal]\nwhole = ["x"]', 2, "too many lines"),
        (f'[legal]\nstarts = ["{"very " * 30}"]', 2, "too long"),
        ('[share]\nwords = ["Join us"]', 2, "single words"),
        ('[related]\nwithout = ["find out mor"]', 2, 'did you mean "find out more"'),
        ('[related]\nwithout = ["harbour"]', 2, "to take out"),
        ('[legal\nstarts = ["Join us"]', 1, "not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(BrokenListError) as raised:
        read_own_phrases("en", text)
    assert message in str(raised.value)
    assert raised.value.line == line


@pytest.mark.parametrize(
    "text",
    ['[legal]\nstarts = ["広告"]', '[legal]\nstarts = ["TV:"]', '[byline]\nstarts = ["av "]'],
)
def test_short_phrases_that_show_noise_are_taken(text: str) -> None:
    assert read_own_phrases("xx", text).lists


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "nl", "pt", "ru"])
def test_our_own_files_have_the_form_that_theirs_must_have(language: str) -> None:
    path = files("tuireader.articles.cleaning") / "phrases" / f"{language}.toml"
    for kind, lists in tomllib.loads(path.read_text("utf-8")).items():
        assert set(lists) <= set(KINDS[kind])


def test_every_kind_of_ours_may_be_added_to_and_every_rule_goes_by_one_of_them() -> None:
    assert {kind for table in tables() for kind in table} == set(KINDS)
    assert {rule.kind for rule in NOISE if rule.kind} <= set(KINDS)


def test_the_digest_is_of_what_is_said_and_not_of_how() -> None:
    written = '[legal]\nstarts = ["Join us", "Buy us"]\n[share]\nwords = ["fjes"]\n'
    again = '# mine\n[share]\nwords = ["fjes"]\n[legal]\nstarts = ["Buy us",\n  "Join us"]\n'
    first = digest([read_own_phrases("no", written)])
    assert first == digest([read_own_phrases("no", again)])
    others = [
        digest([read_own_phrases(language, text)])
        for language, text in (
            ("no", written.replace("fjes", "bok")),
            ("no", written.replace("starts", "whole")),
            ("da", written),
            ("no", '[related]\nwithout = ["read more"]\n'),
        )
    ]
    assert len({first, "", *others}) == 6
    assert digest([]) == ""
