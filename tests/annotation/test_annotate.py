from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from tests.annotation.entity_helpers import article, entity
from tuireader.annotation import annotate as room
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import Label
from tuireader.annotation.attribution.own_cues import read_own_cues
from tuireader.annotation.engine import ENGINE, engine_of
from tuireader.annotation.entities.builtin import builtin_recognizer
from tuireader.annotation.entities.engine_names import complaint_about, engine_for
from tuireader.annotation.entities.own_names import OwnName
from tuireader.annotation.entities.recognizer import Recognizer
from tuireader.annotation.settings import DEFAULT, AnnotationSettings

OWN = AnnotationSettings(
    own_names=(OwnName("zinc accord", Label.LAW, ("the accord",)),),
    own_cues=(read_own_cues("en", 'finite = "blethered"'),),
)


def test_the_readers_own_names_and_cues_are_used() -> None:
    story = article("Last night Ann Lee blethered “the tide is out again” over the zinc accord.")
    plain, own = annotate(story), annotate(story, OWN)
    assert all(each.name != "zinc accord" for each in plain.entities)
    assert entity(own.entities, "zinc accord").label is Label.LAW
    assert (plain.quotes[0].cue, own.quotes[0].cue) == ("", "blethered")


def test_the_engine_says_what_an_article_was_annotated_with() -> None:
    assert annotate(article("Nothing.")).engine == engine_of(DEFAULT) == ENGINE
    assert annotate(article("Nothing."), OWN).engine == engine_of(OWN)
    assert engine_of(OWN).startswith(f"{ENGINE} own:")
    assert engine_of(pickle.loads(pickle.dumps(OWN))) == engine_of(OWN)


@pytest.mark.parametrize(
    "other",
    [
        AnnotationSettings(own_names=OWN.own_names),
        AnnotationSettings(own_cues=OWN.own_cues),
        replace(OWN, own_names=(OwnName("zinc accord", Label.EVENT, ("the accord",)),)),
        replace(OWN, own_cues=(read_own_cues("de", 'finite = "blethered"'),)),
    ],
)
def test_other_names_or_cues_are_another_engine(other: AnnotationSettings) -> None:
    assert engine_of(other) not in (engine_of(OWN), engine_of(DEFAULT))


def test_a_colour_or_a_note_is_no_other_engine() -> None:
    noted = replace(OWN.own_names[0], colour="green", note="signed in May")
    assert engine_of(replace(OWN, own_names=(noted,))) == engine_of(OWN)


def test_a_pipeline_is_named_with_its_version(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"version": "3.8.1"}', encoding="utf-8")
    settings = AnnotationSettings(engine=f"spacy:{tmp_path}")
    assert engine_of(settings) == f"{ENGINE} spacy:{tmp_path}/3.8.1"


def test_of_several_engines_each_has_its_version(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"version": "3.8.1"}', encoding="utf-8")
    settings = AnnotationSettings(engine=f"builtin, spacy:{tmp_path}")
    assert engine_of(settings) == f"{ENGINE} builtin,spacy:{tmp_path}/3.8.1"


@pytest.mark.parametrize(
    ("language", "engine"),
    [
        ("de", "spacy:de_core_news_sm"),
        ("de-AT", "spacy:de_core_news_sm"),
        ("fr", "spacy:{folder}"),
        ("en", "builtin"),
        ("", "builtin"),
    ],
)
def test_each_language_has_the_pipeline_made_for_it(
    tmp_path: Path, language: str, engine: str
) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "fr"}', encoding="utf-8")
    setting = f"builtin, spacy:de_core_news_sm, spacy:{tmp_path}"
    assert engine_for(setting, lambda: language) == engine.format(folder=tmp_path)


def test_the_language_is_not_looked_for_where_there_is_one_engine() -> None:
    def ask() -> str:
        raise AssertionError

    assert engine_for("spacy:de_core_news_sm", ask) == "spacy:de_core_news_sm"


def test_an_article_is_read_by_the_engine_of_its_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    builtin = builtin_recognizer()

    def recognizer(engine: str) -> Recognizer:
        asked.append(engine)
        return builtin

    monkeypatch.setattr(room, "_recognizer", recognizer)
    settings = AnnotationSettings(engine="builtin, spacy:de_core_news_sm")
    annotate(article("Die Brücke ist seit Montag gesperrt, sagte Anna Kern."), settings)
    annotate(article("The bridge has been closed since Monday, said Anna Kern."), settings)
    assert asked == ["spacy:de_core_news_sm", "builtin"]


def test_an_engine_that_is_not_there_is_told() -> None:
    assert complaint_about("builtin") == ""
    assert 'no entity engine "stanza"' in complaint_about("stanza")
    assert 'no entity engine "spacy:"' in complaint_about("spacy:")
    assert "not installed" in complaint_about("spacy:xx_no_such_pipeline")
    assert "not installed" in complaint_about("builtin, spacy:xx_no_such_pipeline")
    assert complaint_about("builtin,") == ""


def test_an_engine_that_is_no_pipeline_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("spacy", "xx_pipeline", "xx_other"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("")
    (tmp_path / "xx_pipeline" / "meta.json").write_text("{}")
    monkeypatch.syspath_prepend(tmp_path)
    assert complaint_about("spacy:xx_pipeline") == ""
    assert "is no spaCy pipeline" in complaint_about("spacy:xx_other")
    assert "is no spaCy pipeline" in complaint_about(f"spacy:{tmp_path}")
    (tmp_path / "config.cfg").write_text("")
    assert complaint_about(f"spacy:{tmp_path}") == ""


def test_a_text_past_the_bound_is_not_annotated(monkeypatch: pytest.MonkeyPatch) -> None:
    story = article("“The tide is out again,” said Ann Lee.")
    assert annotate(story).quotes
    monkeypatch.setattr(room, "MOST_LETTERS", 10)
    assert (annotate(story).quotes, annotate(story).entities) == ((), ())
    assert annotate(story).engine == ENGINE
