"""The reader's own lists beside ``config.toml``: read file by file, each mistake told."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from tuireader.config.settings import Problem
from tuireader.language import retold
from tuireader.language import translated as _

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_List = TypeVar("_List")


def read_by_language(
    folder: Path, read: Callable[[str, str], _List], problems: list[Problem]
) -> tuple[_List, ...]:
    """Return the lists in a folder of one file a language, such as ``en.toml``.

    Args:
        folder: The folder; it need not exist.
        read: Makes a list of the language and what stands in its file.
        problems: What is wrong is added here; a file with a mistake is left out.
    """
    found: list[_List] = []
    for path in sorted(folder.glob("*.toml")):
        language = path.stem.lower()
        if not _LANGUAGE.fullmatch(language):
            problems.append(Problem(0, _("Its name must be that of a language: en.toml."), path))
            continue
        made = read_list(path, partial(read, language), problems)
        if made is not None:
            found.append(made)
    return tuple(found)


def read_list(path: Path, read: Callable[[str], _List], problems: list[Problem]) -> _List | None:
    """Return a list; None where it cannot be read.

    Args:
        path: The file.
        read: Makes the list of what stands in the file.
        problems: What is wrong is added here.
    """
    from tuireader.articles.broken_list import BrokenListError

    try:
        return read(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        problem = Problem(
            0, _("It cannot be read: {error}.").format(error=error.strerror or error), path
        )
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem(line, _("This is no UTF-8 text: save the file as UTF-8."), path)
    except BrokenListError as error:
        problem = Problem(
            error.line, f"{retold(str(error))} " + _("Until then the file is left out."), path
        )
    problems.append(problem)
    return None
