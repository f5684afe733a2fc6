"""The reader in another language."""

from __future__ import annotations

from textual.widgets import Static

from tests.app.conftest import Start, app_of, settle
from tuireader.app.screens.help import HelpScreen, help_content
from tuireader.language import choose


async def test_the_footer_the_list_and_the_text_speak_the_language_chosen(start: Start) -> None:
    choose("de")
    async with start(size=(120, 40)) as pilot:
        app = app_of(pilot)
        assert str(app.main.articles.border_title).startswith("Artikel 6 · neueste zuerst")
        assert [hint.word for hint in app.main.footer.pinned] == ["Hilfe", "Beenden"]
        await pilot.press("enter", "]")
        await settle(pilot)
        assert "sicher" in app.main.pane.status.render_line(0).text
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("g", "[")
        await settle(pilot)
        assert app.main.footer.news == "Davor ist kein Zitat."


async def test_the_help_and_the_palette_speak_the_language_chosen(start: Start) -> None:
    choose("de")
    async with start(size=(120, 40)) as pilot:
        app = app_of(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        told = help_content(app.commands, app.keys.keymap, app.panes.context, "zitat nächsten")
        assert "Zum nächsten Zitat." in told.plain
        assert "Go to" not in told.plain


async def test_commands_keep_their_names_in_every_language(start: Start) -> None:
    choose("de")
    async with start(size=(120, 40)) as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        assert app.keys.run_line("next-quote")
        assert app.main.pane.current_quote() is not None


async def test_what_a_filter_can_go_on_with_is_told_in_the_language_chosen(start: Start) -> None:
    choose("de")
    async with start(size=(80, 24)) as pilot:
        app = app_of(pilot)
        for keys, told in (
            ("f", ""),
            ("spe", "jemand, den er zitiert"),
            ("aker:", "Auf „speaker:“ muss etwas folgen"),
        ):
            await pilot.press(*keys)
            await settle(pilot)
            shown = str(app.main.filter_bar.query_one("#filter-help", Static).content)
            assert told in shown
