"""The sentences that the lower rooms make in English, and the app tells in another language.

They stand in JSON and in the index as they are, so nothing marks them: every text of those rooms
that reads like a sentence counts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tuireader.articles.cleaning.noise.rules import NOISE
from tuireader.articles.cleaning.repairs.rules import REPAIRS

_ROOMS = (
    "articles/**/*.py",
    "annotation/**/*.py",
    "library/*.py",
    "library/query/*.py",
    "state/*.py",
)
_EXAMPLES = frozenset({"rules.py"})
"""Modules whose other texts are examples."""
_REASONS = frozenset({"reasons.py", "identity.py", "pronouns.py"})
"""Modules in which every text with something put into it is a reason."""
_WORDS = re.compile(r"[a-z]+[’']? [a-z]")


def sentences(sources: Path) -> Iterator[tuple[str, str]]:
    """Yield the sentences, each with its file, relative to the sources."""
    for room in _ROOMS:
        for path in sorted(sources.glob(room)):
            if path.name not in _EXAMPLES:
                file = path.relative_to(sources).as_posix()
                tree = ast.parse(path.read_text("utf-8"))
                yield from ((file, text) for text in _texts(tree, path.name in _REASONS))
    for noise in NOISE:
        yield "articles/cleaning/noise/rules.py", noise.reason
    for repair in REPAIRS:
        yield "articles/cleaning/repairs/rules.py", repair.reason


def _texts(tree: ast.Module, reasons: bool) -> Iterator[str]:
    said = {
        part
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "counted", "mark", "in_context")
        for part in ast.walk(call)
    }
    inside = {
        part
        for whole in ast.walk(tree)
        if isinstance(whole, (ast.JoinedStr, ast.Expr))
        and (isinstance(whole, ast.JoinedStr) or isinstance(whole.value, ast.Constant))
        for part in ast.walk(whole)
        if part is not whole
    }
    for node in ast.walk(tree):
        if node in said or node in inside:
            continue
        if isinstance(node, ast.JoinedStr):
            text = _template(node)
            if (reasons and "{" in text) or _is_sentence(text):
                yield text
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [node.value] if _is_sentence(node.value) else []


def _is_sentence(text: str) -> bool:
    return (
        (text[:1].isupper() or text[:1] in ("{", "“"))
        and text.rstrip().endswith((".", "?"))
        and _WORDS.search(text) is not None
        and "\\" not in text
        and "\n" not in text
    )


def _template(node: ast.JoinedStr) -> str:
    """Return a formatted text with names for what is put into it, each once."""
    used: set[str] = set()
    parts: list[str] = []
    for value in node.values:
        if isinstance(value, ast.FormattedValue):
            last = (re.findall(r"[a-z]\w*", ast.unparse(value.value)) or ["it"])[-1]
            names = (last if number == 1 else f"{last}{number}" for number in count(1))
            name = next(name for name in names if name not in used)
            used.add(name)
            parts.append("{" + name + "}")
        elif isinstance(value, ast.Constant):
            parts.append(str(value.value))
    return "".join(parts)
