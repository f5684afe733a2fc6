"""The reader in a real pseudo-terminal, from its start to its end."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile import CALM, forbidden_in, landmark, write_hostile_articles
from tests.terminal import Terminal, reader
from tuireader.library.reading import worth_workers
from tuireader.library.scan import scan

SAMPLES = Path(__file__).parents[2] / "sample_articles"
ALTERNATE_SCREEN_LEFT = b"\x1b[?1049l"
MANY = 70
"""Articles that are worth other processes."""
CURSOR_SHOWN = b"\x1b[?25h"


@pytest.fixture
def open_terminal() -> Iterator[list[Terminal]]:
    """Collect the terminals of a test and end what still runs in them."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.kill()


def test_the_samples_open_and_q_leaves_the_terminal_as_it_was(
    open_terminal: list[Terminal],
) -> None:
    terminal = Terminal(reader(SAMPLES), size=(120, 40))
    open_terminal.append(terminal)
    terminal.wait_for("Radio for Forty Listeners")
    terminal.send("q")
    assert terminal.leave() == 0
    assert ALTERNATE_SCREEN_LEFT in terminal.output
    assert CURSOR_SHOWN in terminal.output[terminal.output.rindex(ALTERNATE_SCREEN_LEFT) - 64 :]


def test_what_was_read_and_bookmarked_is_there_again(
    tmp_path: Path, open_terminal: list[Terminal]
) -> None:
    (tmp_path / "one.txt").write_text(f"The first headline\n\n{CALM}", encoding="utf-8")
    first = Terminal(reader(tmp_path))
    open_terminal.append(first)
    first.wait_for("The first headline")
    first.wait_for("●")
    first.send("b")
    first.wait_for("★")
    first.send("r")
    first.wait_until(lambda: "●" not in first.screen, "the article to be read")
    first.send("q")
    assert first.leave() == 0

    again = Terminal(reader(tmp_path))
    open_terminal.append(again)
    again.wait_for("★")
    assert "●" not in again.screen
    again.send("q")
    assert again.leave() == 0


def test_a_folder_that_other_processes_read_is_listed_to_its_end(
    tmp_path: Path, open_terminal: list[Terminal]
) -> None:
    for number in range(MANY):
        text = f"Headline {number:03}\n\n{CALM}"
        (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    assert worth_workers(list(scan([tmp_path])))
    terminal = Terminal(reader(tmp_path), size=(100, 30))
    open_terminal.append(terminal)
    terminal.wait_for(f"Articles {MANY}")
    terminal.wait_for("Headline 0")
    terminal.send("q")
    assert terminal.leave() == 0
    assert "could not be read" not in terminal.screen
    assert b"could not be read" not in terminal.output


def _marked_read(folder: Path, opened: list[Terminal]) -> Terminal:
    (folder / "one.txt").write_text(f"The first headline\n\n{CALM}", encoding="utf-8")
    terminal = Terminal(reader(folder))
    opened.append(terminal)
    terminal.wait_for("The first headline")
    terminal.wait_for("●")
    terminal.send("r")
    terminal.wait_until(lambda: "●" not in terminal.screen, "the article to be read")
    return terminal


def _is_read(folder: Path, opened: list[Terminal]) -> bool:
    again = Terminal(reader(folder))
    opened.append(again)
    again.wait_for("The first headline")
    read = "●" not in again.screen
    again.send("q")
    assert again.leave() == 0
    return read


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["TERM", "HUP"]
)
def test_a_signal_ends_the_reader_in_good_order(
    tmp_path: Path, open_terminal: list[Terminal], number: int, status: int
) -> None:
    terminal = _marked_read(tmp_path, open_terminal)
    terminal.signal(number)
    assert terminal.leave() == status
    assert ALTERNATE_SCREEN_LEFT in terminal.output
    assert terminal.output.rindex(CURSOR_SHOWN) > terminal.output.index(ALTERNATE_SCREEN_LEFT)
    assert b"Traceback" not in terminal.output
    assert _is_read(tmp_path, open_terminal)


def test_a_terminal_that_hangs_up_costs_nothing(
    tmp_path: Path, open_terminal: list[Terminal]
) -> None:
    terminal = _marked_read(tmp_path, open_terminal)
    assert terminal.hang_up() == 129
    assert _is_read(tmp_path, open_terminal)


def test_hostile_articles_never_drive_the_terminal(
    tmp_path: Path, open_terminal: list[Terminal]
) -> None:
    articles = write_hostile_articles(tmp_path)
    # With an index the list is complete and in its order from the first screen on.
    subprocess.run([sys.executable, "-m", "tuireader", "index", tmp_path], check=True)
    terminal = Terminal(reader(tmp_path), size=(120, 40))
    open_terminal.append(terminal)
    terminal.wait_for("Articles ")
    terminal.send("O")  # the versions of an article, one row each
    terminal.wait_for(f"Articles {len(articles)}")
    # Until the files are read the list is sorted anew, and the next article is another one.
    terminal.wait_until(
        lambda: (
            not any(
                line.partition("│")[0].strip(" ▌▏") == "…" for line in terminal.screen.splitlines()
            )
        ),
        "the files to be read",
    )
    # What is shown may still be the article that was first then: go away, and to the first.
    terminal.send("G")
    terminal.wait_until(lambda: terminal.screen.count("It is empty.") == 2, "the empty file")
    terminal.send("gg")
    unseen = {landmark(number) for number, path in enumerate(articles) if path.stat().st_size}

    def on_screen() -> set[str]:
        screen = terminal.screen
        # The address of a link has no spaces.
        return {
            each for each in unseen if each[:30] in screen or each[:35].replace(" ", "") in screen
        }

    while unseen:
        terminal.wait_until(lambda: bool(on_screen()), f"one of {unseen}")
        unseen -= on_screen()
        # An escape key right before another would be read as Alt with it: h leaves instead.
        terminal.send("lvv]}hn")
    terminal.send("q")
    assert terminal.leave() == 0
    assert forbidden_in(terminal.output) == []


def test_an_interrupted_start_is_quiet(open_terminal: list[Terminal]) -> None:
    terminal = Terminal(reader("/nowhere/at/all"))
    open_terminal.append(terminal)
    assert terminal.leave() == 2
    assert b"/nowhere/at/all" in terminal.output
    assert b"Traceback" not in terminal.output
