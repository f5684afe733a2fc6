from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.app.lookup import LookUpError, look_up_command


@pytest.mark.parametrize(
    ("line", "words", "command"),
    [
        ("dict {}", "ferry", ["dict", "ferry"]),
        ("dict", "toll house", ["dict", "toll house"]),
        ("dict -d 'my words' {}", '"clock,"', ["dict", "-d", "my words", "clock"]),
        ("dict {}", "--version", ["dict", "version"]),
        ("open https://example.org/?q={}", "a & b", ["open", "https://example.org/?q=a%20%26%20b"]),
    ],
)
def test_the_words_are_one_argument(line: str, words: str, command: list[str]) -> None:
    assert look_up_command(line, words) == command


@pytest.mark.parametrize("line", ["", "dict '", "sh -c 'dict {} | head'", "sh -c {}"])
def test_a_line_that_cannot_be_used_is_refused(line: str) -> None:
    with pytest.raises(LookUpError):
        look_up_command(line, "ferry")


@given(st.text())
def test_no_words_become_an_option_or_more_arguments(words: str) -> None:
    try:
        command = look_up_command("dict {}", words)
    except LookUpError:
        return
    assert len(command) == 2
    assert command[1][0].isalnum()
    assert "\n" not in command[1]
