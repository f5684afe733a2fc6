from __future__ import annotations

from textual.widgets import Static

from tests.app.conftest import Start, app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.screens.output import OutputScreen
from tuireader.config import Settings


def _output(app: ReaderApp) -> str:
    assert isinstance(app.screen, OutputScreen)
    return str(app.screen.query_one("#output-text", Static).content)


async def test_the_article_is_given_to_a_command(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("!", *"head -n 1", "enter")
        await settle(pilot)
        assert _output(app) == "The bridge that hums"
        await pilot.press("escape")
        assert not isinstance(app.screen, OutputScreen)


async def test_the_quotes_are_given_with_their_speakers(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("$", *"cat", "enter")
        await settle(pilot)
        assert _output(app_of(pilot)).splitlines() == [
            'Mara Lindqvist: "We heard it before we saw it,"',
            'Mara Lindqvist: "It is only the wind,"',
        ]


async def test_what_a_command_writes_neither_drives_the_terminal_nor_is_markup(
    start: Start,
) -> None:
    async with start() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        app = app_of(pilot)
        app.keys.run_line(r"pipe printf '\033[31m[red]x[/]\033]0;title\007'; exit 3")
        await settle(pilot)
        assert _output(app) == "[red]x[/]\n\nThe command failed: exit status 3."


async def test_closing_the_output_ends_the_command(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        app = app_of(pilot)
        app.keys.run_line("pipe sleep 1000")
        await pilot.pause()
        assert _output(app) == "Running …"
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, OutputScreen)


async def test_the_name_under_the_cursor_is_looked_up(start: Start) -> None:
    settings = Settings(values={("reading", "lookup"): "echo found {}"})
    async with start(settings=settings) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("}", "e")
        await settle(pilot)
        assert _output(app_of(pilot)) == "found Elmhaven"


async def test_a_look_up_by_no_program_says_so(start: Start) -> None:
    settings = Settings(values={("reading", "lookup"): "no-such-program-anywhere {}"})
    async with start(settings=settings) as pilot:
        app = app_of(pilot)
        await pilot.press("e", *"ferry", "enter")
        await settle(pilot)
        (told,) = (each.message for each in app._notifications)
        assert told.startswith('There is no program "no-such-program-anywhere".')
        assert '"lookup" under "reading"' in told
