"""``tuireader config``: the settings file."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
from pathlib import Path

from tuireader.cli.annotating import complain_of
from tuireader.cli.command import Command
from tuireader.cli.output import complain, print_text
from tuireader.config import config_path, load_settings
from tuireader.config.annotation import load_annotation
from tuireader.config.default_text import default_config
from tuireader.config.phrases import load_phrases
from tuireader.language import translated as _


def _configure(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--path", action="store_true", help=_("print where the settings are"))
    what.add_argument(
        "--print-default", action="store_true", help=_("print a settings file with every setting")
    )
    what.add_argument("--edit", action="store_true", help=_("open the settings in your editor"))
    what.add_argument("--check", action="store_true", help=_("say what is wrong in the settings"))


def _run(arguments: argparse.Namespace) -> int:
    path = config_path()
    if arguments.path:
        print_text([str(path)])
        return 0
    if arguments.print_default:
        print_text(default_config().splitlines())
        return 0
    if arguments.edit and not _edit(path):
        return 1
    settings, problems = load_settings(path)
    from tuireader.app.settings_check import problems_of

    in_settings = sorted((*problems, *problems_of(settings)), key=lambda problem: problem.line)
    _, in_names = load_annotation(settings, path.parent)
    _, in_phrases = load_phrases(path.parent)
    wrong = (*in_settings, *in_names, *in_phrases)
    complain_of(wrong)
    return 1 if wrong else 0


def _edit(path: Path) -> bool:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(default_config(), encoding="utf-8")
        subprocess.run([*shlex.split(editor), str(path)], check=True)
    except OSError as error:
        complain(
            _("{path}: {error}; set EDITOR to an editor you have").format(
                path=error.filename or editor, error=error.strerror
            )
        )
        return False
    except subprocess.CalledProcessError as error:
        complain(
            _("{program} ended with status {status}").format(
                program=editor, status=error.returncode
            )
        )
        return False
    return True


COMMAND = Command(
    name="config",
    summary="Find, print, edit or check the settings.",
    examples=(
        ("tuireader config --edit", "open the settings in $EDITOR"),
        ("tuireader config --print-default > config.toml", "every setting with its default"),
    ),
    configure=_configure,
    run=_run,
)
