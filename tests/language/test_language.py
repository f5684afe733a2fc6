"""Which language is spoken, and what a message becomes in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.language import (
    AUTOMATIC,
    choose,
    counted,
    in_context,
    language_of,
    mark,
    number,
    retold,
    translated,
)
from tuireader.language.catalogue import read_catalogue


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_AT"}, "de"),
        ({"LC_MESSAGES": "de_AT", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "fr:de:en", "LC_ALL": "C.UTF-8"}, "de"),
        ({"LANGUAGE": "", "LANG": "de"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "de@euro"}, "de"),
        ({"LANG": "../de"}, "en"),
    ],
)
def test_the_environment_chooses_as_gettext_has_it(
    environment: dict[str, str], language: str
) -> None:
    assert language_of(environment) == language
    assert choose(AUTOMATIC, environment) == language


def test_a_language_the_program_does_not_speak_is_english() -> None:
    choose("de")
    assert choose("tlh") == "en"
    assert translated("Next quote") == "Next quote"


def test_messages_are_translated_when_they_are_made_not_when_they_are_marked() -> None:
    message = mark("Next quote")
    choose("de")
    assert message == "Next quote"
    assert translated(message) == "Nächstes Zitat"
    choose("en")
    assert translated(message) == "Next quote"


def test_what_has_no_translation_stays_as_it_is() -> None:
    choose("de")
    assert translated("Zzyzx") == "Zzyzx"
    assert in_context("key", "Zzyzx") == "Zzyzx"
    assert counted("{n} zzyzx", "{n} zzyzxes", 2) == "2 zzyzxes"


def test_a_context_tells_messages_apart() -> None:
    choose("de")
    assert (translated("Up"), in_context("key", "Up")) == ("Nach oben", "↑")


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [("en", "1 quote", "1,200 quotes"), ("de", "1 Zitat", "1.200 Zitate")],
)
def test_numbers_take_their_form(language: str, one: str, many: str) -> None:
    choose(language)
    assert counted("{n} quote", "{n} quotes", 1) == one
    assert counted("{n} quote", "{n} quotes", 1200) == many
    assert number(1200) in many


def test_a_catalogue_may_have_more_than_two_forms() -> None:
    catalogue = read_catalogue(
        'msgid ""\nmsgstr ""\n'
        '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 &&'
        ' (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "{n} quote"\nmsgid_plural "{n} quotes"\n'
        'msgstr[0] "{n} цитата"\nmsgstr[1] "{n} цитаты"\nmsgstr[2] "{n} цитат"\n'
    )
    told = [catalogue.counted("{n} quote", "{n} quotes", n).format(n=n) for n in (1, 3, 11, 25)]
    assert told == ["1 цитата", "3 цитаты", "11 цитат", "25 цитат"]


def test_a_catalogue_is_read_with_its_escapes_comments_and_long_lines() -> None:
    catalogue = read_catalogue(
        "# of the whole file\n"
        '#: app.py\nmsgctxt "a key"\nmsgid "Up"\nmsgstr "Auf"\n\n'
        'msgid ""\n"say \\"a\\"\\n"\n"and b\\\\n"\nmsgstr ""\n"sag „a“\\n"\n"und b\\\\n"\n\n'
        'msgid "none"\nmsgstr ""\n\n'
        '#~ msgid "old"\n#~ msgstr "alt"\n'
    )
    assert catalogue.translated("Up", "a key") == "Auf"
    assert catalogue.translated("Up") == "Up"
    assert catalogue.translated('say "a"\nand b\\n') == "sag „a“\nund b\\n"
    assert catalogue.translated("none") == "none"
    assert catalogue.translated("old") == "old"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It is empty.", "Sie ist leer."),
        ("It cannot be opened: No space.", "Sie lässt sich nicht öffnen: No space."),
        (
            "“says” with “he” follows it; he → Ann Lee.",
            "„says“ mit „he“ folgt darauf; he → Ann Lee.",
        ),
        ("“Ann Lee” signs the quote.", "„Ann Lee“ zeichnet das Zitat."),
        ("Zzyzx; zzyzx, {zzyzx}", "Zzyzx; zzyzx, {zzyzx}"),
    ],
)
def test_sentences_made_in_english_are_told_in_the_language_spoken(
    sentence: str, told: str
) -> None:
    assert retold(sentence) == sentence
    choose("de")
    assert retold(sentence) == told


@given(st.text(max_size=60))
def test_no_sentence_is_too_odd_to_be_told(sentence: str) -> None:
    choose("de")
    assert isinstance(retold(sentence), str)
