"""``tuireader index``: bring the index of a library up to date."""

from __future__ import annotations

import argparse

from tuireader.cli.command import Command
from tuireader.cli.libraries import add_library, bring_up_to_date, open_library, roots_of
from tuireader.cli.output import complain, print_text
from tuireader.cli.overruling import overruling_of_reader
from tuireader.language import number
from tuireader.language import translated as _
from tuireader.library.executors import OpenExecutor, WorkersError, cluster, process_pool


def _configure(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", type=int, default=0, metavar="N", help=_("read in N processes"))
    where.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help=_("read on the workers of a Dask scheduler, such as tcp://10.0.0.5:8786"),
    )


def _run(arguments: argparse.Namespace) -> int:
    roots = roots_of(arguments.paths)
    if not roots:
        return 2
    library = open_library(roots, overruling_of_reader())
    try:
        read = bring_up_to_date(library, _executor(arguments))
        known = len(library.find(""))
    except WorkersError as error:
        complain(str(error))
        return 1
    finally:
        library.close()
    print_text(
        [
            _("{read} files read; {known} articles in the index").format(
                read=number(read), known=number(known)
            )
        ]
    )
    return 0


def _executor(arguments: argparse.Namespace) -> OpenExecutor | None:
    if arguments.cluster:
        return cluster(arguments.cluster)
    return process_pool(arguments.workers) if arguments.workers > 0 else None


COMMAND = Command(
    name="index",
    summary="Read what is new or changed into the index, as starting the reader does.",
    examples=(
        ("tuireader index ~/articles", "with every processor"),
        ("tuireader index ~/articles --workers 2", "with two"),
        ("tuireader index /net/articles --cluster tcp://10.0.0.5:8786", "on a Dask cluster"),
    ),
    configure=_configure,
    run=_run,
)
