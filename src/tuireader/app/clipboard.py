"""The clipboard of the system, for terminals that do not hand theirs on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from shutil import which

PATIENCE = 5.0
"""Seconds that a program may take to take the text."""

_WAYLAND = (("wl-copy",),)
_X11 = (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))
_ANYWHERE = (("pbcopy",), ("termux-clipboard-set",), ("clip.exe",), ("clip",))


def over_ssh(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal is on another machine: its clipboard then is, too."""
    return any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def clipboard_command(
    environment: Mapping[str, str] = os.environ, find: Callable[[str], str | None] | None = None
) -> tuple[str, ...]:
    """Return the program that puts its input on the system's clipboard; empty where none does.

    Args:
        environment: Variables by name; over SSH there is none, as it would be the wrong machine.
        find: Returns where a program is; None where it is not installed.
    """
    find = find or which
    if over_ssh(environment):
        return ()
    candidates: list[tuple[str, ...]] = [*_ANYWHERE]
    if environment.get("DISPLAY"):
        candidates = [*_X11, *candidates]
    if environment.get("WAYLAND_DISPLAY"):
        candidates = [*_WAYLAND, *candidates]
    return next((command for command in candidates if find(command[0])), ())


def put_on_clipboard(command: tuple[str, ...], text: str) -> None:
    """Give a text to the program of the clipboard; where it fails, the terminal's way is left.

    Args:
        command: From `clipboard_command`.
        text: The text.
    """
    windows = command[0] in ("clip", "clip.exe")
    with suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # it may stay behind to serve the clipboard: it gets no pipe of ours
            command,
            input=text.encode("utf-16-le" if windows else "utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            start_new_session=sys.platform != "win32",
        )
