"""Names, titles and reasons that try to drive the terminal or pass for markup."""

from __future__ import annotations

import re
from pathlib import Path

from tests.app.conftest import Start, app_of, settle
from tests.app.library import make_article
from tests.hostile import MARKUP, SEQUENCES
from tuireader.app.app import ReaderApp
from tuireader.app.tell import tell
from tuireader.articles.article import Metadata, Unreadable

POISON = "".join(SEQUENCES)
DANGEROUS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
ITEMS = (
    make_article(
        f"a{POISON}.txt",
        Metadata(f"Title {POISON} end", byline=POISON, source=f"{POISON}Post", published=POISON),
        [f"A paragraph {POISON} and its end.", MARKUP],
    ),
    make_article("b.txt", Metadata(f"{MARKUP}", source="[red]Post[/red]"), [MARKUP]),
    Unreadable(Path(f"/nowhere/c{POISON}.txt"), f"Broken {POISON} [b]file[/b].", f"Try {POISON}."),
)


def _painted(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def test_nothing_hostile_is_painted(start: Start) -> None:
    async with start(items=ITEMS, size=(140, 40)) as pilot:
        app = app_of(pilot)
        for keys in (["enter"], ["v"], ["escape"], ["j"], ["j", "enter"], ["r", "b"]):
            await pilot.press(*keys)
            await settle(pilot)
            painted = _painted(app)
            assert not DANGEROUS.search(painted.replace("\n", "")), keys
        assert "Broken" in painted


async def test_markup_is_shown_as_it_stands(start: Start) -> None:
    async with start(items=ITEMS, size=(200, 40)) as pilot:
        app = app_of(pilot)
        await pilot.press("G", "k", "enter")
        await settle(pilot)
        painted = _painted(app)
        assert "[sic] [/] [bold]no[/bold]" in painted
        assert "[red]Post[/red]" in painted


async def test_a_notification_is_data(start: Start) -> None:
    async with start(size=(140, 40)) as pilot:
        app = app_of(pilot)
        tell(app, f"Cannot open {POISON}\n[@click=app.quit]this[/] [/]", "error", "[b]Title[/b]")
        await settle(pilot)
        painted = _painted(app)
        assert "[@click=app.quit]this[/]" in painted
        assert "[b]Title[/b]" in painted
        assert not DANGEROUS.search(painted.replace("\n", ""))
