"""Messages and their translations, as a ``.po`` file of GNU gettext has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Key = tuple[str, str]
"""A context, empty where there is none, and a message in English."""

_PLURAL_RULE = re.compile(r"plural=([^;]+);")
_LINE = re.compile(r'(?:(msg\w+)(?:\[(\d+)\])?\s+)?"(.*)"$')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


def _germanic(count: int) -> int:
    return int(count != 1)


@dataclass(frozen=True)
class Catalogue:
    """The messages of one language.

    Attributes:
        messages: The forms of each message: one, or as many as the language has plurals.
        form_of: Which of the forms a number takes.
    """

    messages: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    form_of: Callable[[int], int] = _germanic

    def translated(self, message: str, context: str = "") -> str:
        """Return the translation of a message; the message itself where there is none."""
        forms = self.messages.get((context, message))
        return forms[0] if forms else message

    def counted(self, one: str, many: str, count: int) -> str:
        """Return the translation for a number of things; English where there is none."""
        forms = self.messages.get(("", one))
        if not forms:
            return one if count == 1 else many
        return forms[min(self.form_of(count), len(forms) - 1)]


def read_catalogue(text: str) -> Catalogue:
    """Return the catalogue that a ``.po`` file holds; what is not translated is left out.

    Args:
        text: The file. Entries marked fuzzy are taken as they stand.
    """
    messages: dict[Key, tuple[str, ...]] = {}
    for entry in re.split(r"\n\s*\n", text):
        key, forms = _entry(entry)
        if key is not None and all(forms):
            messages[key] = forms
    header = messages.pop(("", ""), ("",))[0]
    from gettext import c2py

    rule = _PLURAL_RULE.search(header)
    return Catalogue(messages, c2py(rule[1]) if rule else _germanic)


def _entry(text: str) -> tuple[Key | None, tuple[str, ...]]:
    found: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        if match[1]:
            name = match[1] + (match[2] or "")
        found[name] = found.get(name, "") + _unescaped(match[3])
    if "msgid" not in found:
        return None, ()
    forms = [form for part, form in sorted(found.items()) if part.startswith("msgstr")]
    return (found.get("msgctxt", ""), found["msgid"]), tuple(forms)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), text)
