"""How keys are written in the configuration, and what somebody meant who wrote one otherwise."""

from __future__ import annotations

import re
from difflib import get_close_matches

from tuireader.language import translated as _

NAMES = frozenset(
    [
        *("escape", "enter", "tab", "space", "backspace", "insert", "delete"),
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *(f"f{number}" for number in range(1, 25)),
    ]
)
"""The keys that are no character."""
MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""What is held down with a key, in the order in which they are written."""
SAME_KEYS = {
    "ctrl+@": "ctrl+space",
    "alt+b": "ctrl+left",
    "alt+f": "ctrl+right",
    "alt+backspace": "ctrl+w",
    **{f"alt+{key}": sign for key, sign in zip("1234567890-=", "¡™£¢∞§¶•ªº–≠", strict=True)},
}
"""Keys that are not told apart from others, and the name that both go by."""


def one_name(key: str) -> str:
    """Return the name that a key goes by, whichever of its names is given."""
    return SAME_KEYS.get(key, key)


_OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "ret": "enter",
    "cr": "enter",
    "spc": "space",
    "bs": "backspace",
    "ins": "insert",
    "del": "delete",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "prior": "pageup",
    "next": "pagedown",
    "c": "ctrl",
    "ctl": "ctrl",
    "control": "ctrl",
    "strg": "ctrl",
    "a": "alt",
    "m": "alt",
    "opt": "alt",
    "option": "alt",
    "s": "shift",
}


def key_complaint(keys: str) -> str:
    """Return what is wrong with the keys of a command; empty where nothing is.

    Args:
        keys: One key, or several pressed one after the other with spaces between: ``"g g"``.
    """
    wrong = [key for key in keys.split() if not _is_key(key)]
    if not wrong:
        return ""
    told = _('There is no key "{name}".').format(name=wrong[0])
    if meant := _meant(wrong[0]):
        return f"{told} " + _('Did you mean "{name}"?').format(name=meant)
    return f"{told} " + _('Keys are written like these: "j", "G", "ctrl+n", "pagedown", "g g".')


def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable()
    *modifiers, last = _parts(key)
    if not modifiers:
        return key in NAMES
    if key in SAME_KEYS:
        return True
    known = modifiers == sorted(set(modifiers)) and set(modifiers) <= set(MODIFIERS)
    lower = last == last.lower() and modifiers != ["shift"]
    return known and (last in NAMES or (len(last) == 1 and lower))


def _parts(key: str) -> list[str]:
    """Return the modifiers and the key itself, which may be the plus sign."""
    body = key[:-1] if key.endswith("++") else key
    return [part or "+" for part in body.split("+")] if body != key else key.split("+")


def _meant(key: str) -> str:
    written = re.sub(r"^<(.+)>$", r"\1", key)
    written = re.sub(r"^\^(?=.)", "ctrl+", written)
    written = re.sub(r"(?<=\w)[-_](?=.)", "+", re.sub(r"(?i)page[-_]", "page", written))
    *modifiers, last = _parts(written)
    named = sorted({_OTHER_NAMES.get(each.lower(), each.lower()) for each in modifiers})
    if named == ["shift"] and len(last) == 1:
        return last.upper()
    if named == ["alt"] and last.isupper():
        named = ["alt", "shift"]
    if len(last) > 1:
        last = _OTHER_NAMES.get(last.lower(), last.lower())
        last = last if last in NAMES else next(iter(get_close_matches(last, sorted(NAMES), 1)), "")
    meant = "+".join([*named, last.lower()])
    return meant if last and _is_key(meant) else ""
