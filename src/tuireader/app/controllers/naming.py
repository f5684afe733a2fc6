"""Where the reader knows better whom or what words name, and of what kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Entity, Mention, Span
from tuireader.annotation.entities.resolve import NAMED
from tuireader.annotation.kind_words import KIND_NAMES, kind_begun
from tuireader.language import mark
from tuireader.language import translated as _
from tuireader.state.anchors import anchor
from tuireader.state.corrections import CorrectionKind

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

NO_NAME = mark("no name")
"""What the reader answers where words name nothing."""


class NamingController:
    """Keeps what the reader says of names.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    @property
    def place(self) -> Span | None:
        """What a correction would be about: the words selected, or the mention under the cursor."""
        pane = self._app.main.pane
        if pane.selecting:
            return pane.selected_place
        return pane.current_mention()

    def ask_kind(self) -> None:
        """Ask of what kind the thing is that the words name, or whether they name any."""
        place, entity = self.place, self._entity
        if place is None:
            return
        kinds = tuple(map(_, (*KIND_NAMES.values(), NO_NAME)))
        now = _(KIND_NAMES[entity.label]) if entity is not None else ""

        def take(typed: str) -> None:
            label = kind_begun(typed, KIND_NAMES)
            if label is not None or (typed and _is_no_name(typed)):
                self._set(CorrectionKind.LABEL, place, label.value if label is not None else "")
            else:
                self._app.main.say(
                    _("There is no such kind: {kinds}.").format(kinds=" · ".join(kinds))
                )

        self._app.main.prompt.ask(_("What it is"), now, take, kinds)

    def ask_name(self) -> None:
        """Ask whom or what the words mean."""
        place, entity, loaded = self.place, self._entity, self._app.session.loaded
        if place is None or loaded is None:
            return
        known = [other for other in loaded.annotation.entities if other.label in NAMED]
        if entity is not None:
            known.sort(key=lambda other: other.label is not entity.label)
        words = loaded.article.text[place.start : place.end]
        names = list(dict.fromkeys(other.name for other in known))

        def take(typed: str) -> None:
            if not typed:
                return
            found = next((name for name in names if name.casefold() == typed.casefold()), typed)
            self._set(CorrectionKind.NAME, place, found)

        self._app.main.prompt.ask(
            _("Who or what is meant"), entity.name if entity is not None else words, take, names
        )

    @property
    def _entity(self) -> Entity | None:
        """The entity that has a mention at just the place."""
        place, loaded = self.place, self._app.session.loaded
        if place is None or loaded is None:
            return None
        for entity in loaded.annotation.entities:
            if any(_covers(mention, place) for mention in entity.mentions):
                return entity
        return None

    def _set(self, kind: CorrectionKind, place: Span, value: str) -> None:
        loaded, subject = self._app.session.loaded, self._app.session.subject
        if loaded is None or subject is None:
            return
        pane = self._app.main.pane
        pane.select_nothing()
        where = anchor(loaded.article.text, place.start, place.end)
        self._app.listing.changed(self._app.state.corrections.set(subject, kind, where, value))


def _covers(mention: Mention, place: Span) -> bool:
    return (mention.start, mention.end) == (place.start, place.end)


def _is_no_name(typed: str) -> bool:
    return any(f" {words}".find(f" {typed.casefold()}") >= 0 for words in (_(NO_NAME), NO_NAME))
