from __future__ import annotations

from itertools import combinations
from math import atan2, degrees

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.reading.specimen import harbour
from tuireader.annotation.annotation import Annotation, Quote, QuoteKind
from tuireader.app.rendition.palette import (
    IN_16_ON_DARK,
    IN_16_ON_LIGHT,
    ON_DARK,
    ON_LIGHT,
    contrast,
    luminance,
    mix,
    readable,
    voice_colours,
)
from tuireader.app.rendition.voices import COLOURS, cast_of, entrances, preferred_colour

COLOUR = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02x}{:02x}{:02x}".format(*c))

# Machado, Oliveira and Fernandes (2009), full severity, on linear RGB.
VISION = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: str, vision: str) -> tuple[float, float, float]:
    """Return a colour in OKLab as seen with a kind of colour vision."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    r, g, b = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, linear, strict=True))))
        for row in VISION[vision]
    )
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def distance(one: str, other: str, vision: str) -> float:
    pairs = zip(seen(one, vision), seen(other, vision), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize(("palette", "text"), [(ON_DARK, "#e0e0e0"), (ON_LIGHT, "#202020")])
def test_voices_stay_apart_for_every_kind_of_colour_vision(
    vision: str, palette: tuple[str, ...], text: str
) -> None:
    """A difference of 0.02 in OKLab is just noticeable; more than twice that is asked for."""
    assert min(distance(a, b, vision) for a, b in combinations(palette, 2)) >= 0.055
    assert min(distance(a, text, vision) for a in palette) >= 0.055


def test_there_are_as_many_colours_as_announced() -> None:
    assert {len(p) for p in (ON_DARK, ON_LIGHT, IN_16_ON_DARK, IN_16_ON_LIGHT)} == {COLOURS}
    assert len(set(IN_16_ON_DARK)) == len(set(IN_16_ON_LIGHT)) == COLOURS


@given(COLOUR)
def test_voices_are_readable_on_every_background(background: str) -> None:
    assert all(contrast(colour, background) >= 4.5 for colour in voice_colours(background))


@given(COLOUR, COLOUR)
def test_contrast_is_symmetric_and_in_range(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


def test_known_contrasts() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert luminance("#ffffff") == pytest.approx(1)
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert readable("#ffffff", "#000000") == "#ffffff"


def speech(start: int, speaker: str | None, kind: QuoteKind = QuoteKind.SPEECH) -> Quote:
    return Quote(start, start + 5, kind, speaker=speaker)


def test_a_person_has_the_same_colour_in_every_article() -> None:
    cast = cast_of(harbour().annotation)
    most_quoted = cast["person:ilse marren"]
    assert most_quoted.colour == preferred_colour("person:ilse marren")
    assert most_quoted.name == "Ilse Marren"
    assert len(most_quoted.quotes) == 3


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=2, max_size=COLOURS, unique=True))
def test_no_two_of_few_voices_share_a_colour(names: list[str]) -> None:
    cast = cast_of(Annotation(tuple(speech(at * 10, name) for at, name in enumerate(names))))
    assert len({voice.colour for voice in cast.values()}) == len(cast)


def test_titles_scare_quotes_and_unknown_speakers_are_no_voices() -> None:
    quotes = (speech(0, "A", QuoteKind.SCARE), speech(9, "B", QuoteKind.TITLE), speech(20, None))
    assert cast_of(Annotation(quotes)) == {}


def test_a_voice_is_named_where_it_changes_and_when_it_comes_back_later() -> None:
    blocks = [0, 100, 200, 300, 400]
    quotes = (
        speech(0, "A"),
        speech(20, "A"),
        speech(110, "A"),
        speech(120, "B"),
        speech(210, "B"),
        speech(410, "B"),
    )
    found = entrances(quotes, 0, len(quotes), blocks)
    assert [(e.position, e.key) for e in found] == [(0, "name:a"), (120, "name:b"), (410, "name:b")]
    for middle in range(len(quotes) + 1):
        halves = entrances(quotes, 0, middle, blocks) + entrances(quotes, middle, 6, blocks)
        assert halves == found


@given(
    st.sampled_from([ON_DARK, ON_LIGHT]),
    st.lists(st.text(min_size=1).filter(str.strip), min_size=2, max_size=4, unique=True),
)
def test_four_voices_have_colours_of_four_hues(palette: tuple[str, ...], names: list[str]) -> None:
    quotes = tuple(speech(at * 10, name) for at, name in enumerate(names))
    hues = [hue(palette[voice.colour]) for voice in cast_of(Annotation(quotes)).values()]
    for one, other in combinations(hues, 2):
        assert abs((one - other + 180) % 360 - 180) >= 30


def hue(colour: str) -> float:
    """Return the hue of a colour in OKLab, in degrees."""
    _, a, b = seen(colour, "normal")
    return degrees(atan2(b, a))
