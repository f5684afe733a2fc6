"""JSON that also carries what strict JSON cannot: names of files that are not valid Unicode."""

from __future__ import annotations

import json
from typing import Any

import orjson


def encode(value: object) -> bytes:
    """Return a value as JSON on one line, in UTF-8."""
    try:
        return orjson.dumps(value)
    except TypeError:  # a lone surrogate, from the name of a file
        return json.dumps(value, separators=(",", ":")).encode("ascii")


def decode(data: bytes) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: It is not JSON.
    """
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        return json.loads(data)
