"""Why an article was found, and the way through everything that was."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.app.conftest import Start, app_of, settle
from tests.app.library import TITLES


def _painted(pilot: Pilot[int]) -> list[str]:
    articles = app_of(pilot).main.articles
    return [articles.render_line(y).text.rstrip() for y in range(9)]


async def _search(pilot: Pilot[int], words: str) -> None:
    await pilot.press("f", *words, "enter")
    await settle(pilot)


async def test_the_sentence_that_was_found_stands_under_the_title(start: Start) -> None:
    async with start(size=(120, 30)) as pilot:
        await _search(pilot, "elmhaven")
        lines = _painted(pilot)
        assert TITLES[0] in lines[0]
        assert "Elmhaven" in lines[2]
        assert TITLES[2] in lines[3]
        assert "Elmhaven" in lines[5]
        (hit,) = [
            segment
            for segment in app_of(pilot).main.articles.render_line(2)
            if segment.text == "Elmhaven"
        ]
        assert hit.style is not None
        assert hit.style.underline
        await pilot.press("escape")
        await settle(pilot)
        assert TITLES[1] in _painted(pilot)[3]


async def test_enter_opens_at_the_hit_and_n_goes_on_into_the_next_article(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await _search(pilot, "elmhaven")
        await pilot.press("enter")
        await settle(pilot)
        assert app.main.pane.status.text.startswith("elmhaven 1 of 2")
        await pilot.press("n")
        assert app.main.pane.status.text.startswith("elmhaven 2 of 2")
        assert app.main.pane.position > 1000
        await pilot.press("n")
        await settle(pilot)
        assert app.session.entry is not None
        assert app.session.entry.title == TITLES[2]
        assert app.main.articles.cursor == 1
        assert app.main.pane.status.text.startswith("elmhaven 1 of 1")
        await pilot.press("N")
        await settle(pilot)
        assert app.session.entry.title == TITLES[0]
        assert app.main.pane.status.text.startswith("elmhaven 2 of 2")
        await pilot.press("N", "N")
        await settle(pilot)
        assert "first place found" in app.main.footer.news


async def test_a_find_in_the_article_still_goes_round(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await _search(pilot, "elmhaven")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("/", *"toll house", "enter", "n", "n")
        await settle(pilot)
        assert app.session.entry is not None
        assert app.session.entry.title == TITLES[0]
