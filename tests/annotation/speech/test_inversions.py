"""What other languages put where English does not, and words that leave the speaker out."""

from __future__ import annotations

import pytest

from tests.annotation.speech.articles import article
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import QuoteKind

_SPOKEN = (QuoteKind.SPEECH, QuoteKind.PARTIAL)


def kinds(*paragraphs: str, language: str) -> dict[str, QuoteKind]:
    """Return the kinds of the quotes of some paragraphs, by what stands between the marks."""
    made = article(*paragraphs, language=language)
    found = annotate(made).quotes
    return {made.text[quote.start + 1 : quote.end - 1]: quote.kind for quote in found}


def said_by(*paragraphs: str, language: str) -> list[str | None]:
    """Return who says the quotes of some paragraphs, their entities known."""
    quotes = annotate(article(*paragraphs, language=language)).quotes
    return [quote.speaker for quote in quotes if quote.kind in _SPOKEN]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Олег Рудин приехал. «Ждём решения», — цитирует его агентство.", "Олег Рудин"),
        ("ru", "«Ждём решения», — передаёт слова Рудина агентство.", "Рудина"),
        ("ru", "Ольга Ведова приехала. По её словам, порт «пуст».", "Ольга Ведова"),
        ("de", "Jan Holt kam. Der Hafen sei „völlig leer“, so sein Vorwurf.", "Jan Holt"),
        ("de", "Jan Holt kam an. Zugleich räumte er ein: „Das dauert noch.“", "Jan Holt"),
        ("de", "„Wir warten“, sagte Jan Holt der Deutschen Hafenzeitung.", "Jan Holt"),
        ("fr", "« On attend la suite », tient à préciser le maire, Paul Roux.", "Paul Roux"),
        ("fr", "Paul Roux a de son côté regretté « un débat confisqué ».", "Paul Roux"),
        ("es", "«Nadie vino a vernos», dijo a este diario la hermana Ana Robles.", "Ana Robles"),
        ("es", "Ana Robles llegó tarde. «Nadie vino a vernos», lamentó.", "Ana Robles"),
        ("es", "Ana Robles llegó tarde. Y añadió: «Nadie vino a vernos».", "Ana Robles"),
        ("uk", "«Порт відкрито», — заявили в Мінтрансі.", "Мінтрансі"),
        ("uk", "У Мінтрансі заявили, що порт «майже порожній».", "Мінтрансі"),
    ],
)
def test_the_speaker_is_found_in_the_word_order_of_a_language(
    language: str, text: str, speaker: str
) -> None:
    assert said_by(text, language=language) == [speaker]


def test_the_verb_tells_who_of_one_last_name_speaks() -> None:
    text = "Иван Ведов и Мария Ведова приехали. «Пусто», — сказал Ведов. «Да», — сказала Ведова."
    assert said_by(text, language="ru") == ["Иван Ведов", "Мария Ведова"]


def test_a_given_name_and_a_patronymic_are_somebody_with_a_last_name() -> None:
    text = "Учителем стала Анна Ведова. «Я ослышалась», — сказала Анна Сергеевна."
    assert said_by(text, language="ru") == ["Анна Ведова"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "«Ждём», — сказала Ольга Ведова газете «Портовый вестник».", "Портовый вестник"),
        ("uk", "Директор «Нового порту» Павло Рудик каже: «Чекаємо».", "Нового порту"),
        ("fr", "« On attend », a dit Paul Roux, auteur de « La Digue ».", "La Digue"),
        ("es", "«Esperamos», dijo Ana Robles, autora de «Los muelles».", "Los muelles"),
        ("de", "„Wir warten“, sagte Jan Holt dem „Hafenblatt“.", "Hafenblatt"),
    ],
)
def test_a_capital_inside_of_a_sentence_is_a_name(language: str, text: str, name: str) -> None:
    found = {inner.strip(): kind for inner, kind in kinds(text, language=language).items()}
    assert found.pop(name) is QuoteKind.TITLE
    assert all(kind in _SPOKEN for kind in found.values())


def test_words_with_a_small_letter_are_not_what_a_work_is_called() -> None:
    found = kinds("Рудин назвал программу «пустой витриной» для чиновников.", language="ru")
    assert found == {"пустой витриной": QuoteKind.PARTIAL}


def test_nouns_of_german_are_no_titles() -> None:
    found = kinds("Jan Holt warf der Stadt eine „Blockadehaltung“ vor.", language="de")
    assert found == {"Blockadehaltung": QuoteKind.PARTIAL}


def test_paragraphs_of_one_quote_have_the_speaker_named_at_its_end() -> None:
    found = said_by(
        "Ana Robles llegó. «No», dijo Robles.",
        "«Trabajamos todo el año para esto.",
        "«Y luego llegó la lluvia.",
        "«Ahora falta el último paso», dijo Paula Vidal.",
        language="es",
    )
    assert found == ["Ana Robles", "Paula Vidal", "Paula Vidal", "Paula Vidal"]
