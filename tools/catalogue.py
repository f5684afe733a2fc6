"""Bring the catalogues of messages up to date with the program.

Usage: python -m tools.catalogue

Messages that are new stand in the ``.po`` files without a translation afterwards, and are printed;
those the program no longer has are dropped.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tools.sentences import sentences
from tuireader.app.commands.command import Group
from tuireader.app.commands.registry import COMMANDS
from tuireader.app.rendition.layers import Layer
from tuireader.app.widgets import footer
from tuireader.articles.formats import registry
from tuireader.articles.formats.registry import available_formats
from tuireader.cli import parser
from tuireader.cli.commands import export, open_reader
from tuireader.cli.main import NAMES, command_named
from tuireader.config import options
from tuireader.export import formats
from tuireader.export.formats import FORMATS
from tuireader.language import LANGUAGES
from tuireader.language.retelling import SENTENCE
from tuireader.library.query import complete, fields

SOURCES = Path(__file__).parents[1] / "src" / "tuireader"
FOLDER = SOURCES / "language"
_KEYWORDS = {"_": None, "in_context": ((1, "c"), 2), "counted": (1, 2), "mark": None}
_HEADER = """\
# What tuireader says. "python -m tools.catalogue" brings this file up to date.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""

Message = tuple[str, str | tuple[str, ...], str | None]
"""The file it comes from, the message or its singular and plural, and its context."""


def messages() -> Iterator[Message]:
    """Yield every message of the program."""
    found = extract_from_dir(SOURCES, [("**.py", "python")], keywords=_KEYWORDS)
    for file, _, message, _, context in found:
        yield file, message, context
    for module, text in _declared():
        if text:
            yield _file_of(module), text, None
    for file, text in sentences(SOURCES):
        yield file, text, SENTENCE
    for module, text in _retold():
        yield _file_of(module), text, SENTENCE
    for label in footer.KEY_LABELS.values():
        yield _file_of(footer.__name__), label, "key"


def _file_of(module: str) -> str:
    return Path(str(sys.modules[module].__file__)).relative_to(SOURCES).as_posix()


def _declared() -> Iterator[tuple[str, str]]:
    """Yield what commands and settings are called, which no call marks as a message."""
    for command in COMMANDS:
        module = type(command).__module__
        yield module, command.name
        yield module, command.help
        yield module, command.footer
        yield module, command.footer_selecting
        yield module, getattr(command, "nothing_found", "")
    for each in (*Group, *Layer):
        yield type(each).__module__, each.value
    for option in options.OPTIONS:
        yield options.__name__, option.about
    for shell in (open_reader.COMMAND, *map(command_named, NAMES)):
        yield shell.run.__module__, shell.summary
        for _, purpose in shell.examples:
            yield shell.run.__module__, purpose


def _retold() -> Iterator[tuple[str, str]]:
    """Yield what is no sentence and is told anew where it is shown."""
    for text in parser.COMPLAINTS:
        yield parser.__name__, text
    for form in FORMATS.values():
        yield formats.__name__, form.help
    yield export.__name__, export.VAULT_HELP
    for format_ in available_formats():
        yield registry.__name__, format_.description
    for field in fields.FIELDS.values():
        yield fields.__name__, field.help
    for about in (*fields.SORT_KEYS.values(), *complete.HINTS):
        yield complete.__name__, about


def template() -> Catalog:
    """Return the catalogue of all messages, none of them translated."""
    catalog = Catalog(charset="utf-8")
    for file, message, context in messages():
        catalog.add(message, locations=[(file, 0)], context=context)
    return catalog


def brought_up_to_date(text: bytes, language: str) -> Catalog:
    """Return a catalogue with the messages of the program and the translations it had.

    Args:
        text: The ``.po`` file; empty for a new one.
        language: Its ISO 639 code.
    """
    catalog = read_po(BytesIO(text), locale=language)
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def written(catalog: Catalog) -> bytes:
    """Return a catalogue as a ``.po`` file."""
    file = BytesIO()
    write_po(file, catalog, width=100, sort_by_file=True, include_lineno=False, omit_header=True)
    header = _HEADER.format(language=catalog.locale_identifier, plurals=catalog.plural_forms)
    return header.encode() + file.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Return the messages that have no translation, of those with a plural the singular."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalog
        if message.id and not (message.string and all(message.string))
    ]


def main() -> None:
    """Write the catalogues."""
    for language in LANGUAGES[1:]:
        path = FOLDER / f"{language}.po"
        catalog = brought_up_to_date(path.read_bytes() if path.exists() else b"", language)
        path.write_bytes(written(catalog))
        missing = untranslated(catalog)
        print(f"{path.name}: {len(catalog)} messages, {len(missing)} without a translation")
        for message in missing:
            print(f"  {message!r}")


if __name__ == "__main__":
    main()
