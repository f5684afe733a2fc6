"""Texts of millions of characters, lines or both: shown at once, and never in the way of a key."""

from __future__ import annotations

import asyncio
import sys
from functools import partial
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.reading.reader import reading
from tests.app.reading.specimen import article, harbour, lengthy
from tuireader.annotation.annotation import Annotation
from tuireader.app.rendition import stretches
from tuireader.app.rendition.layout import Layout, LineKind
from tuireader.app.rendition.passages import Passage, Passages
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.raw_sheet import RawSheet
from tuireader.app.rendition.sheet import CleanSheet, Sheet
from tuireader.app.rendition.stretches import LONG_TEXT, LONGEST, lines_of, stretches_of
from tuireader.app.widgets.reading_pane import ReadingPane
from tuireader.articles.article import BlockKind
from tuireader.library.entry import Loaded

TEXT = st.lists(st.sampled_from([*"abc  \n\n", "漢", "\x1b"]), min_size=1, max_size=80).map("".join)


def text_lines(sheet: Sheet, width: int) -> list[str]:
    layout = Layout(sheet, width)
    layout.settle()
    lines = (layout.line(number) for number in range(layout.height))
    return [sheet.shown(line.start, line.end) for line in lines if line.kind is LineKind.TEXT]


@given(TEXT)
def test_stretches_hold_every_character_once_and_none_is_too_long(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "LONG_TEXT", 40)
        patch.setattr(stretches, "TOGETHER", 15)
        patch.setattr(stretches, "LONGEST", 25)
        found = stretches_of(text, 0, len(text))
    assert "".join(text[a:b] for a, b in found) == text
    assert all(before == after for (_, before), (after, _) in pairwise(found))
    assert all(end - start <= 25 for start, end in found)


@given(TEXT, st.integers(5, 30))
def test_lines_taken_together_are_shown_as_each_by_itself(text: str, width: int) -> None:
    made = article([(BlockKind.PARAGRAPH, text)])
    alone = text_lines(RawSheet(made), width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "LONG_TEXT", 0)
        patch.setattr(stretches, "TOGETHER", 15)
        assert text_lines(RawSheet(made), width) == alone
        assert text_lines(CleanSheet(made), width) == alone


def test_a_text_of_very_many_lines_has_few_passages() -> None:
    text = "A line of a log.\n" * 100_000
    found = stretches_of(text, 0, len(text))
    assert len(text) > LONG_TEXT
    assert len(found) < 1000
    assert all(text[end - 1] == "\n" for _, end in found)


def test_a_very_long_line_is_cut_between_words() -> None:
    text = "words " * 10_000 + "x" * 50_000
    found = stretches_of(text, 0, len(text))
    assert all(end - start <= LONGEST for start, end in found)
    assert all(text[end - 1] == " " for _, end in found if end <= 60_000)


def test_lines_of_a_text_of_usual_length_are_passages_of_their_own() -> None:
    text = "One.\n\nTwo.\n" * 50
    assert stretches_of(text, 0, len(text)) == lines_of(text, 0, len(text))
    assert len(stretches_of(text, 0, len(text))) == 150


async def test_keys_are_answered_while_a_long_text_is_laid_out() -> None:
    words = "the minister of transport said that the bridge would be built " * 20
    made = article([(BlockKind.PARAGRAPH, words)] * 2000)
    async with reading(Loaded(made, Annotation())) as (app, pilot):
        app.pane.show(Prepared(Loaded(made, Annotation())))
        await asyncio.sleep(0)
        page = app.view.page
        assert page is not None
        turns = 0
        while not page.layout.settled:
            await asyncio.sleep(0)
            turns += 1
        assert turns > 50  # as many as there are slices; one where the slices leave no time
        await pilot.pause()
        app.pane.go_bottom()
        assert app.pane.progress == 1


async def test_showing_raw_text_or_another_width_takes_no_more_steps_for_a_long_article() -> None:
    short = await _calls(Prepared(lengthy(8_000)))
    long = await _calls(Prepared(lengthy(80_000)))
    assert all(taken > 100 for taken in short)
    assert all(b < a * 1.5 for a, b in zip(short, long, strict=True)), (short, long)


async def _calls(prepared: Prepared) -> list[int]:
    """Return how many functions are called to show an article, its raw text, another width."""
    pane: ReadingPane
    taken = [0]

    def count(frame: FrameType, event: str, arg: object) -> None:
        taken[-1] += event == "call"

    async with reading(harbour()) as (app, pilot):
        pane = app.pane
        for step in (partial(pane.show, prepared), pane.toggle_raw, partial(pane.set_width, 50)):
            sys.setprofile(count)
            step()
            sys.setprofile(None)
            taken.append(0)
            await pilot.pause()
    return taken[:-1]


@given(TEXT, st.integers(1, 30))
def test_the_likely_height_of_a_passage_allows_for_its_length_and_its_lines(
    text: str, width: int
) -> None:
    passages = Passages(text, [Passage(0, len(text), gap=2)])
    breaks = text[:-1].count("\n")
    assert passages.likely_heights(width) == [3 + max(len(text) * 26 // (25 * width), breaks)]
    assert passages.starts == [0]
