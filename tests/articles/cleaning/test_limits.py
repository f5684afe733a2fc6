"""Hostile and huge texts: each of these once took time that grew with the square of its size."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.article import Article, Document
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.noise import judge
from tuireader.articles.cleaning.noise.phrases import phrases
from tuireader.articles.cleaning.reflow import hyphenation, paragraphs_of
from tuireader.articles.cleaning.safety import neutralize

SENTENCE = "The harbour of bay {} will be closed from November on, said the council of Lund."


def cleaned(raw: str) -> Article:
    return clean(Document("id", Path("a.txt"), raw))


@pytest.mark.parametrize(
    "raw",
    [
        "x" * 300_000,
        "." * 300_000,
        "“" * 150_000 + "”" * 150_000,
        "a" + " " * 300_000 + "b",
        "&#" * 150_000,
        "(Photo " * 40_000,
        "\x90" * 300_000,
        "\x1b]" * 150_000,
        "ab-\ncd " * 20_000,
        "Ã©" * 100_000,
        "[+1 chars]" * 10_000,
        "It is “so. " * 20_000,
        "Facebook\n" * 5_000,
        "Jan Doe\n" * 5_000,
        "Read more: it\n" * 5_000,
    ],
    ids=lambda raw: repr(raw[:12]),
)
def test_a_hostile_text_is_cleaned_in_bounded_time(raw: str) -> None:
    article = cleaned(raw)
    assert neutralize(article.text) == article.text


def test_a_very_long_text_keeps_every_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "MOST_LINES", 100)
    lines = [SENTENCE.format(number) for number in range(200)] + ["Advertisement"]
    assert [block.text for block in cleaned("\n".join(lines)).blocks] == lines


def test_lines_broken_for_width_are_joined_and_others_not() -> None:
    wrapped = (
        "The harbour of Lund Bay will be closed from November\n"
        "on, the council decided on Tuesday evening, because\n"
        "the ferries are old and the winter is long. Nobody is\n"
        "happy about it, and least of all the islanders.\n"
    )
    assert len(cleaned(f"{wrapped}\n{wrapped.replace('Lund', 'Sund')}").blocks) == 2
    verses = "The boats lie still\nand wait for spring\nthe boats lie still\nand nothing sings\n"
    assert len(cleaned(verses).blocks) == 4


def test_a_joined_line_maps_back_over_its_break() -> None:
    raw = "".join(f"{SENTENCE.format(number)[:52]}\nand so on it went, as it always had in the\n"
                  for number in range(4))  # fmt: skip
    article = cleaned(raw)
    at = article.text.index("and so on")
    start, end = article.offsets.span_to_raw(at - 1, at + 3)
    assert raw[start:end] == "\nand"


@pytest.mark.parametrize(
    ("text", "known", "joined"),
    [
        ("an ar-\nrangement", "", "an arrangement"),
        ("a long-\nterm plan", "", "a long-term plan"),
        ("the well-\nbeing", "wellbeing", "the wellbeing"),
        ("a tug-\nboat", "tug-boat", "a tug-boat"),
        ("Anglo-\nSaxon", "", "Anglo-Saxon"),
    ],
)
def test_hyphenation(text: str, known: str, joined: str) -> None:
    for edit in reversed(
        list(hyphenation(text, Counter([known]), phrases().words("compound-prefix")))
    ):
        assert not hasattr(edit, "middle")
        text = text[: edit.start] + text[edit.end :]
    assert text == joined


def test_a_blob_is_split_between_sentences_but_never_within_a_quotation() -> None:
    blob = " ".join(SENTENCE.format(number) for number in range(40))
    starts = paragraphs_of(blob)
    assert starts
    assert all(blob[start:].startswith("The harbour") for start in starts)
    assert paragraphs_of(f"“{blob}”")[:1] != starts[:1]


PIECES = st.lists(
    st.sampled_from(
        ["Advertisement", "By Jan Doe", "3 May 2024", "Share", "“Yes, ”he said..", "", "Read more:",
         "(Photo: A B)", "Title of it all", "* * *", "• Jan Doe", "© 2024 X", "It is so. It is.",
         SENTENCE, "Image copyright Getty Images Image caption A boat", "[+12 chars]", "\x1b[2J"]
    )
    | st.text(max_size=40),
    max_size=30,
)  # fmt: skip


@given(PIECES, st.sampled_from(["\n", "\n\n", "\r\n", " ", "\u2028"]))
def test_any_mess_leaves_true_offsets_and_honest_removals(pieces: list[str], mark: str) -> None:
    raw = mark.join(pieces)
    article = cleaned(raw)
    assert neutralize(article.text) == article.text
    for removal in article.removals:
        assert raw[removal.raw_start : removal.raw_end] == removal.text
    last = 0
    for run in article.offsets.runs:
        assert last <= run.start < run.end <= len(article.text)
        assert 0 <= run.raw_start <= run.raw_end <= len(raw)
        last = run.end
    for at, character in enumerate(article.text):
        start, end = article.offsets.span_to_raw(at, at + 1)
        if raw[start:end] == character:
            assert article.offsets.span_from_raw(start, end) == (at, at + 1)


def test_a_line_of_very_many_tags_is_cleaned_in_time() -> None:
    article = cleaned("<p>word</p> " * 60_000)
    assert article.text.count("word") == 60_000
    assert "<" not in article.text
