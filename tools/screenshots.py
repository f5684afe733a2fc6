"""Make the pictures of the README and the docs from the running program.

Usage: python -m tools.screenshots [FOLDER]
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.app.app import ReaderApp
from tuireader.config import state_folder
from tuireader.library.library import Library
from tuireader.state.tinydb_state import open_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_articles"
_FONT_FACES = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to be made: its name, the terminal's size, the article and the keys."""

    name: str
    size: tuple[int, int]
    headline: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("reading", (120, 36), "Ferreira", ("enter", "]", "]", "]", "]", "]")),
    Picture("raw", (120, 36), "Ferreira", ("enter", "v")),
    Picture("people", (140, 40), "Salt Map", ("enter", "i")),
    Picture("small", (80, 24), "Librarian", ("enter", "]")),
)


async def take(picture: Picture, folder: Path) -> None:
    """Open the samples, go to an article, type, and save the screen as an SVG without fonts.

    Args:
        picture: What to show.
        folder: Where ``NAME.svg`` goes.
    """
    state = open_state(state_folder())
    app = ReaderApp([SAMPLES], state, open_library=_unwatched)
    async with app.run_test(size=picture.size) as pilot:
        await _settle(pilot)
        for _ in range(len(list(SAMPLES.iterdir()))):
            entry = app.main.articles.current
            if entry is not None and picture.headline in entry.title:
                break
            await pilot.press("j")
            await _settle(pilot)
        else:
            raise SystemExit(f"{picture.name}: no sample has {picture.headline!r} in its headline")
        for key in picture.keys:
            await pilot.press(key)
            await _settle(pilot)
        svg = app.export_screenshot(title="tuireader")
    state.close()
    (folder / f"{picture.name}.svg").write_text(_FONT_FACES.sub("", svg), encoding="utf-8")


def _unwatched(roots: Sequence[Path]) -> Library:
    """Return the library of some folders that never watches them, so that work comes to an end."""
    library = Library(roots)
    library.watch = lambda stop: iter(())  # type: ignore[method-assign]
    return library


async def _settle(pilot: Pilot[int]) -> None:
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def main() -> None:
    """Make every picture, with a state and settings of their own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}  # whatever this one can do
    os.environ.pop("NO_COLOR", None)
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as home:
            for name in ("STATE", "CACHE", "CONFIG"):
                os.environ[f"TUIREADER_{name}"] = str(Path(home, name.lower()))
            asyncio.run(take(picture, folder))
        print(folder / f"{picture.name}.svg")


if __name__ == "__main__":
    main()
