"""How a command annotates articles: by the reader's settings, or as its arguments say."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tuireader.annotation.annotation import Annotation
from tuireader.annotation.settings import AnnotationSettings
from tuireader.articles.article import Article, Unreadable
from tuireader.cli.command import add_json, add_paths, articles_of
from tuireader.cli.output import complain, print_json, print_text, report
from tuireader.cli.overruling import add_overruling, overruling_of_reader
from tuireader.config import Problem, config_folder, config_path, load_settings
from tuireader.config.annotation import load_annotation
from tuireader.language import translated as _
from tuireader.library.opening import annotated


def add_annotating(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of a command that prints what stands in articles."""
    add_paths(parser)
    add_engine(parser)
    add_overruling(parser)
    add_json(parser)


def print_annotations(
    arguments: argparse.Namespace,
    key: str,
    records: Callable[[Article, Annotation], list[dict[str, object]]],
    lines: Callable[[Article, Annotation], Iterable[str]],
) -> int:
    """Print something of the annotation of each article, and return the exit status.

    Args:
        arguments: Those of `add_annotating`.
        key: What the records are called in the JSON object of an article.
        records: Returns them.
        lines: Returns the same as lines for people.
    """
    status = 0
    settings = annotation_settings(arguments.engine)
    overruling = overruling_of_reader(arguments.no_corrections)
    for found in articles_of(arguments, overruling):
        if isinstance(found, Unreadable):
            report(found, arguments.json)
            status = 1
            continue
        annotation = annotated(found, settings, overruling)
        if arguments.json:
            fields = {"id": found.id, "title": found.title, key: records(found, annotation)}
            print_json(found, fields)
        else:
            print_text(lines(found, annotation))
    return status


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
