"""No widget of the program is ever given markup to read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import tuireader.app

_SOURCES = sorted(Path(tuireader.app.__file__).parent.rglob("*.py"))
_READ_MARKUP = {"Static", "Label", "OptionList", "notify", "ListItem", "Markdown", "RichLog", "Log"}
_FORBIDDEN = {"from_markup", "from_text", "render_str", "to_content"}
_TITLES = {"border_title", "border_subtitle", "tooltip"}


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def complaints(source: str) -> Iterator[str]:
    """Yield what would read text as markup in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            off = any(
                word.arg == "markup"
                and isinstance(word.value, ast.Constant)
                and word.value.value is False
                for word in node.keywords
            )
            if _name(node) in _READ_MARKUP and not off:
                yield f"line {node.lineno}: {_name(node)} without markup=False"
            if _name(node) in _FORBIDDEN:
                yield f"line {node.lineno}: {_name(node)}"
            if _name(node) in ("Button", "Option") and isinstance(
                node.args[0], (ast.Constant, ast.JoinedStr)
            ):
                yield f"line {node.lineno}: {_name(node)} with a text in place of Content"
        if isinstance(node, ast.Assign) and isinstance(node.value, (ast.Constant, ast.JoinedStr)):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in _TITLES:
                    yield f"line {node.lineno}: {target.attr} is a text in place of Content"


def test_the_app_reads_no_markup() -> None:
    assert len(_SOURCES) > 20
    found = [
        f"{path.name} {complaint}"
        for path in _SOURCES
        for complaint in complaints(path.read_text("utf-8"))
    ]
    assert found == []


def test_markup_would_be_found() -> None:
    for line in (
        'Static("[b]x[/b]")',
        "app.notify(text)",
        "Content.from_markup(text)",
        'Option(f"{title}")',
        'self.border_title = "[b]x[/b]"',
        "Label(text, markup=True)",
    ):
        assert list(complaints(line)), line
