"""How a command annotates articles: by the reader's settings, or as its arguments say."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from tuireader.annotation.settings import AnnotationSettings
from tuireader.cli.output import complain
from tuireader.config import Problem, config_folder, config_path, load_settings
from tuireader.config.annotation import load_annotation
from tuireader.language import translated as _


def add_engine(parser: argparse.ArgumentParser) -> None:
    """Add the option that overrules what finds the names."""
    parser.add_argument(
        "--engine",
        default="",
        type=_engine,
        metavar="NAME",
        help=_("find names by this engine: builtin, or spacy: and an installed pipeline"),
    )


def annotation_settings(engine: str = "") -> AnnotationSettings:
    """Return how to annotate; says what is wrong in the settings and the reader's own lists.

    Args:
        engine: The engine to use whatever the settings say; empty for theirs.
    """
    settings, problems = load_settings(config_path())
    annotation, more = load_annotation(settings, config_folder(), engine)
    complain_of((*problems, *more))
    return annotation


def complain_of(problems: Sequence[Problem]) -> None:
    """Say what is wrong, and in which file."""
    path: Path = config_path()
    for problem in problems:
        complain(f"{problem.file or path}: {problem}")


def _engine(name: str) -> str:
    from tuireader.annotation.entities.engine_names import complaint_about

    complaint = complaint_about(name)
    if complaint:
        raise argparse.ArgumentTypeError(complaint)
    return name
