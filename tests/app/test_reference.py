"""The docs of commands and settings say what the program does."""

from __future__ import annotations

from tools.reference import DOCS, commands_page, settings_page

_AGAIN = "run: python -m tools.reference"


def test_the_page_of_commands_is_up_to_date() -> None:
    assert (DOCS / "commands.md").read_text("utf-8") == commands_page(), _AGAIN


def test_the_page_of_settings_is_up_to_date() -> None:
    assert (DOCS / "settings.md").read_text("utf-8") == settings_page(), _AGAIN
