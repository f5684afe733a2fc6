"""Every message is translated, and nothing that is put into it is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from tools.catalogue import FOLDER, brought_up_to_date, template, untranslated, written

from tuireader.app.commands.registry import COMMANDS
from tuireader.language import LANGUAGES

TRANSLATED = LANGUAGES[1:]


def _catalogue(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def _forms(text: object) -> tuple[str, ...]:
    if isinstance(text, (list, tuple)):
        return tuple(map(str, text))
    return (str(text),)


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _fields(text: str) -> set[tuple[str, str]]:
    return {
        (name, f"{conversion or ''}:{form}")
        for _, name, form, conversion in Formatter().parse(text)
        if name is not None
    }


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_the_program_is_in_the_catalogue_and_none_else(language: str) -> None:
    known = {(message.context, _forms(message.id)) for message in _messages(_catalogue(language))}
    wanted = {(message.context, _forms(message.id)) for message in _messages(template())}
    assert wanted - known == set(), "run: python -m tools.catalogue, then translate"
    assert known - wanted == set(), "run: python -m tools.catalogue"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    catalogue = _catalogue(language)
    assert untranslated(catalogue) == []
    assert [message.id for message in _messages(catalogue) if message.fuzzy] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_put_into_a_message_is_put_into_its_translation(language: str) -> None:
    for message in _messages(_catalogue(language)):
        for form in _forms(message.string):
            # "one name" may leave its number out, as the English does
            given = [_fields(each) for each in _forms(message.id)]
            assert _fields(form) in given, (message.id, form)


@pytest.mark.parametrize("language", TRANSLATED)
def test_white_space_around_a_message_is_kept(language: str) -> None:
    for message in _messages(_catalogue(language)):
        for form in _forms(message.string):
            first = _forms(message.id)[0]
            assert form[:1].isspace() == first[:1].isspace(), form
            assert form[-1:].isspace() == first[-1:].isspace(), form
            assert form.count("\n") == first.count("\n"), form


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_message_with_a_plural_has_all_forms_of_the_language(language: str) -> None:
    catalogue = _catalogue(language)
    for message in _messages(catalogue):
        if message.pluralizable:
            assert len(_forms(message.string)) == catalogue.num_plurals


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_tool_leaves_a_catalogue_that_is_up_to_date_as_it_is(language: str) -> None:
    text = (FOLDER / f"{language}.po").read_bytes()
    assert written(brought_up_to_date(text, language)) == text


def test_names_help_and_footers_of_all_commands_are_among_the_messages() -> None:
    known = {form for message in _messages(template()) for form in _forms(message.id)}
    for command in COMMANDS:
        assert {command.name, command.help} <= known
        assert not command.footer or command.footer in known


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_says_the_same_twice(language: str) -> None:
    for message in _messages(_catalogue(language)):
        for form in _forms(message.string):
            halves = {form[: len(form) // parts] * parts for parts in (2, 3) if len(form) > 12}
            assert form not in halves, form
