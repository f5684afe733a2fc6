"""What is asked about a name before it is put on the reader's list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.annotation.entities.own_names import COLOURS, OwnName, colour_called
from tuireader.annotation.kind_words import KIND_NAMES, NAME_KINDS, kind_begun
from tuireader.language import translated as _
from tuireader.state.messages import shortened

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

NAME_SHOWN = 28
"""Characters of the name that stand before the line in which its kind is typed."""


class NameQuestions:
    """Asks one thing after the other; Enter answers, Esc leaves it all.

    Args:
        app: The running program.
        name: The name, of the kind it is taken to be.
        forms: Other ways to write it that are offered.
        done: Called with the name once everything is answered.
    """

    def __init__(
        self,
        app: ReaderApp,
        name: OwnName,
        forms: Sequence[str],
        done: Callable[[OwnName], None],
    ) -> None:
        self._app = app
        self._name = name
        self._forms = forms
        self._done = done

    def ask(self) -> None:
        """Begin with the kind."""
        name = shortened(self._name.name, NAME_SHOWN)
        self._ask_kind(_("What “{name}” is").format(name=name), _(KIND_NAMES[self._name.label]))

    def _ask_kind(self, what: str, words: str) -> None:
        kinds = tuple(_(KIND_NAMES[label]) for label in NAME_KINDS)

        def take(typed: str) -> None:
            label = kind_begun(typed)
            if label is None:
                self._app.main.say(
                    _("There is no such kind: {kinds}.").format(kinds=" · ".join(kinds))
                )
                self._ask_kind(what, typed)
            else:
                self._name = replace(self._name, label=label)
                self._ask_aliases()

        self._app.main.prompt.ask(what, words, take, kinds)

    def _ask_aliases(self) -> None:
        together = [", ".join(self._forms)] if len(self._forms) > 1 else []

        def take(typed: str) -> None:
            forms = (" ".join(form.split()) for form in typed.split(","))
            kept = dict.fromkeys(form for form in forms if form and form != self._name.name)
            self._name = replace(self._name, aliases=tuple(kept))
            self._ask_colour("")

        what = _("Also written, with commas between")
        self._app.main.prompt.ask(what, "", take, (*together, *self._forms))

    def _ask_colour(self, words: str) -> None:
        colours = tuple(map(_, COLOURS))

        def take(typed: str) -> None:
            colour = colour_called(typed) if typed else ""
            if colour is None:
                told = _("There is no such colour: {colours}, or such as #c05020.")
                self._app.main.say(told.format(colours=", ".join(colours)))
                self._ask_colour(typed)
            else:
                self._name = replace(self._name, colour=colour)
                self._ask_note()

        self._app.main.prompt.ask(_("Its colour, if any"), words, take, colours)

    def _ask_note(self) -> None:
        def take(typed: str) -> None:
            self._done(replace(self._name, note=typed))

        self._app.main.prompt.ask(_("A note to show with it, if any"), "", take)
