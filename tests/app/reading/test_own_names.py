"""The colour and the note of the reader's own names are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.reading.specimen import harbour
from tests.app.reading.test_marks import TEXT, ink_at
from tuireader.annotation.annotation import Annotation, Label
from tuireader.app.rendition.explain import about_entity
from tuireader.app.rendition.ink import Ink
from tuireader.app.rendition.marks import Marks
from tuireader.app.widgets.dress import Colours, Dress


def _noted() -> Annotation:
    annotation = harbour().annotation
    return replace(
        annotation,
        entities=tuple(
            replace(entity, colour="#40c060", note="met in Orsk")
            if entity.label is Label.PERSON
            else entity
            for entity in annotation.entities
        ),
    )


def test_a_mention_has_the_colour_of_its_name_and_others_have_none() -> None:
    annotation = _noted()
    shown = Marks.of(annotation)
    for entity in annotation.entities:
        mention = entity.mentions[0]
        ink = ink_at(TEXT[mention.start : mention.start + 30], shown)
        if ink.label is entity.label:
            assert ink.tint == entity.colour


@pytest.mark.parametrize("speech", [False, True])
def test_the_colour_is_painted_in_the_text_and_in_what_is_said(speech: bool) -> None:
    dress = Dress(Colours("#e0e0e0", "#121212", "#ffa62b"))
    style = dress.style(Ink(label=Label.PERSON, tint="#40c060", speech=speech))
    assert style.color is not None
    assert style.color.name == "#40c060"
    assert style.underline


def test_sixteen_colours_leave_the_shape_alone() -> None:
    dress = Dress(Colours("#e0e0e0", "#121212", "#ffa62b", ansi=True))
    tinted = dress.style(Ink(label=Label.PERSON, tint="#40c060"))
    assert tinted == dress.style(Ink(label=Label.PERSON))


def test_the_note_stands_with_what_is_known_of_the_name() -> None:
    annotation = _noted()
    person = next(entity for entity in annotation.entities if entity.note)
    assert " · met in Orsk · " in about_entity(person)
