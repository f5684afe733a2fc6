"""Looking for garbage in memory: put off until the reader sees something.

While the program is loaded hardly anything of it is garbage, and looking for some takes a seventh
of the time of a start.
"""

from __future__ import annotations

import gc


def put_off() -> None:
    """Look for no garbage until `take_up`."""
    gc.disable()


def take_up() -> None:
    """Look for garbage from now on, but not among what has been loaded so far."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
