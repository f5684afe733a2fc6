"""The reader's own list of names: added to, taken from, and followed at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Entity, Label
from tuireader.annotation.kind_words import NAME_KINDS
from tuireader.app.tell import tell
from tuireader.config import Problem, config_folder
from tuireader.language import translated as _
from tuireader.state.history import NotReversedError

if TYPE_CHECKING:
    from tuireader.annotation.entities.own_names import OwnName
    from tuireader.app.app import ReaderApp
    from tuireader.config.names_file import NameChange

LONGEST = 120
"""Characters that a name may have: more are words selected by mistake."""
AROUND = " \t\n\"“”„«»‹›‘’‚',;:()[]"
"""What may be selected with a name and is no part of it."""


class OwnNameController:
    """Keeps the list, and lets the articles be annotated by it.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._changed = False

    @property
    def at_hand(self) -> str:
        """The words selected, or the name under the cursor; empty where there are none."""
        pane = self._app.main.pane
        if pane.selecting:
            return pane.selected_text.strip(AROUND)
        entity = pane.current_entity()
        return entity.name if entity is not None else ""

    @property
    def listed(self) -> tuple[str, ...]:
        """The names on the list."""
        return tuple(name.name for name in self._app.library.annotation.own_names)

    def ask(self, words: str) -> None:
        """Ask what words name, then put them on the list."""
        from tuireader.annotation.entities.own_names import OwnName
        from tuireader.app.controllers.name_questions import NameQuestions
        from tuireader.config.names_file import NamesFileError, complain_if_listed

        name = " ".join(words.split())
        if len(name) > LONGEST:
            self._app.main.say(_("These are too many words for a name: select fewer."))
            return
        try:
            complain_if_listed(config_folder(), name)
        except NamesFileError as error:
            tell(self._app, str(error), "warning")
            return
        known = self._entity(name)
        label = known.label if known is not None else Label.PERSON
        forms = [known.name, *known.aliases] if known is not None else []
        others = [form for form in forms if form != name]
        NameQuestions(self._app, OwnName(name, label), others, self._add).ask()

    def _entity(self, name: str) -> Entity | None:
        """Return the entity of the article that has a name."""
        loaded = self._app.session.loaded
        for entity in loaded.annotation.entities if loaded is not None else ():
            if entity.label in NAME_KINDS and name in (entity.name, *entity.aliases):
                return entity
        return None

    def _add(self, name: OwnName) -> None:
        from tuireader.config.names_file import add_name

        self._do(lambda: add_name(config_folder(), name), _("Added “{name}” to {file}"))

    def forget(self, name: str) -> None:
        """Take a name off the list."""
        from tuireader.config.names_file import remove_name

        self._do(lambda: remove_name(config_folder(), name), _("Took “{name}” off {file}"))

    def _do(self, work: Callable[[], NameChange], told: str) -> None:
        from tuireader.config.names_file import NamesFileError

        try:
            change = work()
        except NamesFileError as error:
            tell(self._app, str(error), "error")
            return
        self._app.main.pane.select_nothing()
        self.is_changed()
        done = told.format(name=change.name.name, file=change.path.name)
        self._app.listing.changed(self._app.state.did(done, _Undoable(change, self)))

    def is_changed(self) -> None:
        """Take note that the list is another: `show` follows it."""
        self._changed = True

    def show(self) -> None:
        """Annotate by the list as it is now, where it has changed."""
        if not self._changed:
            return
        from tuireader.config.annotation import load_names

        self._changed = False
        problems: list[Problem] = []
        names = load_names(config_folder(), problems)
        for problem in problems:
            tell(self._app, str(problem), "warning", problem.file.name if problem.file else "")
        library = self._app.library
        if names == library.annotation.own_names:
            return
        library.annotation = replace(library.annotation, own_names=names)
        self._app.loader.forget_all()
        self._app.filling.refresher.read_anew()
        self._app.session.refresh()


@dataclass(frozen=True, slots=True)
class _Undoable:
    """A change of the list, as undo takes it back."""

    change: NameChange
    controller: OwnNameController

    def take_back(self) -> None:
        self._do(self.change.take_back)

    def do_again(self) -> None:
        self._do(self.change.do_again)

    def _do(self, work: Callable[[], None]) -> None:
        from tuireader.config.names_file import NamesFileError

        try:
            work()
        except NamesFileError as error:
            raise NotReversedError(str(error)) from error
        self.controller.is_changed()
