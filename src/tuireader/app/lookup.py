"""The command line of the look-up: the reader's own, with words of an article put into it."""

from __future__ import annotations

import shlex
from urllib.parse import quote

from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.language import mark
from tuireader.language import translated as _

PLACE = "{}"
"""Stands for the words."""
LONGEST = 200
"""The most characters of the words that are looked up."""


class LookUpError(ValueError):
    """The configured line cannot be used; the message says why, and what to do."""


def look_up_command(line: str, words: str) -> list[str]:
    """Return the program and arguments that look words up, for no shell.

    The words are one argument, or a part of one, and never a script: where the line gives them to
    a program as one, it is refused. In a web address they are encoded. White space and
    punctuation around them go, hyphens too, so that they are no option.

    Args:
        line: As configured, quoted as for a shell; the words come last where it has no ``{}``.
        words: What is looked up.

    Raises:
        LookUpError: The line is not usable, or there are no words.
    """
    try:
        parts = shlex.split(line)
    except ValueError as error:
        raise LookUpError(
            _("{line!r} cannot be used: {error}.").format(line=line, error=error) + f" {_(_WHERE)}"
        ) from error
    if not parts:
        raise LookUpError(_("No command is set for looking words up.") + f" {_(_WHERE)}")
    asked = _plain(words)
    if not asked:
        raise LookUpError(_("There are no words to look up."))
    if not any(PLACE in part for part in parts):
        parts.append(PLACE)
    for before, part in zip(["", *parts], parts, strict=False):
        script = before == "-c" or any(each.isspace() for each in part)
        if PLACE in part and script:
            raise LookUpError(
                _(
                    "{line!r} would run words of an article as a script. Let {place} stand by"
                    " itself, and put the script into a file."
                ).format(line=line, place=PLACE)
            )
    return [part.replace(PLACE, quote(asked) if "://" in part else asked) for part in parts]


_WHERE = mark('Set "lookup" under [reading] in config.toml, such as "dict {}".')


def _plain(words: str) -> str:
    line = sanitize_line(words)[:LONGEST]
    kept = [index for index, each in enumerate(line) if each.isalnum()]
    return line[kept[0] : kept[-1] + 1] if kept else ""
