"""What exports of read-later services say of articles: taken over once, undone on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.workers.export_reader import ExportReader, ExportsRead

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class TakingOverController:
    """Marks articles as the services that the reader used before had them.

    An export is taken over when it is first seen in the library. Undone, it is not taken over
    again.

    Args:
        app: The running program.
        reader: What reads the exports.
    """

    def __init__(self, app: ReaderApp, reader: ExportReader) -> None:
        self._app = app
        self._reader = reader
        self._asked: set[str] = set()

    def look(self) -> None:
        """Take over the exports in the library that are new."""
        state = self._app.state
        if state.read_only:
            return
        new = [
            (path, file_id)
            for path, file_id in self._app.library.exports()
            if file_id not in self._asked and not state.took_over(file_id)
        ]
        if new:
            self._asked.update(file_id for _, file_id in new)
            self._reader.read(new)

    def take_over(self, message: ExportsRead) -> None:
        """Keep what was read, as one change."""
        state = self._app.state
        for path, file_id in message.exports:
            state.take_over(file_id, str(path))
        if message.items:
            from tuireader.export.bring_in import bring_in

            files = ", ".join(path.name for path, _ in message.exports)
            done = bring_in(state, message.items, ()).message
            self._app.listing.changed(f"{files}: {done}")
