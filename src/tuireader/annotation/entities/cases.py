"""The nominative of Russian and Ukrainian names, by the endings of their cases."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tuireader.annotation.attribution.cues import load_cues

CYRILLIC = ("ru", "uk")
"""The languages whose names are inflected here."""
_HARD = ("а", "у", "ом", "ем", "е", "і", "ові")
_SOFT = ("я", "ю", "ем", "єм", "ём", "е", "і", "ї", "еві", "єві")
_FEMININE_A = ("ы", "и", "е", "і", "у", "ой", "ою", "ей", "ею")
_FEMININE_YA = ("и", "і", "ї", "е", "ю", "ей", "ею", "єю", "ёй")
_IRREGULAR = {"павел": "павл", "пётр": "петр", "лев": "льв"}
_MASCULINE_ADJECTIVE = ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем")
_MASCULINE_NOUN = ("ові", "еві", "ым", "им", "ом", "ем", "єм", "а", "у", "е", "і")
_ADJECTIVE_STEMS = ("ск", "цк", "ськ", "цьк", "зьк")
_FAMILY = ("ов", "ев", "ёв", "єв", "ин", "ын", "ін", "їн")
_OF_WOMEN = ("ой", "ої", "ою", "ій", "у", "ую", "ей", "ею")
_STEM = 2
_SAME_STEM = 3
_ENDING = 3


class Given(NamedTuple):
    """A form of a given name.

    Attributes:
        nominative: The name itself, in lower case.
        gender: Whose it is, ``f`` or ``m``.
        oblique: Whether the form is another than the nominative.
    """

    nominative: str
    gender: str
    oblique: bool


@cache
def given_forms(language: str) -> dict[str, tuple[Given, ...]]:
    """Return the given names of a language by each of their forms, in lower case."""
    cues = load_cues(language)
    found: dict[str, dict[Given, None]] = {}
    for gender, names in (("m", cues.male_names), ("f", cues.female_names)):
        for name in sorted(names):
            found.setdefault(name, {})[Given(name, gender, oblique=False)] = None
            for form in _forms(name, gender):
                found.setdefault(form, {})[Given(name, gender, oblique=True)] = None
    return {form: tuple(names) for form, names in found.items()}


def _forms(name: str, gender: str) -> set[str]:
    stem, last = name[:-1], name[-1]
    if last == "а":
        return {stem + ending for ending in _FEMININE_A}
    if last == "я":
        return {stem + ending for ending in _FEMININE_YA}
    if gender == "f":
        return {stem + "и", stem + "і", name + "ю", stem + "ові"} if last == "ь" else set()
    if last in "йь":
        return {stem + ending for ending in _SOFT}
    if last == "о":
        return {stem + ending for ending in _HARD}
    if last == "р":
        soft = {name + ending for ending in _SOFT}
        return soft | {name + ending for ending in _HARD}
    stem = _IRREGULAR.get(name, name)
    return {stem + ending for ending in _HARD} if last not in "еиіуюэє" else set()


def nominative(name: str, language: str) -> str:
    """Return a full name in the nominative: "Софья Линдер" for "Софьи Линдер".

    A name that may as well stand in the nominative already is left as it is, and so is one whose
    given name is in no list.

    Args:
        name: Given name, maybe a patronymic, and last name.
        language: "ru" or "uk".
    """
    first, *rest = name.split()
    known = given_forms(language).get(first.lower(), ())
    if not rest or not known:
        return name
    last = rest[-1]
    readings = [
        (given, lasts)
        for given in known
        if (lasts := _last(last, given.gender, given.oblique, language)) is not None
    ]
    if not readings or not all(given.oblique for given, _ in readings):
        return name
    given, whole = readings[0]
    return " ".join([given.nominative.capitalize(), *rest[:-1], whole])


def _last(last: str, gender: str, oblique: bool, language: str) -> str | None:
    """Return a last name in the nominative; None where its form does not go with the given name."""
    if not oblique:
        masculine = gender == "m" and last.lower().endswith(tuple(f + "а" for f in _FAMILY))
        return None if masculine or _is_of_man(last, gender) else last
    return _of_man(last, language) if gender == "m" else _of_woman(last)


def _is_of_man(last: str, gender: str) -> bool:
    """Whether a last name in another case is a man's, so that no woman's name goes with it."""
    return gender == "f" and last.lower().endswith(("ича", "ого", "енка", "ука", "юка"))


def _of_man(last: str, language: str) -> str:
    lower = last.lower()
    for ending in _MASCULINE_ADJECTIVE:
        stem = last[: -len(ending)]
        if lower.endswith(ending) and stem.lower().endswith(_ADJECTIVE_STEMS):
            return stem + ("ий" if stem.lower().endswith("к") else "ый")
    if lower.endswith(("ого", "ому")):
        return last[:-3] + ("ий" if language == "uk" else "ый")
    for ending in ("ові", "ом", "а", "у"):
        if (
            language == "uk"
            and lower.endswith("к" + ending)
            and lower[: -len(ending)][-3:] == "енк"
        ):
            return last[: -len(ending)] + "о"
    for ending in _MASCULINE_NOUN:
        stem = last[: -len(ending)]
        if lower.endswith(ending) and len(stem) > _STEM and stem[-1] not in "аеёиоуыэюяіїє":
            return stem
    if lower.endswith(("я", "ю")) and len(last) > _STEM + 1:
        return last[:-1] + ("й" if last[-2] in "аеёиоуыэюяіїє" else "ь")
    return last


def _of_woman(last: str) -> str:
    lower = last.lower()
    for ending in _OF_WOMEN:
        stem = last[: -len(ending)]
        if not lower.endswith(ending):
            continue
        if stem.lower().endswith(("ск", "цк")):
            return stem + "ая"
        if stem.lower().endswith(("ськ", "цьк", "зьк", *_FAMILY)):
            return stem + "а"
    return last


def is_form_of(one: str, other: str) -> bool:
    """Whether two words may be one in two cases: "Рудина" and "Рудин"."""
    apart = (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    stem = next(apart, min(len(one), len(other)))
    return stem >= _SAME_STEM and max(len(one), len(other)) - stem <= _ENDING
