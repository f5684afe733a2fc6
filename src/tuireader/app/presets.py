"""Sets of keys to start from, as differences from the keys that the commands bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Preset = Mapping[str, Sequence[str]]
"""Keys by command identifier."""

PRESETS: Mapping[str, Preset] = {
    "default": {},
    "vim": {
        "top": ("g g", "home"),
        "page-down": ("ctrl+f", "space", "pagedown"),
        "page-up": ("ctrl+b", "pageup"),
        "undo": ("U", "g u"),
        "set-mark": ("m",),
        "go-to-mark": ("'", "`"),
        "highlight": ("H",),
        "next-note": ("g n",),
        "previous-note": ("g N",),
        "palette": ("ctrl+p", "g p"),
        "select-words": ("v", "x"),
        "toggle-raw": ("g r",),
        "switch-pane": ("tab", "shift+tab", "ctrl+w w"),
    },
    "arrows": {
        "down": ("down",),
        "up": ("up",),
        "half-page-down": (),
        "half-page-up": (),
        "top": ("home",),
        "bottom": ("end",),
        "open": ("enter", "right"),
        "back": ("escape", "left"),
    },
    "emacs": {
        "down": ("ctrl+n", "down"),
        "up": ("ctrl+p", "up"),
        "page-down": ("ctrl+v", "space", "pagedown"),
        "page-up": ("alt+v", "pageup"),
        "half-page-down": (),
        "half-page-up": (),
        "top": ("home",),
        "bottom": ("end",),
        "open": ("enter", "right"),
        "back": ("escape", "left"),
        "find": ("ctrl+s", "/"),
        "palette": ("alt+x",),
        "switch-pane": ("tab", "shift+tab", "ctrl+x o"),
        "select-words": ("ctrl+space", "x"),
        "copy": ("alt+w", "y"),
        "undo": ("U", "ctrl+_", "ctrl+x u"),
        "quit": ("q", "ctrl+x ctrl+c"),
    },
}
"""The presets by name."""
