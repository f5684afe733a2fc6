"""Let atheris find files that a reader or the cleaner cannot take, led by the lines they reach.

    python -m benchmarks.fuzz.guided page.html --seconds 120 --cleaning

It begins with the sample of that name, and with half-damaged ones of the same; what `formats` calls
a finding is one here, and ends the run: the file is written beside the corpus. Needs ``atheris``,
which is no dependency of the project. One process a format: libFuzzer does not end otherwise.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

_HALF_DAMAGED = 40


def main() -> None:
    """Fuzz one format for as long as asked; libFuzzer ends the process."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("sample", help="a name of tests/articles/formats/samples.py")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--largest", type=int, default=20_000, help="of a file, in bytes")
    parser.add_argument("--cleaning", action="store_true", help="clean what is read, too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path, default=Path("findings"))
    options = parser.parse_args()
    atheris = _atheris()
    with atheris.instrument_imports(include=["tuireader"]):
        from tests.articles.formats.samples import SAMPLES

        from benchmarks.fuzz.formats import attempt, mutate

        name: str = options.sample
        sample = SAMPLES[name]
        attempt(sample, name, cleaning=options.cleaning)  # readers are imported on first use
    chance = random.Random(options.seed)
    corpus = Path(tempfile.mkdtemp(prefix=f"corpus-{name}-"))
    (corpus / "whole").write_bytes(sample)
    for number in range(_HALF_DAMAGED):
        (corpus / str(number)).write_bytes(mutate(sample, chance))
    options.into.mkdir(exist_ok=True)

    def test(data: bytes) -> None:
        wrong = attempt(data, name, cleaning=options.cleaning)
        if wrong:
            raise AssertionError(wrong)

    arguments = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={options.seconds}",
        f"-max_len={options.largest}",
        f"-seed={options.seed}",
        f"-artifact_prefix={options.into}/guided-{name}-",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]
    atheris.Setup(arguments, test)
    atheris.Fuzz()


def _atheris() -> Any:
    try:
        import atheris  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        raise SystemExit("Install it first: pip install atheris") from None
    return atheris


if __name__ == "__main__":
    main()
