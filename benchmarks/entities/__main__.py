"""Print how well names are found, and at what cost: ``python -m benchmarks.entities FOLDER``.

Every ``*.jsonl`` file of the folder is a set; see `data.load` for its form. Where spaCy pipelines
are named with ``--spacy``, each stands in two rows: alone, and with our second look on top.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.entities.cost import measure
from benchmarks.entities.data import Gold, load
from benchmarks.entities.engine import annotator
from benchmarks.entities.gum import gum_stories
from benchmarks.entities.meant import join, rows
from benchmarks.entities.people import hand_made_stories
from benchmarks.entities.scoring import KINDS, Tally


def main() -> None:
    """Measure every set in a folder with every engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the JSON Lines files are")
    parser.add_argument("--spacy", nargs="*", default=[], help="installed spaCy pipelines")
    parser.add_argument("--part", default="1:0", help="only every Nth article, as in 2:1")
    parser.add_argument("--gum", nargs="*", type=Path, default=[], help="folders of GUM's CoNLL-U")
    parser.add_argument("--kinds", action="store_true", help="also person, organisation, place")
    parser.add_argument("--alone", action="store_true", help="every sentence by itself")
    arguments = parser.parse_args()
    step, first = (int(number) for number in arguments.part.split(":"))
    paths = sorted(arguments.folder.glob("*.jsonl"))
    sets = {path.stem: list(load(path, arguments.alone))[first::step] for path in paths}
    engines = ["builtin"]
    for pipeline in arguments.spacy:
        engines += [f"spacy:{pipeline}", f"spacy+:{pipeline}"]
    print("F1, exact span and type, micro over person, organisation, place; in brackets the share")
    print("of each article's 20 most named entities that are no junk, and of the 20 names that the")
    print("set marks most those that are found at all\n")
    print(f"{'engine':34}" + "".join(f"{name[:18]:>20}" for name in sets))
    for engine in engines:
        _print_row(engine, sets, arguments.kinds)
    print("\npeople, hand-made stories", *rows(join(hand_made_stories())), sep="\n")
    for folder in arguments.gum:
        print(f"people, {folder.name}", *rows(join(gum_stories(folder))), sep="\n")
    print("\nload: seconds of processor time for imports, data and a first short article, least of")
    print("several new processes; words a second and memory once that is done")
    print(f"{'cost':34}{'load s':>10}{'words/s':>12}{'memory MB':>12}")
    largest = max(paths, key=lambda path: path.stat().st_size)
    for engine in [*engines, "whole"]:
        cost = measure(engine, largest)
        print(f"{engine:34}{cost.load:10.3f}{cost.words:12,.0f}{cost.memory:12.1f}")


def _print_row(engine: str, sets: dict[str, list[Gold]], kinds: bool) -> None:
    run = annotator(engine)
    tallies = []
    for articles in sets.values():
        tally = Tally()
        for gold in articles:
            tally.add(gold, run(gold.article))
        tallies.append(tally)
    cells = (f"{tally.f1():.1f} ({tally.clean:.1f}, {tally.covered:.1f})" for tally in tallies)
    print(f"{engine:34}" + "".join(f"{cell:>20}" for cell in cells))
    if kinds:
        for kind in KINDS:
            row = "".join(f"{tally.f1([kind]):>20.1f}" for tally in tallies)
            print(f"{'  ' + kind:34}{row}")


if __name__ == "__main__":
    main()
