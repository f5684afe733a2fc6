"""How a command honours what the reader put right."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tuireader.cli.output import complain
from tuireader.config import state_folder
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.state.overruling import Overruling


def add_overruling(parser: argparse.ArgumentParser) -> None:
    """Add the option that leaves the reader's corrections out."""
    parser.add_argument(
        "--no-corrections",
        action="store_true",
        help=_("what the program thinks, without what you corrected"),
    )


def overruling_of_reader(ignored: bool = False) -> Overruling | None:
    """Return what the reader put right; None where there is nothing, or it is to be ignored.

    The state is not taken from a running reader.
    """
    if ignored:
        return None
    from tuireader.state.overruling import Overruling
    from tuireader.state.snapshot import NewerStateError
    from tuireader.state.tinydb_state import open_state

    try:
        state = open_state(state_folder(), read_only=True)
    except NewerStateError as error:
        complain(str(error))
        return None
    try:
        made = state.corrections.all()
    finally:
        state.close()
    return Overruling(made) if made else None
