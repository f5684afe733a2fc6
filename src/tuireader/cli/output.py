"""What the commands print: nothing in it drives a terminal, all of it can be read back."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping

from tuireader.articles.article import Article, Unreadable
from tuireader.articles.cleaning.safety import DANGEROUS_CODE_POINT, neutralize, sanitize_line
from tuireader.language import retold

SCHEMA = "tuireader/1"
"""The version of the JSON objects: fields may be added to it, never changed or taken away."""


def print_json(subject: Article | Unreadable, fields: Mapping[str, object]) -> None:
    """Print one JSON object on a line of its own, headed by the schema and the article's path."""
    head = {"schema": SCHEMA, "path": str(subject.path), "item": subject.item}
    print_object(head | dict(fields))


def print_object(fields: Mapping[str, object]) -> None:
    """Print one JSON object on a line of its own."""
    text = json.dumps(fields, ensure_ascii=not _is_unicode(sys.stdout.encoding))
    print(DANGEROUS_CODE_POINT.sub(_escape, text))


def print_text(lines: Iterable[str], to_errors: bool = False) -> None:
    """Print lines of text for people, on the output or on the error output."""
    for line in lines:
        print(neutralize(line), file=sys.stderr if to_errors else sys.stdout)


def report(unreadable: Unreadable, as_json: bool) -> None:
    """Say which file could not be read, why, and what to do about it."""
    if as_json:
        print_json(unreadable, {"error": unreadable.reason, "advice": unreadable.advice})
        return
    message = f"{unreadable.path}: {retold(unreadable.reason)} {retold(unreadable.advice)}"
    print(sanitize_line(message), file=sys.stderr)


def complain(message: str) -> None:
    """Say on the error output what is wrong."""
    print(f"tuireader: {sanitize_line(message)}", file=sys.stderr)


def _is_unicode(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "").startswith("utf")


def _escape(match: re.Match[str]) -> str:
    return "".join(
        f"\\u{unit:04x}"
        for unit in memoryview(match.group().encode("utf-16-le", "surrogatepass")).cast("H")
    )
