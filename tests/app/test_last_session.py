from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.conftest import Start, app_of, settle
from tests.app.library import TITLES
from tuireader.app.last_session import LastSession, load_session, save_session


async def test_the_article_last_read_is_under_the_cursor_again(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("j", "j", "enter")
        await settle(pilot)
        await pilot.press(*":sort newest", "enter", "q")
        await settle(pilot)
    async with start() as pilot:
        app = app_of(pilot)
        assert app.main.articles.current is not None
        assert app.main.articles.current.title == TITLES[2]
        assert app.session.loaded is not None
        assert app.session.loaded.article.title == TITLES[2]
        await pilot.press(":", "up")
        assert app.main.command_line.line == "sort newest"


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    session = LastSession(("/a/b.txt", 2), ("sort title", "5"))
    save_session(tmp_path / "x" / "last.json", session)
    assert load_session(tmp_path / "x" / "last.json") == session


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"article": 5, "commands": []}', '{"article": ["a"], "commands": 1}'],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "last.json").write_text(text)
    assert load_session(tmp_path / "last.json") == LastSession()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.lists(st.text()))
def test_whatever_the_names_it_can_be_kept(tmp_path: Path, name: str, lines: list[str]) -> None:
    save_session(tmp_path / "last.json", LastSession((name, 0), tuple(lines)))
    assert load_session(tmp_path / "last.json").article == (name, 0)


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    save_session(tmp_path / "file" / "last.json", LastSession())
