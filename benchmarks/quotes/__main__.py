"""Print how well quotes and speakers are found: ``python -m benchmarks.quotes DATA_FOLDER``.

The folder holds JSON Lines files such as ``polnear_dev.jsonl`` (PolNeAR, Newell et al. 2018) and
``gum_news_dev.jsonl`` (GUM, Zeldes 2017), one article a line; see `data.GoldQuote` for the fields.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from benchmarks.quotes.damage import STYLES, damage
from benchmarks.quotes.data import GoldArticle, load
from benchmarks.quotes.measures import (
    calibration_error,
    evaluate,
    recall_of_spans,
    reliability,
    seconds_with_marks,
    speed,
)
from benchmarks.quotes.rivals import Environment, Outcome, outcomes
from benchmarks.quotes.scoring import Tally


def main() -> None:
    """Measure every file in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the JSON Lines files are")
    parser.add_argument("--part", help="only every Nth article, as in 4:1", default="1:0")
    parser.add_argument("--quick", action="store_true", help="leave out damage and speed")
    parser.add_argument("--peers", type=Path, metavar="PYTHON", help="a Python with other systems")
    parser.add_argument("--model", default="en_core_web_md", help="the spaCy pipeline behind them")
    parser.add_argument(
        "--checkout",
        action="append",
        default=[],
        metavar="SYSTEM=FOLDER",
        help="the repository of a system that has no package",
    )
    arguments = parser.parse_args()
    step, first = (int(number) for number in arguments.part.split(":"))
    sets = {
        path.stem: list(load(path))[first::step]
        for path in sorted(arguments.folder.glob("*.jsonl"))
    }
    tallies = {name: evaluate(articles) for name, articles in sets.items()}
    for name, tally in tallies.items():
        _print_tally(name, tally)
    if arguments.peers:
        checkouts = dict(each.split("=", 1) for each in arguments.checkout)
        folders = {name: Path(folder) for name, folder in checkouts.items()}
        environment = Environment(arguments.peers, arguments.model, folders)
        for name, articles in sets.items():
            _print_table(name, tallies[name], outcomes(articles, environment))
    if not arguments.quick:
        _print_damage(sets)
        print("\nSpeed, on top of the entities")
        for words, seconds in speed():
            print(f"  {words:>9,} words  {1e6 * seconds / words:6.2f} ms a 1,000 words")
        print(f"  1,000,000 marks in a row  {seconds_with_marks(1_000_000):6.2f} s")


def _print_tally(name: str, tally: Tally) -> None:
    print(f"\n{name}: {tally.counts['asked']} quotes, {tally.counts['predicted']} found")
    for title, hits in (("spans, exact", "exact"), ("span and speaker", "joint")):
        precision, recall, f1 = tally.f1(hits)
        print(f"  {title:22} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}")
    full = tally.share("full name", "named")
    scare, taken = tally.counts["scare"], tally.counts["scare taken for speech"]
    if full is not None:
        print(f"  full name right        {full:5.1f} % of {tally.counts['named']}")
    print(f"  scare quotes as speech {taken} of {scare}")
    print("  errors: " + ", ".join(f"{kind} {n}" for kind, n in tally.misses.most_common() if n))
    curve = (f"{mean:.2f} → {right:.2f} ({n})" for mean, right, n in reliability(tally.graded))
    print("  confidence → share right: " + ", ".join(curve))
    print(f"  expected calibration error: {calibration_error(tally.graded):.3f}")


def _print_table(name: str, ours: Tally, others: Iterable[Outcome]) -> None:
    print(f"\n{name}: F1 of exact spans, of span and speaker; full names; scare quotes as speech")
    _print_row("tuireader", ours)
    for other in others:
        if other.tally is None:
            print(f"  {other.system:20} did not run: {other.problem}")
        else:
            failed = f"  failed on {other.failed}: {other.problem}" if other.failed else ""
            _print_row(other.system, other.tally, failed)


def _print_row(system: str, tally: Tally, remark: str = "") -> None:
    exact, joint = tally.f1("exact")[2], tally.f1("joint")[2]
    full, scare = tally.share("full name", "named"), tally.counts["scare"]
    name = f"{full:5.1f}" if full is not None else "    –"
    taken = tally.counts["scare taken for speech"]
    print(f"  {system:20} {exact:5.1f}  {joint:5.1f}  {name}  {taken} of {scare}{remark}")


def _print_damage(sets: dict[str, list[GoldArticle]]) -> None:
    print("\nRecall of exact spans with the marks rewritten, in %")
    print("  " + " " * 28 + "".join(f"{name[:16]:>18}" for name in sets))
    for style in STYLES:
        row = []
        for articles in sets.values():
            damaged = [damage(gold, style, seed=1) for gold in articles]
            intact, lost = recall_of_spans(damaged)
            row.append(f"{intact:.1f}" + (f" ({lost:.0f})" if lost is not None else ""))
        print(f"  {style:28}" + "".join(f"{cell:>18}" for cell in row))
    print("  (in brackets: of the quotes that lost their closing mark)")


if __name__ == "__main__":
    main()
