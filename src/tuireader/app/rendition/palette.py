"""Colours for voices that people with any kind of colour vision can tell apart.

The two sets were found by maximising the least distance in OKLab (B. Ottosson, 2020) between any
two colours, and between each and the text, as seen with normal vision and with full protanopia,
deuteranopia and tritanopia (simulation of Machado, Oliveira and Fernandes, "A Physiologically-based
Model for Simulation of Color Vision Deficiency", 2009), among colours of moderate chroma with
enough contrast (WCAG 2.2) on the backgrounds of the common dark and light themes. In each, what
are most alike to the normal eye are the first and the fifth, the second and the sixth, and the
fourth and the last; `voices` gives such a pair to two people only where no other is left.
"""

from __future__ import annotations

from functools import lru_cache

ON_DARK = ("#92cfe6", "#e99538", "#ca97c8", "#8efaae", "#72adfb", "#f9cb52", "#97b589")
"""For light text on a dark background."""
ON_LIGHT = ("#0b67a9", "#8e0d3c", "#1d4301", "#590369", "#4134ab", "#7b5f06", "#5a4269")
"""For dark text on a light background."""
IN_16_ON_DARK = ("cyan", "yellow", "magenta", "green", "bright_blue", "bright_yellow", "bright_red")
"""For terminals whose own sixteen colours are used, on a dark background."""
IN_16_ON_LIGHT = ("blue", "red", "green", "magenta", "cyan", "yellow", "bright_blue")
"""Likewise on a light background."""

READABLE = 4.5
"""The least contrast of text, after WCAG 2.2, success criterion 1.4.3."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour after WCAG 2.2, from 0 to 1.

    Args:
        colour: As ``#rrggbb``.
    """
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours after WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(256)
def readable(colour: str, background: str, least: float = READABLE) -> str:
    """Return the colour, moved towards white or black only as far as contrast demands.

    Args:
        colour: As ``#rrggbb``.
        background: What it stands on, likewise.
        least: The contrast ratio to reach, if white or black reach it.
    """
    end = (
        "#ffffff"
        if contrast("#ffffff", background) > contrast("#000000", background)
        else ("#000000")
    )
    for step in range(21):
        moved = mix(colour, end, step / 20)
        if contrast(moved, background) >= least:
            return moved
    return end


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two: the first where the share is 0, the second where it is 1."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def voice_colours(background: str, least: float = READABLE) -> tuple[str, ...]:
    """Return the colours of voices for a background, each with at least a contrast ratio."""
    dark = luminance(background) < 0.18
    return tuple(readable(colour, background, least) for colour in (ON_DARK if dark else ON_LIGHT))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
