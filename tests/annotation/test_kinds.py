"""Of what kind a name is that is neither somebody's, a body's nor a place's."""

from __future__ import annotations

import pytest

from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.kinds import label_of
from tuireader.annotation.entities.lexicon import lexicon
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import split_words


@pytest.mark.parametrize(
    ("text", "start", "end", "label"),
    [
        ("She read “Salt and Ash” twice.", 3, 6, Label.WORK_OF_ART),
        ('She read "Salt and Ash," he said.', 3, 6, Label.WORK_OF_ART),
        ("She read “Salt and Ash”, then slept.", 3, 6, Label.WORK_OF_ART),
        ('Write to "Holm, Vera" about it.', 3, 4, None),
        ("She wrote a “K” in it.", 4, 5, None),
        ("She read “Salt and Ash, then slept.", 3, 6, None),
    ],
)
def test_a_work_stands_between_quotation_marks(
    text: str, start: int, end: int, label: Label | None
) -> None:
    words = split_words(text, 0, len(text))
    assert label_of(words, Name(start, end, "MISC", 0.9), lexicon()) is label
