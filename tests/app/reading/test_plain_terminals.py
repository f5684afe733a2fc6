"""Terminals without colour, and without signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.filter import LineFilter
from textual.strip import Strip

from tests.app.reading.reader import Reader
from tests.app.reading.specimen import harbour
from tuireader.annotation.annotation import Label
from tuireader.app.filters import plain_signs, screen_filters
from tuireader.app.rendition.cells import width_of
from tuireader.app.rendition.ink import Hit, Ink, Role
from tuireader.app.rendition.layers import LAYER_OF_LABEL, Layer
from tuireader.app.rendition.legend import LEGEND
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.widgets.dress import Colours, Dress


class PlainReader(Reader):
    """The pane as a terminal without colour and signs shows it."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return screen_filters(super().get_line_filters(), colourless=True, ascii_signs=True)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_plain_signs_keep_the_width(text: str) -> None:
    assert len(plain_signs(text)) == len(text)
    if "\ufe0f" not in text and "\u200d" not in text:
        assert width_of(plain_signs(text)) == width_of(text)


def test_signs_become_plain_and_letters_stay() -> None:
    assert plain_signs("▎“Où va‑t‑on… ” — «Да» · 漢") == '|"Où va-t-on. " - "Да" - 漢'


async def test_nothing_painted_has_a_colour_and_quotes_are_still_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = PlainReader()
    async with app.run_test(size=(100, 40)) as pilot:
        app.pane.show(Prepared(harbour()))
        app.pane.next_quote()
        await pilot.pause()
        strips: list[Strip] = list(app.screen._compositor.render_strips())
        for segment in (segment for strip in strips for segment in strip):
            style = segment.style
            if style is not None:
                assert style.color is None or style.color.is_default
                assert style.bgcolor is None or style.bgcolor.is_default
        text = "\n".join(strip.text for strip in strips)
        assert '"We are not against the boat' in text
        assert any(
            "Ilse Marren |" in strip.text or "Ilse Marren #" in strip.text for strip in strips
        )
        assert not set(text) & set("▎▐│┃─“”‘’…·•")
        dim = "".join(s.text for strip in strips for s in strip if s.style and s.style.dim)
        assert "Monday" in dim


@pytest.mark.parametrize("ansi", [False, True])
def test_every_kind_of_entity_has_a_shape_of_its_own(ansi: bool) -> None:
    dress = Dress(Colours("#e0e0e0", "#121212", "#ffa62b", ansi=ansi, plain=True))
    shapes: dict[Layer, tuple[bool | None, ...]] = {}
    for label in Label:
        style = dress.style(Ink(label=label))
        shape = (style.bold, style.italic, style.underline, style.dim)
        shapes.setdefault(LAYER_OF_LABEL[label], shape)
        assert shapes[LAYER_OF_LABEL[label]] == shape
        assert any(shape), label
    for ink in (Ink(note=True), Ink(link="#")):
        style = dress.style(ink)
        shapes[Layer.NOTES if ink.note else Layer.LINKS] = (
            style.bold, style.italic, style.underline, style.dim,
        )  # fmt: skip
    assert len(set(shapes.values())) == len(shapes)


def test_hits_outrank_everything_without_colour() -> None:
    dress = Dress(Colours("#e0e0e0", "#121212", "#ffa62b", plain=True))
    found, current = (dress.style(Ink(hit=hit)) for hit in (Hit.FOUND, Hit.CURRENT))
    assert found.reverse
    assert current.reverse
    assert found != current


ON_DARK = Colours("#e0e0e0", "#121212", "#ffa62b")
ON_LIGHT = Colours("#202020", "#e0e0e0", "#ffa62b", dark=False)


@pytest.mark.parametrize(
    "colours",
    [
        ON_DARK,
        ON_LIGHT,
        replace(ON_DARK, ansi=True),
        replace(ON_LIGHT, ansi=True),
        replace(ON_DARK, plain=True),
    ],
)
def test_every_look_in_the_legend_is_another(colours: Colours) -> None:
    dress = Dress(colours, {"anybody": 0})
    looks = [(dress.style(m.sample.ink), m.sample.text[:1]) for m in LEGEND]
    assert len(set(looks)) == len(looks)
    assert dress.style(Ink(Role.NAME, voice="anybody", speech=True)).bold
