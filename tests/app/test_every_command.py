"""Every command is pressed once, and something comes of it; a new command is tried as it comes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Start, app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.commands.command import Command, Context
from tuireader.app.commands.registry import COMMANDS

FIND = ("slash", *"crane", "enter")
BEFORE: dict[str, tuple[str, ...]] = {
    "up": ("j",),
    "page-up": ("G",),
    "half-page-up": ("enter", "space", "space"),
    "half-page-down": ("enter",),
    "page-down": ("enter",),
    "top": ("G",),
    "previous-paragraph": ("J", "J"),
    "jump-back": ("}", "}", "}"),
    "jump-forward": ("}", "}", "}", "ctrl+o"),
    "go-to-mark": ("enter", "#", "9", "G"),
    "next-quote": ("enter",),
    "previous-quote": ("enter", "]", "]"),
    "next-quote-of-speaker": ("enter", "]"),
    "previous-quote-of-speaker": ("enter", "]", "]"),
    "next-entity": ("enter",),
    "previous-entity": ("enter", "}", "}"),
    "next-mention": ("enter", "}"),
    "previous-mention": ("enter", "}", ">"),
    "next-new-name": ("enter",),
    "set-speaker": ("enter", "]"),
    "confirm-speaker": ("enter", "]"),
    "toggle-quote": ("enter", "]"),
    "set-kind": ("enter", "}"),
    "set-name": ("enter", "}"),
    "add-name": ("enter", "}"),
    "forget-name": ("enter", "}", "alt+n", "enter", "enter", "enter", "enter"),
    "look-up": ("enter", "}"),
    "only-their-words": ("enter", "]"),
    "previous-unread": ("j", "j"),
    "show-all": ("u",),
    "undo": ("b",),
    "redo": ("b", "U"),
    "extend-back-by-word": ("w", "w", "w"),
    "extend-left": ("l", "l"),
    "extend-back-by-sentence": (")", ")"),
    "extend-back-by-paragraph": ("}", "}"),
    "extend-to-start-of-line": ("w", "w"),
    "other-end": ("w", "w"),
    "previous-hit": ("n", "n"),
    "next-note": ("enter", "G", "H", "g"),
    "previous-note": ("enter", "H", "G"),
    "delete-note": ("enter", "H"),
    "copy": ("enter",),
    "annotate": ("enter",),
    "highlight": ("enter", "J"),
    "usual-width": ("enter", "plus"),
    "keep-view": ("V", "tab", "u"),
    "mark-above-read": ("G",),
    "toggle-reported-speech": ("enter",),
    "toggle-quotes": ("enter",),
    "toggle-names": ("enter",),
}
"""What is pressed before, where a fresh list or text shows no difference."""
AFTER: dict[str, tuple[str, ...]] = {
    "go-to-mark": ("9",),
}
"""What is pressed after the command's own key, where it waits for more."""
NAMED = {"#": "number_sign"}
"""What tests call keys elsewhere."""
SPELT = {"+": "plus", "-": "minus", "=": "equals_sign", "^": "circumflex_accent"}
ARGUMENTS: dict[str, str] = {
    "keep-view": "mine",
    "show-view": "mine",
    "forget-view": "mine",
    "forget-name": "Elmhaven",
}
NEEDS_MORE = {
    "group-versions": "a library with versions: test_versions.py",
    "unfold-versions": "a library with versions: test_versions.py",
    "compare-versions": "a library with versions: test_versions.py",
    "follow-link": "an article with links: test_commands_typesetting.py",
    "set-mark": "a jump back to it: test_commands_marking.py",
    "toggle-reported-speech": "reported speech: test_commands_text.py",
    "stop-reading-files": "files being read: test_background.py",
    "toggle-block": "a file that cleaning has read: test_commands_blocks.py",
    "for-source": "a paragraph that a rule may take out: test_commands_blocks.py",
}
"""Commands that these articles leave nothing to do, and where they are tested."""


def _is_pressed(key: str, tests: str) -> bool:
    """Return whether the text of a file with tests presses a key."""
    return any(f'"{key}"' in presses for presses in re.findall(r"press\(([^)]*)\)", tests))


def _effect(app: ReaderApp, outside: list[str]) -> list[object]:
    """Return what can be seen of the program, but for what it says in passing."""
    strips = list(app.screen._compositor.render_strips())[:-1]
    painted = [[(text, style) for text, style, _ in strip] for strip in strips]
    return [painted, type(app.screen), app.clipboard, app.return_code, list(outside)]


async def _press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        if key == "enter":  # an article is opened in the background
            await settle(pilot)
    await settle(pilot)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
async def test_its_key_does_something(
    start: Start, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    if command.id in NEEDS_MORE:
        tests = (Path(__file__).parent / NEEDS_MORE[command.id].rpartition(" ")[2]).read_text(
            "utf-8"
        )
        assert any(_is_pressed(NAMED.get(key, key), tests) for key in command.keys)
        return
    outside: list[str] = []
    for name in ("action_suspend_process", "open_url"):
        monkeypatch.setattr(ReaderApp, name, lambda *args, name=name: outside.append(name))
    async with start(size=(180, 24)) as pilot:
        app = app_of(pilot)
        if command.context is Context.READING or command.while_finding:
            await _press(pilot, "enter")
        if command.while_finding:
            await _press(pilot, *FIND)
        if command.while_selecting:
            await _press(pilot, "J", "J", "x")
        await _press(pilot, *BEFORE.get(command.id, ()))
        if command.id in ("show-view", "forget-view"):
            await _press(pilot, "u", ":", *"keep-view mine", "enter", "u", "V")
        before = _effect(app, outside)
        if command.keys:
            key = SPELT.get(command.keys[0], command.keys[0])
            await _press(pilot, key, *AFTER.get(command.id, ()))
        else:
            app.keys.run_line(f"{command.id} {ARGUMENTS.get(command.id, '')}".strip())
            await settle(pilot)
        assert _effect(app, outside) != before
