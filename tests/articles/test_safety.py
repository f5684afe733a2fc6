import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.cleaning.safety import STAND_IN, neutralize, sanitize, sanitize_line

CASES = [
    ("a\x1b[31mred\x1b[0m", "ared"),
    ("set\x1b]52;c;UFdORUQ=\x07clip", "setclip"),
    ("title\x1b]0;PWNED\x1b\\x", "titlex"),
    ("eight\x9b31mbit", "eightbit"),
    ("osc\x9d0;PWNED\x9cx", "oscx"),
    ("bi\u202edi", "bidi"),
    ("cr\r\nlf\rcr\x0bvt\x0cff\u2028ls", "cr\nlf\ncr\nvt\nff\nls"),
    ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
    ("family \N{MAN}\u200d\N{WOMAN}", "family \N{MAN}\u200d\N{WOMAN}"),
    ("unclosed \x1b]0;PWNED\nnext", "unclosed 0;PWNED\nnext"),
    ("tab\tstays", "tab\tstays"),
    ("lone \ud800 surrogate", "lone  surrogate"),
]


@pytest.mark.parametrize(("hostile", "safe"), CASES)
def test_sanitize_takes_out_whole_sequences(hostile: str, safe: str) -> None:
    assert sanitize(hostile) == safe


@given(st.text())
def test_sanitized_text_is_left_alone_by_neutralize(text: str) -> None:
    assert neutralize(sanitize(text)) == sanitize(text)


@given(st.text(st.sampled_from("\x1b[]0;52c\x07\x9b\x9d\x9cm\\ab\n\r\u202e\ud800")))
def test_neutralize_keeps_length_and_harmless_characters(text: str) -> None:
    result = neutralize(text)
    assert len(result) == len(text)
    assert all(new in (old, STAND_IN) for old, new in zip(text, result, strict=True))
    assert not set(result) & set("\x1b\x07\x9b\x9d\x9c\r\u202e\ud800")


def test_sanitize_line_is_one_line() -> None:
    assert sanitize_line("  two\n lines\x1b[2J ") == "two lines"
