"""Russian and Ukrainian names are told from words with a capital, and stand in the nominative."""

from __future__ import annotations

import pytest

from tests.annotation.entity_helpers import article, entity, names
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.entities.cases import nominative
from tuireader.annotation.entities.cyrillic_names import cyrillic_language

RUSSIAN = (
    "Президент лиги Олег Рудин приехал в порт. Эколог Софья Линден ждала его на причале.",
    "По словам Софьи Линден, вода чистая. Рудина это не убедило. Трибуны молчали.",
)
UKRAINIAN = (
    "Речник порту Мартін Гольд прибув до міста. За словами Гольда, причал відкриють завтра.",
    "Міністр оборони Данії Ларс Берг зустрівся з Мартіном Гольдом у вівторок.",
)


@pytest.mark.parametrize(
    ("form", "language", "name"),
    [
        ("Софьи Линден", "ru", "Софья Линден"),
        ("Павлом Рудиным", "ru", "Павел Рудин"),
        ("Марии Ведовой", "ru", "Мария Ведова"),
        ("Олега Дальского", "ru", "Олег Дальский"),
        ("Ольга Ведова", "ru", "Ольга Ведова"),
        ("Александра Ведова", "ru", "Александра Ведова"),
        ("Юрія Гольдовського", "uk", "Юрій Гольдовський"),
        ("Юлія Гай", "uk", "Юлія Гай"),
        ("Тарасом Гриценком", "uk", "Тарас Гриценко"),
        ("Оксаною Гольдовською", "uk", "Оксана Гольдовська"),
        ("Марко Берг", "uk", "Марко Берг"),
        ("Ззз Берга", "uk", "Ззз Берга"),
    ],
)
def test_names_stand_in_the_nominative(form: str, language: str, name: str) -> None:
    assert nominative(form, language) == name


def test_a_russian_role_is_no_part_of_a_name() -> None:
    found = names(*RUSSIAN)
    assert ("Олег Рудин", "PERSON") in found
    assert ("Софьи Линден", "PERSON") in found
    assert not any(text.startswith(("Президент", "Эколог", "Трибуны")) for text, _ in found)


def test_the_cases_of_a_name_are_one_person() -> None:
    entities = find_entities(article(*RUSSIAN))
    assert [m.text for m in entity(entities, "Олег Рудин").mentions] == ["Олег Рудин", "Рудина"]
    assert entity(entities, "Софья Линден").aliases == ("Софьи Линден",)
    people = [e.name for e in find_entities(article(*UKRAINIAN)) if e.label.value == "PERSON"]
    assert people == ["Мартін Гольд", "Ларс Берг"]


def test_only_cyrillic_texts_are_looked_at_so() -> None:
    assert cyrillic_language(" ".join(RUSSIAN)) == "ru"
    assert cyrillic_language(" ".join(UKRAINIAN)) == "uk"
    assert cyrillic_language("The minister met Олег Рудин in the port of Leith on Monday.") == ""
