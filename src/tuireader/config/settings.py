"""What the reader chose, from ``config.toml``; what is wrong in it is named with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from tuireader.config.edit import Value
from tuireader.config.key_names import key_complaint
from tuireader.config.options import OPTIONS, Option, option_named
from tuireader.language import translated as _

KEYS, MACROS = "keys", "macros"
_SECTIONS = tuple(dict.fromkeys([*(option.section for option in OPTIONS), KEYS, MACROS]))


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader chose; the defaults of `OPTIONS` where nothing is said.

    Attributes:
        values: By section and name.
        keys: The reader's own keys by command identifier.
        macros: Command lines by the key that runs them, one after the other.
        lines: The line of each name in the file, from 1, by section and name.
    """

    values: Mapping[tuple[str, str], object] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    macros: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def text(self, section: str, name: str) -> str:
        """Return a setting that is a text."""
        return str(self._value(section, name))

    def number(self, section: str, name: str) -> int:
        """Return a setting that is a whole number."""
        value = self._value(section, name)
        assert isinstance(value, int)
        return value

    def flag(self, section: str, name: str) -> bool:
        """Return a setting that is true or false."""
        return bool(self._value(section, name))

    def value(self, option: Option) -> Value:
        """Return a setting, whatever its type."""
        value = self._value(option.section, option.name)
        assert isinstance(value, (str, bool, int, tuple))
        return value

    @property
    def mark_read(self) -> str:
        """When an article is marked read by itself: ``opened``, ``finished`` or ``never``."""
        return self.text("reading", "mark_read")

    @property
    def folders(self) -> tuple[Path, ...]:
        """The configured library."""
        value = self._value("library", "folders")
        assert isinstance(value, (tuple, list))
        return tuple(Path(str(item)).expanduser() for item in value)

    def _value(self, section: str, name: str) -> object:
        option = option_named(section, name)
        assert option is not None, f"there is no setting {section}.{name}"
        return self.values.get((section, name), option.default)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in ``config.toml``, or in a list beside it.

    Attributes:
        line: The line it is on, from 1; 0 where that is not known.
        message: What is wrong, and what to do.
        file: The file it is in, where that is not ``config.toml``.
    """

    line: int
    message: str
    file: Path | None = None

    def __str__(self) -> str:
        """Say it to the reader."""
        return (
            _("Line {n}: {message}").format(n=self.line, message=self.message)
            if self.line
            else self.message
        )


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read ``config.toml``.

    Args:
        path: The file; where there is none the defaults hold.

    Returns:
        The settings, and what is wrong in the file; what is wrong has its default.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (
            Problem(0, _("It cannot be read: {error}.").format(error=error.strerror or error)),
        )
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Settings(), (Problem(line, _("This is no UTF-8 text: save the file as UTF-8.")),)
    return parse_settings(text)


def parse_settings(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings in the text of a ``config.toml``, as `load_settings` does."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        told = _("This is not valid TOML: {error}.").format(error=error)
        return Settings(), (Problem(line, told + _way_out(str(error), text, line)),)
    reading = _Reading(text)
    for section, table in data.items():
        reading.section(section, table)
    settings = Settings(reading.values, reading.keys, reading.macros, reading.lines)
    return settings, tuple(sorted(reading.problems, key=lambda problem: problem.line))


class _Reading:
    """Collects the settings and the problems of one file."""

    def __init__(self, text: str) -> None:
        self.lines = dict(_lines_of_names(text))
        self.values: dict[tuple[str, str], object] = {}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.macros: dict[str, tuple[str, ...]] = {}
        self.problems: list[Problem] = []

    def section(self, section: str, table: object) -> None:
        if section not in _SECTIONS:
            self._complain(section, "", _no_section(section))
            return
        if not isinstance(table, dict):
            told = _('"{name}" is a section: write [{name}] on a line, its settings below it.')
            self._complain(section, "", told.format(name=section))
            return
        for name, value in table.items():
            if section in (KEYS, MACROS):
                self._keys(section, name, value)
            else:
                self._option(section, name, value)

    def _option(self, section: str, name: str, value: object) -> None:
        option = option_named(section, name)
        if option is None:
            names = [item.name for item in OPTIONS if item.section == section]
            self._complain(
                section,
                name,
                _('There is no "{name}" in [{section}].').format(name=name, section=section)
                + suggestion(name, names),
            )
        elif complaint := option.complaint(value):
            hint = suggestion(value, option.choices) if isinstance(value, str) else ""
            self._complain(
                section,
                name,
                _('"{name}" {complaint}.').format(name=name, complaint=complaint) + hint,
            )
        else:
            self.values[section, name] = value

    def _keys(self, section: str, name: str, value: object) -> None:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            told = (
                _('"{name}" must be a key or a list of keys, in quotation marks.')
                if section == KEYS
                else _('"{name}" must be a command or a list of them, in quotation marks.')
            )
            self._complain(section, name, told.format(name=name))
            return
        complaints = [key_complaint(keys) for keys in (items if section == KEYS else [name])]
        for complaint in filter(None, complaints):
            self._complain(section, name, complaint)
        if section == MACROS and not any(item.strip() for item in items):
            self._complain(
                section, name, _('The macro "{name}" has no commands.').format(name=name)
            )
            return
        (self.keys if section == KEYS else self.macros)[name] = tuple(items)

    def _complain(self, section: str, name: str, message: str) -> None:
        places = ((section, name), ("", section), (section, ""))
        line = next((self.lines[place] for place in places if place in self.lines), 0)
        self.problems.append(Problem(line, message))


def _lines_of_names(text: str) -> Iterator[tuple[tuple[str, str], int]]:
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[{1,2}\s*([^\]]+?)\s*\]", line):
            section, _dot, inner = (part.strip(" \"'") for part in header[1].partition("."))
            yield (section, inner), number
        elif name := re.match(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*[=.]""", line):
            first = name[1] or name[2] or name[3] or ""
            yield (section, first), number
            if not section and (second := re.match(r"\s*[\w-]+\s*\.\s*([\w-]+)\s*=", line)):
                yield (first, second[1]), number


def _no_section(name: str) -> str:
    told = _("There is no section [{name}].").format(name=name)
    for option in OPTIONS:
        if option.name == name:
            belongs = _('"{name}" belongs below a line [{section}].')
            return f"{told} " + belongs.format(name=name, section=option.section)
    return told + suggestion(name, _SECTIONS)


def _way_out(error: str, text: str, line: int) -> str:
    """Return what to do about the mistakes in TOML that are made most, as a sentence."""
    written = text.splitlines()[line - 1] if line <= text.count("\n") + 1 else ""
    if bare := re.match(r"\s*([\w-]+)\s*=\s*([^\W\d][\w./~ -]*?)\s*(?:#.*)?$", written):
        told = _('A text stands in quotation marks: {name} = "{value}".')
        return " " + told.format(name=bare[1], value=bare[2])
    if "Cannot overwrite" in error or "Cannot declare" in error:
        return " " + _("A name may stand only once: take one of the two lines away.")
    return ""


def suggestion(word: str, known: Sequence[str]) -> str:
    """Return a question after the known word that is most like one, after a space; or nothing."""
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), by_folded, 1)
    return " " + _('Did you mean "{name}"?').format(name=by_folded[close[0]]) if close else ""
