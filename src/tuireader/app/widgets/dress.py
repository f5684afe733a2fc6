"""From what a run of text is to how it is painted, for one theme and one set of voices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rich.style import Style
from textual.widget import Widget

from tuireader.app.rendition.ink import Fate, Hit, Ink, Role
from tuireader.app.rendition.layers import LAYER_OF_LABEL, Layer
from tuireader.app.rendition.palette import (
    IN_16_ON_DARK,
    IN_16_ON_LIGHT,
    contrast,
    mix,
    readable,
    voice_colours,
)

SHAPES: dict[Layer, Style] = {
    Layer.PEOPLE: Style(underline=True),
    Layer.GROUPS: Style(underline=True, italic=True),
    Layer.ORGANISATIONS: Style(bold=True),
    Layer.PLACES: Style(italic=True),
    Layer.WORKS: Style(bold=True, italic=True),
    Layer.DATES: Style(dim=True),
    Layer.NUMBERS: Style(dim=True, italic=True),
}
"""How each kind of entity is told apart without colour."""

_TINTS: dict[Layer, str] = {
    Layer.PEOPLE: "#e0a040",
    Layer.GROUPS: "#e0a040",
    Layer.ORGANISATIONS: "#60a0e0",
    Layer.PLACES: "#50b080",
    Layer.WORKS: "#b080d0",
}
_LINK = "#3080d0"
_NOTED = Style(bold=True, italic=True, underline=True)
"""The shape of a note where shades of colour cannot be relied on."""
_TINT = 0.4
_MUTED = 0.4


@dataclass(frozen=True)
class Colours:
    """What a theme gives: colours as ``#rrggbb``.

    Attributes:
        text: The text.
        background: What it stands on.
        accent: What draws the eye.
        ansi: Whether the terminal's own sixteen colours are used; the others then do not count.
        plain: Whether no colour may be used at all.
        dark: Whether the background is dark.
        selection: What lies behind selected words; empty for the accent.
    """

    text: str
    background: str
    accent: str
    ansi: bool = False
    plain: bool = False
    dark: bool = True
    selection: str = ""

    @classmethod
    def of(cls, widget: Widget) -> Colours:
        """Return the colours a widget has in the present theme."""
        _, _, background, text = widget.colors
        app = widget.app
        accent = app.theme_variables.get("accent", "")
        primary = app.theme_variables.get("primary", "")
        return cls(
            text=text.hex6,
            background=background.hex6,
            accent=accent if len(accent) == 7 else text.hex6,
            ansi=app.native_ansi_color,
            plain=app.no_color,
            dark=app.current_theme.dark,
            selection=primary if len(primary) == 7 else "",
        )


@dataclass
class Dress:
    """Looks up the style of an ink.

    Attributes:
        colours: What the theme gives.
        voices: Which colour of the palette each voice has, by its key.
        base: What every style is laid over.
    """

    colours: Colours
    voices: Mapping[str, int] = field(default_factory=dict)
    base: Style = field(default_factory=Style.null)

    def __post_init__(self) -> None:
        self._styles: dict[Ink, Style] = {}
        self._voices: dict[str, Style] = {}
        self._palette = voice_colours(self.colours.background)

    def style(self, ink: Ink) -> Style:
        """Return the style of an ink, over the base."""
        style = self._styles.get(ink)
        if style is None:
            style = self._styles[ink] = self.base + self._make(ink)
        return style

    def voice(self, key: str) -> Style:
        """Return the style of somebody's words, or the neutral one of unknown speakers."""
        style = self._voices.get(key)
        if style is None:
            style = self._voices[key] = self._make_voice(key)
        return style

    def _make_voice(self, key: str) -> Style:
        slot = self.voices.get(key)
        if slot is None:
            return self._tinted(self.colours.text, 0.0)
        if self.colours.ansi:
            names = IN_16_ON_DARK if self.colours.dark else IN_16_ON_LIGHT
            return Style(color=names[slot % len(names)])
        return Style(color=self._palette[slot % len(self._palette)])

    def muted(self, share: float = _MUTED) -> Style:
        """Return the style of what stays in the background, still readable."""
        if self._flat:
            return Style(dim=True)
        faint = mix(self.colours.text, self.colours.background, share)
        return Style(color=readable(faint, self.colours.background))

    def _tinted(self, hue: str, share: float) -> Style:
        if self.colours.ansi:
            return Style()
        mixed = mix(self.colours.text, hue, share)
        return Style(color=readable(mixed, self.colours.background))

    def _make(self, ink: Ink) -> Style:
        style = self._role(ink)
        if ink.speech and ink.role is not Role.NAME:
            style += self.voice(ink.voice)
            if ink.nested:
                style += Style(italic=True)
        elif ink.quiet:
            style += self.muted(0.25)
        if ink.label is not None:
            style += self.entity(LAYER_OF_LABEL[ink.label], ink.tint, speech=ink.speech)
        if ink.link:
            style += Style(underline=True, bold=True)
            style += Style() if ink.speech else self._tinted(_LINK, 0.6)
        style += self._fate(ink)
        if ink.note:
            style += _NOTED if self._flat else self._filled(0.22)
        if ink.here:
            style += Style(reverse=True) if self._flat and not ink.speech else self._filled(0.1)
        style += self._hit(ink.hit)
        return style + self._selected(caret=ink.caret) if ink.selected else style

    def _role(self, ink: Ink) -> Style:
        match ink.role:
            case Role.HEADING:
                return Style(bold=True)
            case Role.CAPTION:
                return self.muted() + Style(italic=True)
            case Role.NAME:
                return self.voice(ink.voice) + Style(bold=True)
            case Role.RULE | Role.ORNAMENT:
                if ink.reported:
                    return self.muted(0.3) + self.voice(ink.voice)
                return Style() if ink.speech else self.muted(0.5)
        return Style()

    def entity(self, layer: Layer, tint: str = "", *, speech: bool = False) -> Style:
        """Return the style of a name.

        Args:
            layer: What kind of thing it names.
            tint: Its own colour as ``#rrggbb``; empty for that of its kind.
            speech: Whether it stands in somebody's words, whose colour it then keeps.
        """
        shape = SHAPES[layer]
        if tint:
            return self._tinted(tint, 1.0) + shape
        if layer in (Layer.DATES, Layer.NUMBERS) and not self._flat:
            shape = Style(italic=shape.italic)
            return shape if speech else shape + self.muted(0.3)
        return (
            shape if speech else self._tinted(_TINTS.get(layer, self.colours.text), _TINT) + shape
        )

    @property
    def _flat(self) -> bool:
        """Whether shades of colour cannot be relied on."""
        return self.colours.ansi or self.colours.plain

    def _fate(self, ink: Ink) -> Style:
        match ink.fate:
            case Fate.REMOVED:
                return self.muted(0.55)
            case Fate.PROPOSED:
                return self.muted(0.4)
            case Fate.LIFTED:
                return self.muted(0.25) + Style(italic=True)
            case Fate.EDITED:
                return Style(underline=True) + self._tinted(self.colours.accent, 0.7)
        return Style()

    def _filled(self, share: float) -> Style:
        if self._flat:
            return Style(bold=True)
        return Style(bgcolor=mix(self.colours.background, self.colours.text, share))

    def _hit(self, hit: Hit) -> Style:
        if hit is Hit.NONE:
            return Style()
        if self._flat:
            return Style(reverse=True, bold=hit is Hit.CURRENT, dim=False)
        colours = self.colours
        if hit is Hit.CURRENT:
            black, white = "#101010", "#ffffff"
            fill = colours.accent
            ink = black if contrast(black, fill) > contrast(white, fill) else white
            return Style(bgcolor=fill, color=ink, bold=True)
        fill = mix(colours.background, colours.accent, 0.35)
        return Style(bgcolor=fill, color=readable(colours.text, fill))

    def _selected(self, *, caret: bool) -> Style:
        if self._flat:
            return Style(reverse=not caret, bold=caret, underline=caret, dim=False)
        colours = self.colours
        fill = mix(colours.background, colours.selection or colours.accent, 0.5)
        return Style(bgcolor=fill, color=readable(colours.text, fill), reverse=caret, dim=False)
