from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.annotation.entity_helpers import article
from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.builtin import BuiltinRecognizer, find_entities
from tuireader.annotation.entities.engines import recognizer_named
from tuireader.annotation.entities.spacy_recognizer import EngineMissingError, SpacyRecognizer


class Pipeline:
    """Finds what it is told, as a spaCy pipeline would."""

    def __init__(self, surfaces: dict[str, str]) -> None:
        self.meta = {"version": "3.8.0"}
        self._surfaces = surfaces

    def pipe(self, texts: list[str]) -> Any:
        for text in texts:
            yield SimpleNamespace(
                ents=[
                    SimpleNamespace(
                        label_=label, start_char=text.index(s), end_char=text.index(s) + len(s)
                    )
                    for s, label in self._surfaces.items()
                    if s in text
                ]
            )


def installed(monkeypatch: pytest.MonkeyPatch, surfaces: dict[str, str] | None) -> None:
    """Put a stand-in for spaCy in place; without surfaces no pipeline is installed."""

    def load(name: str, **_: object) -> Pipeline:
        if surfaces is None:
            raise OSError(name)
        return Pipeline(surfaces)

    module = ModuleType("spacy")
    vars(module)["load"] = load
    monkeypatch.setitem(sys.modules, "spacy", module)


def test_articles_possessives_and_numbers_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, {"the Nordic Council's": "ORG", "Holm": "PERSON", "three": "CARDINAL"})
    story = article("Holm left the Nordic Council's three seats.")
    found = recognizer_named("spacy:en_core_web_sm").recognize(story)
    assert [(m.text, m.label) for m in found] == [
        ("Holm", Label.PERSON),
        ("Nordic Council", Label.ORG),
    ]


def test_the_second_look_and_resolution_run_on_top(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, {"Ingrid Holm": "PERSON"})
    story = article("Ingrid Holm came first.", "After that Holm spoke.")
    plain = SpacyRecognizer("en_core_web_sm", refined=False)
    refined = SpacyRecognizer("en_core_web_sm")
    assert len(plain.recognize(story)) == 1
    (holm,) = find_entities(story, refined)
    assert [m.text for m in holm.mentions] == ["Ingrid Holm", "Holm"]
    assert refined.name == "spacy:en_core_web_sm/3.8.0"


def test_what_is_not_installed_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    story = article("Ingrid Holm came first.")
    installed(monkeypatch, None)
    with pytest.raises(EngineMissingError, match="spacy download de_core_news_md"):
        recognizer_named("spacy:de_core_news_md").recognize(story)
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(EngineMissingError, match=r"pip install 'tuireader\[spacy\]'"):
        recognizer_named("spacy:de_core_news_md").recognize(story)


def test_engines_by_name() -> None:
    assert isinstance(recognizer_named("builtin"), BuiltinRecognizer)
    with pytest.raises(ValueError, match='no entity engine "stanza"'):
        recognizer_named("stanza")
