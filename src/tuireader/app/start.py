"""How the reader starts: the list is looked for while the screen is being loaded."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tuireader.app.last_session import load_session, session_path
from tuireader.app.looking import FirstList
from tuireader.app.view_orders import first_view
from tuireader.config import config_folder, config_path, load_settings, state_folder
from tuireader.config.annotation import load_annotation
from tuireader.config.phrases import load_phrases
from tuireader.language import choose as speak
from tuireader.language import translated as _
from tuireader.library.library import Library
from tuireader.state.snapshot import NewerStateError
from tuireader.state.tinydb_state import open_state


def run(paths: Sequence[Path]) -> int:
    """Open the reader on folders and files; return the exit status.

    Args:
        paths: Folders and files; empty for the configured library.
    """
    settings, problems = load_settings(config_path())
    speak(settings.text("looks", "language"))
    annotation, in_annotation = load_annotation(settings, config_folder())
    phrases, in_phrases = load_phrases(config_folder())
    try:
        state = open_state(state_folder(), undo_key="U")
    except NewerStateError as error:
        print(error, file=sys.stderr)
        return 1
    told = (*problems, *in_annotation, *in_phrases)
    roots = tuple(paths or settings.folders)
    open_library = partial(Library, annotation=annotation, phrases=phrases)
    first_list = None
    if roots:
        first_list = FirstList(
            open_library(roots),
            first_view(settings, load_session(session_path())),
            state,
        )
    # Only now, so that the list is looked for while all of this is loaded.
    from tuireader.app.app import ReaderApp
    from tuireader.app.ending import EndingSignals, write_nowhere

    app = ReaderApp(roots, state, settings, told, open_library, first_list)
    with EndingSignals(app) as ending:
        try:
            app.run()
            state.flush()
        except OSError as error:
            if ending.status is None:
                print(
                    _("The last changes could not be kept: {error}").format(error=error),
                    file=sys.stderr,
                )
                return 1
        finally:
            state.close()
            if ending.status is not None:
                write_nowhere()
    return ending.status or app.return_code or 0
