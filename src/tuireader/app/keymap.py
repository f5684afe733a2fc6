"""From key presses to commands: keymaps, key sequences, counts and conflicts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS

from tuireader.app.commands.command import Command, Context
from tuireader.config.key_names import NAMES, one_name
from tuireader.language import translated as _

Keys = tuple[str, ...]
"""Keys pressed one after the other, each as `key_name` gives it."""
_MODIFIERS = ("alt+", "ctrl+", "super+", "hyper+", "meta+")
"""With these a terminal still sends the character, which alone is another key."""


class KeyPress(Protocol):
    """What is used of a key event of the terminal."""

    key: str
    character: str | None


def key_name(press: KeyPress) -> str:
    """Return a key's name as the configuration writes it: ``j``, ``]``, ``ctrl+d``, ``space``."""
    character = press.character
    if press.key.startswith(_MODIFIERS):
        modifiers, plus, last = press.key.rpartition("+")
        key = modifiers + plus + _sign(last)
        return one_name(key)
    if character and len(character) == 1 and character.isprintable() and character != " ":
        return character
    return press.key


def _sign(name: str) -> str:
    """Return the sign that Textual has a name for, such as ``right_square_bracket``."""
    full = REPLACED_KEYS.get(name, name)
    in_unicode = KEY_TO_UNICODE_NAME.get(full, full.replace("_", " ").upper())
    try:
        return unicodedata.lookup(in_unicode) if name not in NAMES else name
    except KeyError:
        return name


@dataclass(frozen=True, slots=True)
class Binding:
    """Keys that run a command."""

    keys: Keys
    command: Command

    def clashes(self, other: Binding) -> bool:
        """Return whether the two could be meant by the same key presses."""
        shorter = min(len(self.keys), len(other.keys))
        return (
            self.keys[:shorter] == other.keys[:shorter]
            and self.command.context.overlaps(other.command.context)
            and self.command.rank == other.command.rank
        )


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two commands that claim the same keys; the first of them keeps them.

    Attributes:
        keys: The keys that are lost.
        kept_keys: The keys that are kept: the same, or longer or shorter ones that begin alike.
        kept: The command that has its keys.
        lost: The command that has not.
    """

    keys: str
    kept_keys: str
    kept: Command
    lost: Command

    def __str__(self) -> str:
        """Say it to the reader."""
        told = (
            _('The key "{keys}" is claimed by {kept} and by {lost}; it runs {kept}.')
            if self.keys == self.kept_keys
            else _('"{keys}" for {lost} and "{kept_keys}" for {kept} begin alike; {kept} has it.')
        )
        return told.format(
            keys=self.keys, kept_keys=self.kept_keys, kept=self.kept.id, lost=self.lost.id
        )


class Keymap:
    """Which keys run which command.

    Args:
        bindings: In order of precedence: of two that clash the first is kept.
    """

    def __init__(self, bindings: Iterable[Binding]) -> None:
        self.bindings: list[Binding] = []
        self.conflicts: list[Conflict] = []
        self._by_first: dict[str, list[Binding]] = {}
        for binding in bindings:
            self._add(binding)

    def _add(self, binding: Binding) -> None:
        same_start = self._by_first.setdefault(binding.keys[0], [])
        for other in same_start:
            if other == binding:
                return
            if other.clashes(binding):
                self.conflicts.append(
                    Conflict(
                        " ".join(binding.keys),
                        " ".join(other.keys),
                        other.command,
                        binding.command,
                    )
                )
                return
        same_start.append(binding)
        self.bindings.append(binding)

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Return the keys that run a command, each sequence as one string."""
        return tuple(" ".join(item.keys) for item in self.bindings if item.command is command)

    def starting_with(self, keys: Keys, context: Context) -> list[Binding]:
        """Return the bindings that these keys begin or are, those of a mode first."""
        found = [
            item
            for item in self._by_first.get(keys[0], ())
            if item.keys[: len(keys)] == keys and item.command.context.overlaps(context)
        ]
        return sorted(found, key=lambda item: item.command.rank)


def build_keymap(
    commands: Sequence[Command],
    preset: Mapping[str, Sequence[str]],
    own: Mapping[str, Sequence[str]],
) -> Keymap:
    """Return the keymap of a preset with the reader's own keys put over it.

    Args:
        commands: All commands, in order of precedence.
        preset: Keys by command identifier where the preset differs from the commands' defaults.
        own: Keys by command identifier from the configuration; they replace the command's keys
            and go before the preset's.
    """
    chosen = [_bindings(command, own[command.id]) for command in commands if command.id in own]
    given = [
        _bindings(command, preset.get(command.id, command.keys))
        for command in commands
        if command.id not in own
    ]
    return Keymap(binding for group in (*chosen, *given) for binding in group)


def _bindings(command: Command, keys: Sequence[str]) -> list[Binding]:
    return [Binding(tuple(map(one_name, key.split())), command) for key in keys if key.split()]


@dataclass(frozen=True, slots=True)
class Press:
    """What came of a key press.

    Attributes:
        commands: The commands that the keys name, the first available of which is meant.
        count: The number typed before; None where none was.
        waiting: True where more keys are needed.
        used: False where the key means nothing here, and may be left to others.
    """

    commands: tuple[Command, ...] = ()
    count: int | None = None
    waiting: bool = False
    used: bool = True


@dataclass(slots=True)
class KeyReader:
    """Gathers key presses until they name a command: counts (``5j``) and sequences (``g g``)."""

    keymap: Keymap
    _digits: str = ""
    _keys: Keys = field(default=())

    @property
    def pending(self) -> str:
        """What has been typed and waits for more, for the footer."""
        return " ".join(filter(None, (self._digits, *self._keys)))

    def clear(self) -> None:
        """Forget what has been typed."""
        self._digits, self._keys = "", ()

    def feed(self, key: str, context: Context) -> Press:
        """Take one key.

        Args:
            key: Its name, from `key_name`.
            context: The pane that has the focus.
        """
        if self.pending and key == "escape":
            self.clear()
            return Press()
        if not self._keys and self._counts(key, context):
            self._digits = (self._digits + key)[:4]
            return Press(waiting=True)
        keys = (*self._keys, key)
        found = self.keymap.starting_with(keys, context)
        if any(item.keys != keys for item in found):
            self._keys = keys
            return Press(waiting=True)
        count = int(self._digits) if self._digits else None
        used = bool(found or self.pending)
        self.clear()
        return Press(tuple(item.command for item in found), count, used=used)

    def _counts(self, key: str, context: Context) -> bool:
        if len(key) != 1 or key not in "0123456789" or (key == "0" and not self._digits):
            return False
        return bool(self._digits) or not self.keymap.starting_with((key,), context)
