from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.article import Document
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.repairs.rule import RepairRule
from tuireader.articles.cleaning.repairs.rules import REPAIRS
from tuireader.articles.cleaning.safety import neutralize


def cleaned(raw: str) -> str:
    return clean(Document("id", Path("a.txt"), raw)).text


@pytest.mark.parametrize("rule", [rule for rule in REPAIRS if not rule.quiet], ids=lambda r: r.name)
def test_every_rule_mends_its_own_example_and_records_it(rule: RepairRule) -> None:
    damaged, mended = rule.example
    article = clean(Document("id", Path("a.txt"), damaged))
    assert article.text == mended
    assert {repair.rule for repair in article.repairs} == {rule.name}


MENDED = [
    ("“We will sail, ”the harbour master said..", "“We will sail,” the harbour master said."),
    ("She spoke of “courage, “grit”, and luck “.", "She spoke of “courage, “grit”, and luck”."),
    ("“They should come home now. “.", "“They should come home now.”"),
    ("&amp;#8220;Yes&amp;#8221;", "“Yes”"),
    ("caf&eacute; &# 38; bar", "café & bar"),
    ("It was Ã©lan, donâ\x80\x99t you think", "It was élan, don’t you think"),
    ("\x93Fine\x94 he wrote\x85", "“Fine” he wrote…"),
    ("a\u00a0b\tc   d", "a b c d"),
    ("a\x1b[31mred\x1b[0m &#27;[2J", "ared [2J"),
    ("The end of the U.S..", "The end of the U.S."),
    (",,Wir bleiben“, sagte sie, ,,und zwar hier.“", "„Wir bleiben“, sagte sie, „und zwar hier.“"),
    (",,Wij blijven”, zei ze.", "„Wij blijven”, zei ze."),
    (',,Wir bleiben", sagte sie.', '„Wir bleiben", sagte sie.'),
    ("Nobody came.. The hall stayed dark.", "Nobody came. The hall stayed dark."),
]


@pytest.mark.parametrize(("damaged", "mended"), MENDED)
def test_mended(damaged: str, mended: str) -> None:
    assert cleaned(damaged) == mended


LEFT_ALONE = [
    "He waited... and waited.",
    "Well.. maybe",
    "„Wir bleiben“, sagte sie.",
    "“First paragraph of a long speech that is not closed here.",
    "”Vi stannar”, sade hon.",
    "one,,two and “three”",
    "first, ,,second and third",
    'name,,town,"street"',
    "“This is quoted” and ,,this is not.",
    "Look in ../notes for it.",
    "It costs .5 dollars at 10 .30",
    "Yuri rogulev wrote teh note",
    "AT&T and R&D;",
    "São Paulo, Ångström, naïve façade",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert cleaned(text) == text


def test_two_kinds_of_mojibake_in_one_line_double_nothing() -> None:
    assert cleaned("He said.Â“Yes.” It rainedÂ") == "He said.“Yes.” It rained"


MESS = st.text(
    st.sampled_from("“”\"'., ;&#8217x\x1b[]\x9d\x93\n\r\u200b\u00a0aÃ©Z…«„") | st.characters()
)


@given(MESS)
def test_nothing_dangerous_is_left_and_every_offset_is_in_range(raw: str) -> None:
    article = clean(Document("id", Path("a.txt"), raw))
    assert neutralize(article.text) == article.text
    assert article.text == "\n\n".join(block.text for block in article.blocks)
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
        start, end = article.offsets.span_to_raw(block.start, block.end)
        assert 0 <= start <= end <= len(raw)


@given(MESS)
def test_what_was_not_changed_maps_to_itself_both_ways(raw: str) -> None:
    article = clean(Document("id", Path("a.txt"), raw))
    for run in article.offsets.runs:
        if run.one_to_one and article.text[run.start : run.end] == raw[run.raw_start : run.raw_end]:
            for step in range(run.end - run.start):
                assert article.offsets.to_raw(run.start + step) == run.raw_start + step
                assert article.offsets.from_raw(run.raw_start + step) == run.start + step
