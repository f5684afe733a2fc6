"""Print how well quotes and speakers are found: ``python -m benchmarks.quotes DATA_FOLDER``.

The folder holds JSON Lines files such as ``polnear_dev.jsonl`` (PolNeAR, Newell et al. 2018) and
``gum_news_dev.jsonl`` (GUM, Zeldes 2017), one article a line; see `data.GoldQuote` for the fields.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.quotes.damage import STYLES, damage
from benchmarks.quotes.data import GoldArticle, load
from benchmarks.quotes.measures import calibration, evaluate, recall_of_spans, speed
from benchmarks.quotes.scoring import Tally


def main() -> None:
    """Measure every file in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the JSON Lines files are")
    parser.add_argument("--part", help="only every Nth article, as in 4:1", default="1:0")
    parser.add_argument("--quick", action="store_true", help="leave out damage and speed")
    arguments = parser.parse_args()
    step, first = (int(number) for number in arguments.part.split(":"))
    sets = {
        path.stem: list(load(path))[first::step]
        for path in sorted(arguments.folder.glob("*.jsonl"))
    }
    for name, articles in sets.items():
        _print_tally(name, evaluate(articles))
    if not arguments.quick:
        _print_damage(sets)
        print("\nSpeed, on top of the entities")
        for words, seconds in speed():
            print(f"  {words:>9,} words  {1e6 * seconds / words:6.2f} ms a 1,000 words")


def _print_tally(name: str, tally: Tally) -> None:
    print(f"\n{name}: {tally.counts['asked']} quotes, {tally.counts['predicted']} found")
    for title, hits in (("spans, exact", "exact"), ("span and speaker", "joint")):
        precision, recall, f1 = tally.f1(hits)
        print(f"  {title:22} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}")
    full = tally.share("full name", "with speaker")
    scare, taken = tally.counts["scare"], tally.counts["scare taken for speech"]
    print(f"  full name right        {full or 0:5.1f} % of {tally.counts['with speaker']}")
    print(f"  scare quotes as speech {taken} of {scare}")
    print("  errors: " + ", ".join(f"{kind} {n}" for kind, n in tally.misses.most_common() if n))
    print("  confidence → right: " + ", ".join(calibration(tally.graded)))


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
