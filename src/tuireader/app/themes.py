"""Colours made for long reading, beside those that Textual brings."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="tuireader-dark",
    dark=True,
    primary="#7aa2c8",
    secondary="#9db68c",
    accent="#d9a860",
    foreground="#d3d0c8",
    background="#1c1d20",
    surface="#222327",
    panel="#2b2d32",
    success="#8fb573",
    warning="#d9a860",
    error="#d9776c",
    variables={"footer-key-foreground": "#d9a860", "border": "#5b6068"},
)

LIGHT = Theme(
    name="tuireader-light",
    dark=False,
    primary="#2f5f8f",
    secondary="#4d6b2f",
    accent="#8a5200",
    foreground="#2b2a27",
    background="#f7f4ec",
    surface="#f0ece1",
    panel="#e4dfd2",
    success="#3f6b1f",
    warning="#8a5200",
    error="#a3312a",
    variables={"footer-key-foreground": "#8a5200", "border": "#9b968a"},
)

HIGH_CONTRAST = Theme(
    name="tuireader-high-contrast",
    dark=True,
    primary="#6fd3ff",
    secondary="#a6ff8f",
    accent="#ffd75f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#a6ff8f",
    warning="#ffd75f",
    error="#ff8f87",
    variables={"footer-key-foreground": "#ffd75f", "border": "#ffffff"},
)

THEMES: tuple[Theme, ...] = (DARK, LIGHT, HIGH_CONTRAST)
"""The program's own themes; the first is the default."""
