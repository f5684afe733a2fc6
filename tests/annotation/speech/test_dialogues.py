from __future__ import annotations

import pytest

from tests.annotation.speech.articles import quoted, speakers, spoken


def test_a_line_of_dialogue_is_taken_without_what_is_told_of_it() -> None:
    found = quoted(
        "— Когда мы выйдем? — спросил штурман.",
        "— Завтра, — ответил капитан. — Если не будет шторма.",
    )
    assert found == ["— Когда мы выйдем?", "— Завтра,", "— Если не будет шторма."]


def test_spanish_dashes_stand_close_to_what_is_told() -> None:
    found = quoted(
        "—¿Cuándo zarpamos? —preguntó un grumete.", "—Mañana —respondió Quiroga—. Ni un día antes."
    )
    assert found == ["—¿Cuándo zarpamos?", "—Mañana", "Ni un día antes."]


def test_a_line_beside_a_dialogue_belongs_to_it() -> None:
    assert quoted("— Пойдём? — спросил штурман.", "— Пойдём.") == ["— Пойдём?", "— Пойдём."]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("— The pier", "— The lighthouse", "— The old town"),
        ("– Shut since May – a shame.",),
        ("A pier – shut, – says the guide.",),
    ],
)
def test_a_list_with_dashes_is_no_dialogue(paragraphs: tuple[str, ...]) -> None:
    assert quoted(*paragraphs) == []


def test_marks_in_a_line_of_dialogue_make_a_quote_in_a_quote() -> None:
    (line, inner) = spoken("— Это «наш» порт, — сказал Пётр Лаптев.", language="ru")
    assert (line.nested, inner.nested, line.speaker) == (False, True, "Пётр Лаптев")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "fr",
            "« Il est trop tard, s'emporte Malo Tanguy, pêcheur. Tout le monde le sait. »",
            "Malo Tanguy",
        ),
        ("fr", "« Il est trop tard, répond Malo Tanguy. Tout le monde le sait. »", "Malo Tanguy"),
        ("ru", "«Поздно, — возмущается Пётр Лаптев. — Все это знают».", "Пётр Лаптев"),
        ("uk", "«Пізно, — обурюється Петро Лаптій. — Усі це знають».", "Петро Лаптій"),
        ("fr", "« Il est trop tard », a déclaré lundi Malo Tanguy.", "Malo Tanguy"),
        ("es", "«Es demasiado tarde», afirmó el lunes Manuel Osorio.", "Manuel Osorio"),
        ("es", "«Es demasiado tarde», protestó Manuel Osorio.", "Manuel Osorio"),
        ("ru", "«Слишком поздно», — заявил в понедельник Пётр Лаптев.", "Пётр Лаптев"),
        ("de", "Thomsen wies den Vorwurf zurück: „Das Geld war schlicht nicht da.“", "Thomsen"),
        (
            "de",
            "Auf die Frage nach der Fähre antwortete Karla Thomsen: „Sobald es geht.“",
            "Karla Thomsen",
        ),
        ("uk", "Лаптій назвав усе «галасом» і пообіцяв «відкрити порт до літа».", "Лаптій"),
    ],
)
def test_speakers_stand_where_each_language_puts_them(
    language: str, text: str, speaker: str
) -> None:
    assert set(speakers(text, language=language)) == {speaker}


def test_a_comma_and_a_verb_are_no_aside_in_english() -> None:
    assert speakers("“It is late, says Ann Lee. Nobody cares,” said Tom Hale.") == ["Tom Hale"]
