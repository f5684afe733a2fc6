"""The language the program speaks: written in English, translated where a message is made.

The catalogues beside this module are gettext's ``.po`` files, read when the first message is
needed and only where a language other than English was asked for. What other programs read, such
as JSON, is never translated.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from tuireader.language.catalogue import Catalogue, read_catalogue

if TYPE_CHECKING:
    from tuireader.language.retelling import Retelling

LANGUAGES = ("en", "de")
"""What the program speaks, by ISO 639 code; the first is what it is written in."""
AUTOMATIC = "auto"
"""Asks for the language of the system."""

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_ENGLISH = Catalogue()
_spoken = LANGUAGES[0]


def choose(language: str, environment: Mapping[str, str] | None = None) -> str:
    """Speak a language from now on; return which it is.

    Args:
        language: One of `LANGUAGES`, or `AUTOMATIC`.
        environment: Where the language of the system stands; None for the process's own.
    """
    global _spoken
    if language == AUTOMATIC:
        language = language_of(os.environ if environment is None else environment)
    _spoken = language if language in LANGUAGES else LANGUAGES[0]
    return _spoken


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language that the environment asks for, as gettext reads it.

    The first variable that is set counts, and of a list such as ``fr:de`` the first language that
    the program speaks.

    Args:
        environment: Variables by name: ``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES``, ``LANG``.
    """
    wanted = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    for locale in wanted.split(":"):
        code = locale.split(".")[0].split("@")[0].split("_")[0].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


def translated(message: str) -> str:
    """Return a message in the language spoken; as it is where there is no translation.

    Imported as ``_``. What is to be put into the message stands in it as ``{name}``.

    Args:
        message: The message in English.
    """
    return _catalogue(_spoken).translated(message)


def in_context(context: str, message: str) -> str:
    """Return a message as `translated` does, where others are alike in English only.

    Args:
        context: What tells it apart from the others.
        message: The message in English.
    """
    return _catalogue(_spoken).translated(message, context)


def counted(one: str, many: str, count: int, **more: object) -> str:
    """Return a message about a number of things, with the number and more put into it.

    Args:
        one: The message in English for one thing, with ``{n}`` for the number.
        many: The message for any other number.
        count: The number.
        more: What else is put into the message, by name.
    """
    template = _catalogue(_spoken).counted(one, many, count)
    return template.format(n=number(count), **more)


def retold(sentence: str) -> str:
    """Return a sentence that was made in English, in the language spoken.

    The rooms below make their reasons in English, since other programs read them too.

    Args:
        sentence: What they say; as it is where it is not known.
    """
    return sentence if _spoken == LANGUAGES[0] else _retelling(_spoken).retold(sentence)


def mark(message: str) -> str:
    """Return a message as it is: it is collected for the catalogues here, translated later."""
    return message


def number(value: int) -> str:
    """Return a number as the language spoken writes it: ``12,345`` in English."""
    return f"{value:,}".replace(",", in_context("thousands separator", ","))


@cache
def _retelling(language: str) -> Retelling:
    from tuireader.language.retelling import Retelling

    return Retelling(_catalogue(language))


@cache
def _catalogue(language: str) -> Catalogue:
    if language == LANGUAGES[0]:
        return _ENGLISH
    from importlib.resources import files

    return read_catalogue((files(__package__) / f"{language}.po").read_text("utf-8"))
