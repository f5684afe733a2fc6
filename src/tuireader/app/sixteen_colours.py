"""Any theme in the sixteen colours of a terminal that has no others."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tuireader.app.rendition.palette import READABLE, contrast, luminance

_BLACK, _WHITE = RichColor.from_ansi(0), RichColor.from_ansi(15)
_DARK, _LIGHT = 0.12, 0.6
"""Backgrounds of less luminance than the one are black, of more than the other white."""
_LOOKS = (
    *("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"),
    *("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"),
)
"""What the sixteen look like by default on the Linux console, and about so elsewhere."""


class SixteenColours(LineFilter):
    """Paints in the nearest of the sixteen colours that can be read.

    The nearest alone will not do: the dark backgrounds of many themes are nearest to grey, on
    which no colour of the sixteen can be read.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments in other colours."""
        return [
            Segment(text, _nearest(style) if style is not None else None, control)
            for text, style, control in segments
        ]


@lru_cache(4096)
def _nearest(style: Style) -> Style:
    """Return a style in the sixteen; those that the program chose among them itself stay."""
    back = _background(style.bgcolor)
    front = style.color.downgrade(ColorSystem.STANDARD) if style.color is not None else None
    chosen = front is style.color and back in (None, _BLACK, _WHITE)
    if front is not None and back is not None and not (chosen or _readable(front, back)):
        front = max(_BLACK, _WHITE, key=lambda colour: contrast(_look(colour), _look(back)))
    return style + Style(color=front, bgcolor=back)


def _background(colour: RichColor | None) -> RichColor | None:
    if colour is None or colour.is_default:
        return colour
    light = luminance(_look(colour))
    if light < _DARK:
        return _BLACK
    return _WHITE if light > _LIGHT else colour.downgrade(ColorSystem.STANDARD)


def _readable(front: RichColor, back: RichColor) -> bool:
    if front.is_default or back.is_default:
        return True
    return contrast(_look(front), _look(back)) >= READABLE


def _look(colour: RichColor) -> str:
    """Return about what a colour looks like, as ``#rrggbb``."""
    if colour.number is not None and colour.triplet is None and colour.number < 16:
        return _LOOKS[colour.number]
    return str(colour.get_truecolor().hex)
