"""``tuireader state``: look after what the reader did."""

from __future__ import annotations

import argparse

from tuireader.cli.command import Command
from tuireader.cli.output import complain, print_text
from tuireader.config import state_folder
from tuireader.language import counted
from tuireader.language import translated as _
from tuireader.state.maintenance import (
    FileReport,
    RestoreError,
    check_state,
    restore_state,
    state_path,
)
from tuireader.state.snapshot import NewerStateError


def _configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("path", help=_("print where the state is kept"))
    actions.add_parser("check", help=_("read every file of the state and say whether it is whole"))
    restore = actions.add_parser("restore", help=_("go back to a daily copy"))
    restore.add_argument(
        "day", nargs="?", default="", metavar="DAY", help=_("as 2025-11-03; without it the latest")
    )


def _run(arguments: argparse.Namespace) -> int:
    match arguments.action:
        case "path":
            print_text([str(state_path(state_folder()))])
            return 0
        case "check":
            return _check()
        case _:
            return _restore(arguments.day)


def _check() -> int:
    reports = check_state(state_folder())
    print_text(_line(report) for report in reports)
    if not reports:
        print_text([_("Nothing is kept yet in {folder}.").format(folder=state_folder())])
    return 0 if all(report.whole for report in reports) else 1


def _line(report: FileReport) -> str:
    if not report.whole:
        return f"damaged  {report.path}: {report.problem}"
    return f"whole    {report.path}: {report.records:,} records {report.saved}".rstrip()


def _restore(day: str) -> int:
    try:
        done = restore_state(state_folder(), day)
    except (RestoreError, NewerStateError) as error:
        complain(str(error))
        return 1
    except OSError as error:
        complain(
            _("{path}: {error}; the state is as it was").format(
                path=error.filename or state_folder(), error=error.strerror
            )
        )
        return 1
    print_text(
        [
            counted(
                "Restored {path}: {n} record changed.",
                "Restored {path}: {n} records changed.",
                done.changed,
                path=done.source,
            ),
            _("What was there before is kept in {path}.").format(path=done.kept),
        ]
    )
    return 0


COMMAND = Command(
    name="state",
    summary="Check, restore or find the file of what you read, bookmarked and noted.",
    examples=(
        ("tuireader state check", "is every file whole?"),
        ("tuireader state restore 2025-11-03", "go back to that day's copy"),
        ("tuireader state path", "where it is kept"),
    ),
    configure=_configure,
    run=_run,
)
