"""``tuireader names``: the reader's own list of names."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.own_names import COLOURS, OwnName, colour_called
from tuireader.annotation.kind_words import KIND_NAMES, NAME_KINDS, kind_called
from tuireader.cli.annotating import complain_of
from tuireader.cli.command import Command
from tuireader.cli.output import complain, print_object, print_text
from tuireader.config import Problem, config_folder
from tuireader.config.annotation import load_names
from tuireader.config.names_file import NamesFileError, add_name, remove_name
from tuireader.language import translated as _


def _configure(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", type=_words, help=_("put this name on the list"))
    what.add_argument("--remove", metavar="NAME", type=_words, help=_("take it off the list"))
    parser.add_argument(
        "--kind",
        metavar="KIND",
        type=_kind,
        help=_("what the name to add is, such as person or town; a person where it is left out"),
    )
    parser.add_argument(
        "--alias",
        metavar="NAME",
        action="append",
        type=_words,
        help=_("another way to write it; may be repeated"),
    )
    parser.add_argument(
        "--colour", metavar="COLOUR", type=_colour, help=_("its colour, such as green or #c05020")
    )
    parser.add_argument("--note", metavar="WORDS", help=_("words that are shown with it"))
    parser.add_argument("--json", action="store_true", help=_("list them as JSON, one a line"))


def _run(arguments: argparse.Namespace) -> int:
    about = (arguments.kind, arguments.alias, arguments.colour, arguments.note)
    if arguments.add is None and any(about):
        complain(_("say which name: --add NAME"))
        return 2
    if arguments.add is None and arguments.remove is None:
        return _list(as_json=arguments.json)
    try:
        if arguments.remove is not None:
            change = remove_name(config_folder(), arguments.remove)
            told = _("Took “{name}” off {path}.")
        else:
            change = add_name(config_folder(), _name(arguments))
            told = _("Added “{name}” to {path}.")
    except NamesFileError as error:
        complain(str(error))
        return 1
    print_text([told.format(name=change.name.name, path=change.path)])
    return 0


def _name(arguments: argparse.Namespace) -> OwnName:
    return OwnName(
        arguments.add,
        arguments.kind or Label.PERSON,
        tuple(arguments.alias or ()),
        arguments.colour or "",
        arguments.note or "",
    )


def _list(*, as_json: bool) -> int:
    problems: list[Problem] = []
    names = load_names(config_folder(), problems)
    complain_of(problems)
    if as_json:
        for name in names:
            print_object(
                {
                    "name": name.name,
                    "label": name.label.value,
                    "aliases": list(name.aliases),
                    "colour": name.colour,
                    "note": name.note,
                }
            )
    elif names:
        print_text(_lines(names))
    elif not problems:
        told = _("There are no names of your own yet; --add NAME adds one to the list in {folder}.")
        print_text([told.format(folder=config_folder())])
    return 1 if problems else 0


def _lines(names: tuple[OwnName, ...]) -> Iterator[str]:
    width = max(len(name.name) for name in names)
    for name in names:
        also = _("also {names}").format(names=", ".join(name.aliases)) if name.aliases else ""
        about = " · ".join(filter(None, (_(KIND_NAMES[name.label]), also, name.colour, name.note)))
        yield f"{name.name:{width}}  {' '.join(about.split())}"


def _words(typed: str) -> str:
    words = " ".join(typed.split())
    if not words:
        raise argparse.ArgumentTypeError(_("a name must not be empty"))
    return words


def _kind(typed: str) -> Label:
    label = kind_called(typed)
    if label is None:
        known = " · ".join(_(KIND_NAMES[label]) for label in NAME_KINDS)
        told = _('"{kind}" is no kind of name; use one of {known}')
        raise argparse.ArgumentTypeError(told.format(kind=typed, known=known))
    return label


def _colour(typed: str) -> str:
    colour = colour_called(typed)
    if colour is None:
        told = _('"{colour}" is no colour; use {known}, or such as #c05020')
        known = ", ".join(map(_, COLOURS))
        raise argparse.ArgumentTypeError(told.format(colour=typed, known=known))
    return colour


COMMAND = Command(
    name="names",
    summary="List the names of your own that are found wherever they stand; add or remove one.",
    examples=(
        ("tuireader names", "list them"),
        ('tuireader names --add "Amina Traoré" --alias Traoré', "add a person"),
        ('tuireader names --add "zinc accord" --kind treaty --colour green', "add a treaty"),
        ('tuireader names --remove "zinc accord"', "take it off the list"),
    ),
    configure=_configure,
    run=_run,
)
