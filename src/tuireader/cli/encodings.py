"""The encodings that the reader chose for files, so that the shell reads them alike."""

from __future__ import annotations

from tuireader.config import state_folder
from tuireader.library.recipe import Encodings


def chosen_encodings() -> Encodings:
    """Return the choices, without taking the state from a running reader; none where it is newer.

    Returns:
        As `ReadOptions.encodings`.
    """
    folder = state_folder()
    if not folder.exists():
        return ()
    from tuireader.state.overruling import Overruling
    from tuireader.state.snapshot import NewerStateError
    from tuireader.state.tinydb_state import open_state

    try:
        state = open_state(folder, read_only=True)
    except NewerStateError:
        return ()
    try:
        return Overruling(state.corrections.all()).encodings
    finally:
        state.close()
