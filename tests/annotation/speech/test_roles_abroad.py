"""Roles in other languages: the name that ends them, and the word that stands for a name."""

from __future__ import annotations

import pytest

from tests.annotation.speech.articles import article
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import QuoteKind

_SPOKEN = (QuoteKind.SPEECH, QuoteKind.PARTIAL)


def said_by(*paragraphs: str, language: str) -> list[str | None]:
    """Return who says the quotes of some paragraphs, their entities known."""
    quotes = annotate(article(*paragraphs, language=language)).quotes
    return [quote.speaker for quote in quotes if quote.kind in _SPOKEN]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "«Ждём», — заявил президент Союза рыбаков Олег Рудин.", "Олег Рудин"),
        ("ru", "«Ждём», — сказала пресс-секретарь «Порта» Ольга Ведова.", "Ольга Ведова"),
        ("uk", "«Чекаємо», — нагадав голова Рибальської громади Павло Рудик.", "Павло Рудик"),
        ("fr", "« Non », a dit la maire (sans étiquette) de Brest, Anne Carel.", "Anne Carel"),
        ("es", "«No», ha dicho este martes la ministra de Pesca, Ana Robles.", "Ana Robles"),
    ],
)
def test_the_name_at_the_end_of_a_role_is_the_speaker(
    language: str, text: str, speaker: str
) -> None:
    assert said_by(text, language=language) == [speaker]


@pytest.mark.parametrize(
    ("language", "paragraph", "speaker"),
    [
        ("de", "Der Reeder Jan Holt kam. „Wir warten“, sagte der Manager.", "Jan Holt"),
        ("fr", "Paul Roux est arrivé. « On attend », a lancé l’élu.", "Paul Roux"),
        ("es", "Carmen Vidal llegó tarde. «Esperamos», dijo la diputada.", "Carmen Vidal"),
        ("ru", "Олег Рудин приехал утром. «Ждём», — сказал бизнесмен.", "Олег Рудин"),
        ("uk", "Павло Рудик прибув зранку. «Чекаємо», — додав підприємець.", "Павло Рудик"),
        ("de", "Der Reeder Jan Holt kam. „Wir warten“, sagte ein Manager.", "ein Manager"),
        ("ru", "Олег Рудин приехал. «Ждём», — сказал источник в порту.", "источник"),
    ],
)
def test_another_word_for_a_person_means_who_was_spoken_of(
    language: str, paragraph: str, speaker: str
) -> None:
    assert said_by(paragraph, language=language) == [speaker]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("de", "Jan Holt kam. „Wir warten“, sagte er. Zugleich räumte er ein: „Es dauert.“"),
        ("uk", "Павло Рудик прибув. «Чекаємо», — сказав він. Водночас він каже: «Це довго»."),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_speaker(language: str, paragraph: str) -> None:
    assert len(set(said_by(paragraph, language=language))) == 1
