"""Who said what, over the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.state.anchors import TextAnchor

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.library.index.names import Saying

MOST_SPEAKERS = 10_000


def show_voices(app: ReaderApp) -> None:
    """Show everybody who is quoted, and open the article of the quote that is chosen."""
    from tuireader.app.screens.voices import VoicesScreen

    def chosen(saying: Saying | None) -> None:
        if saying is not None:
            place = TextAnchor(saying.text, "", "", saying.start, saying.end)
            app.session.open_at(saying.article_id, place)

    library = app.library
    screen = VoicesScreen(lambda: library.speakers("", MOST_SPEAKERS), library.sayings)
    app.push_screen(screen, chosen)
