"""What every painted line passes last: no colour where none is wanted, letters where signs fail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import ANSIToTruecolor, DimFilter, LineFilter, Monochrome, NoColor

from tuireader.app.rendition.palette import readable
from tuireader.app.sixteen_colours import SixteenColours

_SIGNS = {
    "|": "▎▏▌│┃┊╎║╏▕",
    "#": "▐█▉▊▋▇▆▅■◼",
    "-": "─━╌╍═‐‑‒–—―▔▁·∙",
    "+": "┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝┏┓┗┛╋",
    "*": "•●★✎◆◉◦▪",
    "o": "○☆◇",
    ">": "▸▶❯›→",
    "<": "◂◀❮‹←",
    "^": "▲▴↑",
    "v": "▼▾↓",
    "=": "▄▃▂",
    '"': "“”„‟«»",
    "'": "‘’‚‛",
    ".": "…",
    "x": "⌫✕✖✗×",
    " ": "\xa0\u2009\u202f",
}
_TABLE = str.maketrans({sign: plain for plain, signs in _SIGNS.items() for sign in signs})


def plain_signs(text: str) -> str:
    """Return a text of the same width with signs and typographic marks as ASCII.

    Letters stay as they are, whatever their alphabet.
    """
    return text if text.isascii() else text.translate(_TABLE)


class PlainSigns(LineFilter):
    """Paints signs and typographic marks as ASCII, for terminals that lack them."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text in plain signs."""
        return [Segment(plain_signs(text), style, control) for text, style, control in segments]


class Readable(LineFilter):
    """Gives words the contrast that WCAG 2.2 asks for (1.4.3), whatever the theme."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with colours moved towards black or white where that is needed."""
        return [
            Segment(text, _readable(style), control)
            if style is not None and any(character.isalnum() for character in text)
            else Segment(text, style, control)
            for text, style, control in segments
        ]


@lru_cache(4096)
def _readable(style: Style) -> Style:
    front = style.color.triplet if style.color is not None else None
    back = style.bgcolor.triplet if style.bgcolor is not None else None
    if front is None or back is None:
        return style
    if style.reverse:
        return style + Style(bgcolor=readable(back.hex, front.hex))
    return style + Style(color=readable(front.hex, back.hex))


_READABLE = Readable()
_PLAIN_SIGNS = PlainSigns()
_SIXTEEN_COLOURS = SixteenColours()
_NO_COLOUR = NoColor()
_WITH_COLOUR = (ANSIToTruecolor, DimFilter, Monochrome, NoColor)
"""What turns dim text into a colour, or colours into greys."""


def screen_filters(
    filters: Sequence[LineFilter],
    *,
    colourless: bool,
    ascii_signs: bool,
    sixteen_colours: bool = False,
) -> list[LineFilter]:
    """Return the filters to use in place of Textual's own.

    Textual shows greys where the user asked for no colour; here not even those are left.

    Args:
        filters: Textual's own.
        colourless: Whether the user wants no colour.
        ascii_signs: Whether the user wants plain signs.
        sixteen_colours: Whether the terminal has no other colours: dim text is then its own affair.
    """
    found = list(filters)
    if sixteen_colours:
        found = [item for item in found if not isinstance(item, DimFilter)]
    if colourless:
        found = [item for item in found if not isinstance(item, _WITH_COLOUR)]
        found.append(_NO_COLOUR)
    elif sixteen_colours:
        found.append(_SIXTEEN_COLOURS)
    else:
        found.append(_READABLE)
    if ascii_signs:
        found.append(_PLAIN_SIGNS)
    return found
