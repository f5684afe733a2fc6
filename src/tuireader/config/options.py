"""Every setting there is: its place in ``config.toml``, what it may be, and what it is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.language import AUTOMATIC, LANGUAGES
from tuireader.language import translated as _


@dataclass(frozen=True, slots=True)
class Option:
    """One setting.

    Attributes:
        section: The table of ``config.toml`` that it stands in.
        name: Its name there.
        default: What it is where nothing is said; its type is the type wanted.
        about: What it is for, as a sentence.
        choices: What it may be; empty where anything of the type may.
        least: The smallest number it may be.
        most: The largest number it may be.
    """

    section: str
    name: str
    default: str | bool | int | tuple[str, ...]
    about: str
    choices: Sequence[str] = ()
    least: int = 0
    most: int = 0

    def complaint(self, value: object) -> str:
        """Return what is wrong with a value; empty where nothing is."""
        if isinstance(self.default, bool):
            return "" if isinstance(value, bool) else _("must be true or false")
        if isinstance(self.default, int):
            if isinstance(value, bool) or not isinstance(value, int):
                return _("must be a whole number")
            fits = self.least <= value <= self.most
            return (
                ""
                if fits
                else _("must be from {least} to {most}").format(least=self.least, most=self.most)
            )
        if isinstance(self.default, tuple):
            fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
            return "" if fits else _('must be a list of texts, such as ["~/articles"]')
        if not isinstance(value, str):
            return _("must be a text in quotation marks")
        if self.choices and value not in self.choices:
            choices = ", ".join(f'"{choice}"' for choice in self.choices)
            return _("must be one of {choices}").format(choices=choices)
        return ""


OPTIONS: tuple[Option, ...] = (
    Option(
        "library",
        "folders",
        (),
        "Folders and files that are opened where none is named on the command line.",
    ),
    Option(
        "list",
        "order",
        "newest",
        "What the articles are sorted by.",
        (
            *("newest", "oldest", "title", "source", "author", "longest", "shortest", "quotes"),
            *("unread", "relevance", "files"),
        ),
    ),
    Option("list", "preview", True, "Show the article under the cursor while moving in the list."),
    Option("list", "width", 0, "The width of the list, in cells; 0 to fit the screen.", (), 0, 120),
    Option(
        "list",
        "layout",
        "beside",
        "Whether the list stands beside the text or above it.",
        ("beside", "above"),
    ),
    Option("list", "group", True, "Show one row for all versions of an article."),
    Option("list", "views", False, "Show the list of views beside the list of articles."),
    Option("list", "compact", False, "One line for an article, in place of two."),
    Option(
        "reading", "width", 72, "The widest that the column of text may be, in cells.", (), 20, 300
    ),
    Option("reading", "justify", False, "Whether the lines of the text are of even length."),
    Option(
        "reading",
        "spell_out",
        False,
        "Whether the text says in words who speaks, for screen readers and braille displays.",
    ),
    Option(
        "reading",
        "mark_read",
        "opened",
        "When an article is marked read by itself.",
        ("opened", "finished", "never"),
    ),
    Option(
        "reading",
        "lookup",
        "dict {}",
        "The command that looks words up, which stand for {}; it is not run by a shell.",
    ),
    Option(
        "entities",
        "engine",
        "builtin",
        'What finds the names: builtin, or "spacy:" and an installed pipeline, such as'
        ' "spacy:en_core_web_sm". Of several, with commas between, each reads the articles in its'
        " language, and the first all others.",
    ),
    Option("looks", "theme", "tuireader-dark", "The colours."),
    Option(
        "looks",
        "symbols",
        "unicode",
        "Whether signs such as dots and stars may be used, or letters only.",
        ("unicode", "ascii"),
    ),
    Option(
        "looks",
        "language",
        AUTOMATIC,
        "The language of the program: auto for that of the system.",
        (AUTOMATIC, *LANGUAGES),
    ),
    Option(
        "looks", "animation", False, "Whether scrolling and the like move smoothly; never over SSH."
    ),
    Option(
        "keymap",
        "preset",
        "default",
        "The keys to start from.",
        ("default", "vim", "arrows", "emacs"),
    ),
)
"""All settings but ``[keys]`` and ``[macros]``, whose names are commands and keys."""


def option_named(section: str, name: str) -> Option | None:
    """Return the setting of a name; None where there is none."""
    return next((item for item in OPTIONS if (item.section, item.name) == (section, name)), None)
