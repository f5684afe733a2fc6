"""How the pane looks; `pytest --snapshot-update` takes the pictures anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.app.reading.reader import Reader
from tests.app.reading.specimen import harbour
from tuireader.app.rendition.prepared import Prepared

Compare = Callable[..., bool]
Step = Callable[[Reader], object]
SMALL, LARGE = (80, 24), (120, 40)


def before(*steps: Step, theme: str = "textual-dark") -> Callable[[Pilot[None]], object]:
    """Return what to do before the picture is taken."""

    async def run(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, Reader)
        app.theme = theme
        app.pane.show(Prepared(harbour()))
        await pilot.pause()
        for step in steps:
            step(app)
            await pilot.pause()

    return run


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_an_article(snap_compare: Compare, size: tuple[int, int]) -> None:
    steps = before(lambda app: app.pane.next_quote(2))
    assert snap_compare(Reader(), terminal_size=size, run_before=steps)


def test_an_article_on_a_light_background(snap_compare: Compare) -> None:
    steps = before(lambda app: app.pane.start_find("cat"), theme="textual-light")
    assert snap_compare(Reader(), terminal_size=LARGE, run_before=steps)


@pytest.mark.parametrize("ansi", [False, True], ids=["greys", "none"])
def test_an_article_without_colour(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, ansi: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    steps = before(lambda app: app.pane.next_entity(3), lambda app: app.pane.start_find("boat"))
    app = Reader(ansi_color=ansi)
    assert snap_compare(app, terminal_size=LARGE, run_before=steps)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_raw_text(snap_compare: Compare, size: tuple[int, int]) -> None:
    steps = before(lambda app: app.pane.toggle_raw(), lambda app: app.pane.go_top())
    assert snap_compare(Reader(), terminal_size=size, run_before=steps)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_people_beside_it(snap_compare: Compare, size: tuple[int, int]) -> None:
    steps = before(lambda app: app.pane.toggle_people())
    assert snap_compare(Reader(), terminal_size=size, run_before=steps)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_legend(snap_compare: Compare, size: tuple[int, int]) -> None:
    steps = before(lambda app: app.pane.toggle_legend())
    assert snap_compare(Reader(), terminal_size=size, run_before=steps)


def test_a_message(snap_compare: Compare) -> None:
    steps = before(
        lambda app: app.pane.show_message("Cannot be read", "It is a picture.\nOpen it.")
    )
    assert snap_compare(Reader(), terminal_size=SMALL, run_before=steps)
