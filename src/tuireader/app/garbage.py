"""Looking for garbage in memory: put off until the reader sees something.

While the program is loaded hardly anything of it is garbage, and looking for some takes a seventh
of the time of a start. The same holds for what finds quotes and names, which is loaded with the
first article: to look through all of it again and again would keep keys waiting.

Nothing here does anything unless `put_off` was called, as the shell's command does: whoever uses
the program as a library keeps the garbage collector as it is.
"""

from __future__ import annotations

import gc

SELDOM = 10_000
"""So many more objects than were given back make the collector look at the newest of them.

By the usual 700 a long article, opened a few times, had all of memory looked through again and
again, 50 ms each time.
"""

_in_charge = False


def put_off() -> None:
    """Look for no garbage until `take_up`."""
    global _in_charge
    _in_charge = True
    gc.disable()


def take_up() -> None:
    """Look for garbage from now on, but not among what has been loaded so far."""
    set_aside()
    if _in_charge:
        gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
        gc.enable()


def set_aside() -> None:
    """Look for no garbage any more among what has been loaded so far."""
    if _in_charge:
        gc.freeze()
