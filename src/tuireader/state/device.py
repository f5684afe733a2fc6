"""The name of this machine, by which several machines tell their files apart."""

from __future__ import annotations

import os
import platform
import re
import uuid
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_MADE_UP = 1 << 40
"""The bit that marks a hardware address which Python made up (RFC 4122, 4.5)."""


def device_name(folder: Path) -> str:
    """Return the name of this machine, such as ``laptop-3f9a2c``.

    It comes from the host's name and the machine's own identifier, never from a file that a
    file sync could carry to another machine. A machine that is given another host name keeps the
    name under which its files are in the folder. ``TUIREADER_DEVICE`` overrules it.

    Args:
        folder: The state's folder; it need not be there yet.
    """
    chosen = _plain(os.environ.get("TUIREADER_DEVICE", ""))
    if chosen:
        return chosen
    host = platform.node().partition(".")[0]
    mark = blake2b((_machine_id() or host).encode(), digest_size=3).hexdigest()
    known = sorted(folder.glob(f"state-*-{mark}.json"))
    if known:
        return known[0].stem.removeprefix("state-")
    return f"{_plain(host) or 'machine'}-{mark}"


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:24]


def _machine_id() -> str:
    """Return what identifies this machine for as long as it lives; empty where nothing does."""
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        with suppress(OSError, UnicodeError):
            if text := Path(place).read_text(encoding="ascii").strip():
                return text
    address = uuid.getnode()
    return "" if address & _MADE_UP else f"{address:x}"
