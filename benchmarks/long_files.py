"""How long the program stands still while it shows a large file.

    python -m benchmarks.long_files FILE ...

Opens each file in the reader, without a terminal, waits until its lines are broken, turns pages,
goes to the end and back, shows the raw text and makes the window narrower. Prints how long opening
took, and the longest time in which no key would have been answered.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from pathlib import Path

from tuireader.app.app import ReaderApp
from tuireader.state.tinydb_state import open_state

_BEAT = 0.01
_PATIENCE = 300.0
_KEYS = ("enter", "space", "space", "G", "k", "g", "v", "space", "v")


class _Heart:
    """Notices how long the event loop does not get round to it."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def beat(self) -> None:
        """Beat until cancelled."""
        while True:
            before = time.monotonic()
            await asyncio.sleep(_BEAT)
            self.longest = max(self.longest, time.monotonic() - before - _BEAT)


async def measure(path: Path, folder: Path) -> tuple[float, float]:
    """Return the seconds until a file is shown, and those of the longest standstill.

    Args:
        path: The file.
        folder: Where the state and the index may be kept.
    """
    for name in ("TUIREADER_STATE", "TUIREADER_CACHE", "TUIREADER_CONFIG"):
        os.environ[name] = str(folder / name)
    state = open_state(folder / "state")
    app = ReaderApp([path], state)
    heart = _Heart()
    async with app.run_test(size=(120, 40)) as pilot:
        beating = asyncio.create_task(heart.beat())
        start = time.monotonic()
        while app.session.loaded is None and time.monotonic() - start < _PATIENCE:
            await asyncio.sleep(_BEAT)
        opened = time.monotonic() - start
        await _settled(app)
        for key in _KEYS:
            await pilot.press(key)
            await pilot.pause()
        await pilot.resize_terminal(90, 30)
        await _settled(app)
        beating.cancel()
    state.close()
    return opened, heart.longest


async def _settled(app: ReaderApp) -> None:
    while (page := app.main.pane.view.page) is not None and not page.layout.settled:
        await asyncio.sleep(_BEAT)


def main() -> None:
    """Measure each file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("files", nargs="+", type=Path)
    for path in parser.parse_args().files:
        with tempfile.TemporaryDirectory() as folder:
            opened, longest = asyncio.run(measure(path, Path(folder)))
        print(f"{path.name}: shown after {opened:.1f} s, longest standstill {longest:.2f} s")


if __name__ == "__main__":
    main()
