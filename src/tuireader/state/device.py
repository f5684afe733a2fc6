"""The name of this machine, by which several machines tell their files apart."""

from __future__ import annotations

import os
import platform
import re
import uuid
from hashlib import blake2b
from pathlib import Path


def device_name() -> str:
    """Return the name of this machine, such as ``laptop-3f9a``; ``TUIREADER_DEVICE`` overrules it.

    It comes from the host's name and the machine's own identifier, never from a file that a
    file sync could carry to another machine.
    """
    chosen = _plain(os.environ.get("TUIREADER_DEVICE", ""))
    if chosen:
        return chosen
    host = platform.node()
    mark = blake2b(f"{host} {_machine_id()}".encode(), digest_size=2).hexdigest()
    return f"{_plain(host.partition('.')[0]) or 'machine'}-{mark}"


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:24]


def _machine_id() -> str:
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            return Path(place).read_text(encoding="ascii").strip()
        except (OSError, UnicodeError):
            continue
    return f"{uuid.getnode():x}"
