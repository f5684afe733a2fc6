"""How long a key takes to change the screen in the reading pane, in a pseudo-terminal.

Compares an article of 100,000 words with thousands of highlights with one of 1,000 words, and
both with the barest line widget of Textual (`Log`) holding the same text, all in one run:

    python -m benchmarks.reading_speed
"""

from __future__ import annotations

import argparse
import os
import select
import statistics
import sys
import time

import pexpect
from tests.app.reading.specimen import lengthy
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Log, OptionList

from tuireader.app import garbage
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.people import rows_of
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading
from tuireader.app.widgets.reading_pane import ReadingPane

SHORT, LONG = 1_000, 100_000
QUIET = 0.03
"""The screen counts as done when nothing was written for so long, in seconds."""
ROWS, COLUMNS = 40, 120
NAMES = {
    "o": "open",
    "j": "line down",
    " ": "page down",
    "]": "next quote",
    "v": "raw/clean",
    "t": "layer on/off",
    "i": "people",
}
"""What is measured, by the key that does it."""


class PaneApp(App[None]):
    """The reading pane with the keys that are measured."""

    AUTO_FOCUS = ""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.prepared = Prepared(lengthy(words))

    def compose(self) -> ComposeResult:
        """Lay out the pane."""
        yield ReadingPane()

    def on_key(self, event: events.Key) -> None:
        """Do what is measured."""
        pane = self.query_one(ReadingPane)
        match event.key:
            case "o":
                pane.show(self.prepared)
            case "c":
                pane.clear()
            case "j":
                pane.scroll_lines(1)
            case "space":
                pane.scroll_pages(1)
            case "right_square_bracket":
                pane.next_quote()
            case "v":
                pane.toggle_raw()
            case "t":
                pane.toggle_layer(Layer.QUOTES)
            case "i":
                pane.toggle_people()
            case "q":
                self.exit()


class BareApp(App[None]):
    """The same text in a `Log`, which paints lines without any look, and a list beside it."""

    CSS = "OptionList { width: 34; height: 1fr; display: none; }"

    def __init__(self, words: int) -> None:
        super().__init__()
        loaded = lengthy(words)
        self.text = loaded.article.text
        self.rows = [row.text for row in rows_of(Reading(Prepared(loaded)))]

    def compose(self) -> ComposeResult:
        """Lay out the log and the list."""
        with Horizontal():
            yield Log(auto_scroll=False)
            yield OptionList()

    def toggle_list(self) -> None:
        """Fill and show the list, or hide it."""
        beside = self.query_one(OptionList)
        beside.display = not beside.display
        if beside.display:
            beside.clear_options()
            beside.add_options(self.rows)
            beside.focus()

    def on_key(self, event: events.Key) -> None:
        """Do what is measured."""
        log = self.query_one(Log)
        match event.key:
            case "o":
                width = COLUMNS - 4
                lines = [self.text[at : at + width] for at in range(0, len(self.text), width)]
                log.write_lines([line.replace("\n", " ") for line in lines])
            case "c":
                log.clear()
            case "j":
                log.scroll_relative(y=1, animate=False)
            case "space":
                log.scroll_relative(y=ROWS - 2, animate=False)
            case "i":
                self.toggle_list()
            case "q":
                self.exit()


def measure(child: pexpect.spawn[bytes], key: str) -> float:
    """Press a key; return after how many seconds the screen was last changed; 0 if it was not."""
    start = last = time.perf_counter()
    child.send(key)
    while select.select([child.child_fd], [], [], QUIET if last > start else 2.0)[0]:
        os.read(child.child_fd, 65536)
        last = time.perf_counter()
    return last - start


def drain(child: pexpect.spawn[bytes]) -> None:
    """Let what goes on between keys, such as breaking the rest of the lines, come to its end."""
    while select.select([child.child_fd], [], [], 0.5)[0]:
        os.read(child.child_fd, 65536)


def rounds(app: str, words: int, count: int) -> dict[str, list[float]]:
    """Return the seconds each key took, so many times."""
    command = [sys.executable, "-m", "benchmarks.reading_speed", "--child", app, str(words)]
    child: pexpect.spawn[bytes] = pexpect.spawn(
        command[0], command[1:], dimensions=(ROWS, COLUMNS), timeout=60
    )
    child.delaybeforesend = None  # or else each key is held back for 50 ms, which are counted
    time.sleep(1)
    measure(child, "c")
    found: dict[str, list[float]] = {key: [] for key in NAMES}
    for _ in range(count):
        found["o"].append(measure(child, "o"))
        drain(child)
        for key in ("j", "j", " ", " ", "i", "i", *("]]vvtt" if app == "pane" else ())):
            if taken := measure(child, key):
                found[key].append(taken)
        measure(child, "c")
    child.send("q")
    child.close()
    return found


def main() -> None:
    """Print the 50th and 95th percentiles in milliseconds, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", nargs=2, metavar=("APP", "WORDS"))
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    if options.child:
        kind, words = options.child
        garbage.put_off()  # both look for garbage as seldom as the program does
        child = PaneApp(int(words)) if kind == "pane" else BareApp(int(words))
        garbage.take_up()
        child.run()
        return
    loaded = lengthy(LONG)
    marks = len(loaded.annotation.quotes) + len(loaded.annotation.mentions)
    print(f"{LONG} words hold {marks} highlights")
    results = {
        (app, words): rounds(app, words, options.rounds)
        for app in ("pane", "bare")
        for words in (SHORT, LONG)
    }
    for key, name in NAMES.items():
        for (app, words), found in results.items():
            if found[key]:
                p95 = statistics.quantiles(found[key], n=20)[-1] * 1000
                p50 = statistics.median(found[key]) * 1000
                print(f"{name:12} {app} {words:>7} words: p50 {p50:6.1f} ms, p95 {p95:6.1f} ms")


if __name__ == "__main__":
    main()
