"""Start the reader in a pseudo-terminal as the README says, see its first screen, and leave."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.terminal import Terminal

ALTERNATE_SCREEN_LEFT = b"\x1b[?1049l"
CURSOR_SHOWN = b"\x1b[?25h"


def main(command: str) -> None:
    """Run a command line that opens the samples; fail unless it starts and leaves in order."""
    terminal = Terminal(["bash", "-c", f"exec {command}"], size=(120, 40))
    terminal.wait_for("Radio for Forty Listeners")
    print(terminal.screen)
    terminal.send("q")
    status = terminal.leave()
    assert status == 0, f"exit status {status}"
    assert ALTERNATE_SCREEN_LEFT in terminal.output, "the alternate screen was not left"
    assert terminal.output.rindex(CURSOR_SHOWN) > 0, "the cursor was not shown again"
    print("started, seen, left with exit status 0")


if __name__ == "__main__":
    main(sys.argv[1])
