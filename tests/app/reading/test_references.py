"""Where the article means somebody without the name: told, reached, and never painted."""

from __future__ import annotations

from dataclasses import replace

from tests.app.reading.reader import reading
from tests.app.reading.specimen import harbour
from tests.app.reading.test_marks import TEXT, ink_at
from tuireader.annotation.annotation import Reference, ReferenceKind
from tuireader.app.rendition.explain import about_entity, explain
from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.people import RowKind, rows_of
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading
from tuireader.app.rendition.renewal import renewed
from tuireader.app.widgets.status_line import StatusLine
from tuireader.library.entry import Loaded

SHE = TEXT.index("she added")
NAMES = [TEXT.index("Ilse Marren"), TEXT.index("Marren said the")]


def _meant() -> Loaded:
    """Return the harbour article, in which "she" and "a woman" are Ilse Marren."""
    loaded = harbour()
    woman = TEXT.index("a woman")
    references = (
        Reference(SHE, SHE + 3, "she", ReferenceKind.PRONOUN, 0.9),
        Reference(woman, woman + 7, "a woman", ReferenceKind.ROLE, 0.95),
    )
    entities = tuple(
        replace(entity, references=references) if entity.name == "Ilse Marren" else entity
        for entity in loaded.annotation.entities
    )
    return replace(loaded, annotation=replace(loaded.annotation, entities=entities))


def test_what_is_meant_is_told_and_counted_apart_from_the_names() -> None:
    made = Reading(Prepared(_meant()))
    entity = next(e for e in made.loaded.annotation.entities if e.references)
    assert about_entity(entity).startswith("person · named 2 times · by role 1, by pronoun 1 · ")
    assert explain(made.loaded.annotation, made.marks, SHE) == (
        "Ilse Marren: meant by “she” (90 % sure)"
    )


def test_pronouns_look_like_the_text_around_them() -> None:
    plain, meant = Marks.of(harbour().annotation), Marks.of(_meant().annotation)
    assert ink_at("she added", meant) == ink_at("she added", plain)


def test_the_panel_counts_names_and_shows_where_somebody_is_meant_too() -> None:
    rows = rows_of(Reading(Prepared(_meant())))
    (row,) = [r for r in rows if r.text == "Ilse Marren" and r.kind is RowKind.ENTITY]
    assert (list(row.places), row.meant[0]) == (NAMES, SHE)


async def test_the_next_mention_of_a_name_may_be_a_pronoun_and_the_next_name_never() -> None:
    async with reading(_meant(), (120, 40)) as (app, _):
        pane = app.pane
        while (at := pane.current_mention()) is None or at.start != NAMES[0]:
            assert pane.next_entity(new=True)
        seen = []
        while pane.next_entity(same=True):
            place = pane.current_mention()
            seen.append(place.start if place else -1)
        assert seen == [NAMES[1], -1, -1]
        assert "Ilse Marren meant by “a woman” (95 % sure) · person" in (
            app.query_one(StatusLine).text
        )
        assert pane.next_entity(-1, same=True)
        assert pane.next_entity()
        entity = pane.current_entity()
        assert entity is not None
        assert entity.name == "Tomas Oyelaran"


def test_a_cursor_on_a_pronoun_stays_there() -> None:
    old = Reading(Prepared(_meant()))
    old.mention = old.marks.references.items[0]
    new = renewed(old, Prepared(_meant()))
    assert new.mention == old.mention
