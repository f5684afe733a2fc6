"""What is raised where a list of the reader's own cannot be read."""

from __future__ import annotations

import re
from typing import Any


class BrokenListError(ValueError):
    """A list that cannot be read; its text says what is wrong and what to do.

    Attributes:
        line: The line that is wrong, from 1; 0 where that is not known.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_toml(text: str) -> dict[str, Any]:
    """Return what stands in a TOML text.

    Raises:
        BrokenListError: It is not valid TOML.
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise BrokenListError(line, f"This is not valid TOML: {error}.") from error


def line_of(text: str, pattern: str, number: int = 1) -> int:
    """Return the line, from 1, that a pattern matches at its beginning; 0 where none does.

    Args:
        text: A text.
        pattern: A regular expression.
        number: Which of several such lines, from 1.
    """
    matching = [n for n, line in enumerate(text.splitlines(), 1) if re.match(pattern, line)]
    return matching[number - 1] if 0 < number <= len(matching) else 0
