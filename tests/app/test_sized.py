"""Widgets that lay out their own lines hear of each new size."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from tuireader.app.widgets.sized import Sized


class Lines(Sized):
    """Remembers the sizes it was laid out for."""

    DEFAULT_CSS = "Lines { height: 1fr; }"
    deaf = False

    def __init__(self) -> None:
        super().__init__()
        self.fitted: list[Size] = []

    def fit(self) -> None:
        self.fitted.append(self.size)

    def post_message(self, message: Message) -> bool:
        return not (self.deaf and isinstance(message, events.Resize)) and super().post_message(
            message
        )


class Page(App[None]):
    """Lines over a bar that is hidden at first."""

    def compose(self) -> ComposeResult:
        yield Lines()
        bar = Static("bar")
        bar.display = False
        yield bar


async def test_a_new_size_is_noticed_though_textual_forgets_to_tell() -> None:
    app = Page()
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(Lines)
        lines.deaf = True
        app.query_one(Static).display = True
        await pilot.pause()
        assert lines.fitted == [Size(40, 10), Size(40, 9)]


async def test_lines_are_laid_out_once_for_each_size() -> None:
    app = Page()
    async with app.run_test(size=(40, 10)) as pilot:
        app.query_one(Lines).refresh(layout=True)
        await pilot.pause()
        app.query_one(Static).display = True
        await pilot.pause()
        assert app.query_one(Lines).fitted == [Size(40, 10), Size(40, 9)]
