"""Tables written with bars."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.reading.reader import reading
from tests.app.reading.specimen import article
from tuireader.annotation.annotation import Annotation
from tuireader.app.rendition.cells import width_of
from tuireader.app.rendition.ink import Role
from tuireader.app.rendition.tables import TableLine, is_table, table_lines
from tuireader.articles.article import BlockKind
from tuireader.library.entry import Loaded

TABLE = (
    "| Year | Ferry | Tonnes | Remark |\n"
    "|------|:------|-------:|--------|\n"
    "| 2019 | Solveig | 1,200 | It sank |\n"
    "| 2021 | 港の船 | 9 | |\n"
)


def _set(text: str, width: int) -> list[TableLine]:
    lines = table_lines(text, width)
    assert lines is not None
    return lines


def test_columns_that_fit_stand_beside_each_other() -> None:
    assert [line.before + line.text for line in _set(TABLE, 40)] == [
        "  Year │ Ferry   │ Tonnes │ Remark",
        "  ─────┼─────────┼────────┼────────",
        "  2019 │ Solveig │  1,200 │ It sank",
        "  2021 │ 港の船  │      9 │",
    ]


def test_columns_that_do_not_fit_become_records() -> None:
    assert [line.before + line.text for line in _set(TABLE, 24)] == [
        "  Year │ Ferry │ Tonnes…",
        "• Year   2019",
        "  Ferry  Solveig",
        "  Tonnes 1,200",
        "  Remark It sank",
        "• Year   2021",
        "  Ferry  港の船",
        "  Tonnes 9",
    ]


def test_cells_of_records_are_broken_into_lines() -> None:
    text = "a|b\n-|-\n1|one two three four five"
    lines = [line.before + line.text for line in _set(text, 14)]
    assert lines == ["  a │ b", "• a 1", "  b one two", "    three four", "    five"]


@pytest.mark.parametrize("text", ["a|b\nc|d", "a\n---\nb", "one line", "", "|\n\n-"])
def test_other_texts_are_no_tables(text: str) -> None:
    assert not is_table(text)
    assert table_lines(text, 40) is None


def test_a_bar_after_a_backslash_is_part_of_a_cell() -> None:
    assert _set("a|b\n-|-\n1\\|2|3", 40)[2].text == "1\\|2 │ 3"


CELL = st.text(st.sampled_from("ab 港é-:,\\"), max_size=12)
ROWS = st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=6)


@given(ROWS, st.integers(12, 60), st.booleans())
def test_every_table_fits_and_knows_its_places(
    rows: list[list[str]], width: int, bars: bool
) -> None:
    around = "| {} |" if bars else "{}|"
    head = around.format(" | ".join(rows[0]))
    text = "\n".join(
        [head, "|" + "---|" * len(rows[0]), *(around.format(" | ".join(row)) for row in rows[1:])]
    )
    lines = _set(text, width)
    assert lines[0].start == 0
    assert all(one.start < other.start for one, other in pairwise(lines))
    for line, end in zip(lines, [*(line.start for line in lines[1:]), len(text)], strict=True):
        assert width_of(line.before + line.text) <= width
        assert len(line.origin) == len(line.text)
        assert all(one <= other for one, other in pairwise(line.origin))
        assert all(0 <= at < end - line.start for at in line.origin)


async def test_a_table_of_an_article_is_shown_as_one_and_found_in() -> None:
    table = TABLE.rstrip()
    blocks = [(BlockKind.PARAGRAPH, "Two ferries are left."), (BlockKind.PREFORMATTED, table)]
    loaded = Loaded(article(blocks), Annotation())
    async with reading(loaded) as (app, pilot):
        shown = "\n".join(app.shown())
        assert "Year │ Ferry   │ Tonnes │ Remark" in shown
        assert "|--" not in shown
        assert app.pane.start_find("sank") == 1
        await pilot.pause()
        x, y = app.place_of("Solveig")
        page = app.view.page
        assert page is not None
        heading = page.layout.table_line(page.layout.line(y - 2))
        assert heading is not None
        assert heading.role is Role.HEADING
        found = app.view.position_under(x, y)
        assert found is not None
        assert loaded.article.text[found:].startswith("Solveig")
