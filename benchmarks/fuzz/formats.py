"""Damage files of every format at random for as long as asked, and report what goes wrong.

    python -m benchmarks.fuzz.formats --minutes 5 [--only page.html] [--seed 1] [--cleaning]

A finding is an exception, an unsound result or a file that takes longer than two seconds; each is
written to ``--into`` so that it can become a test. The exit status is the number of findings, at
most 100. Mutations: bytes changed, cut, repeated, swapped, taken from other samples, and pieces
that parsers are known to stumble over.
"""

from __future__ import annotations

import argparse
import random
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.articles.formats.helpers import read_bytes
from tests.articles.formats.samples import SAMPLES
from tests.articles.formats.soundness import check

from tuireader.articles.article import Document
from tuireader.articles.cleaning.clean import clean

_SLOW = 2.0
_LARGEST = 200_000
_PIECES = (
    b"<", b">", b"&", b"&#27;", b"&#x110000;", b"&amp;amp;#27;", b"<!--", b"-->", b"<![CDATA[",
    b"]]>", b"<!DOCTYPE x [<!ENTITY a '&a;'>]>", b"\x1b]0;x\x07", b"\xe2\x80\xae", b"\xff\xfe",
    b"\x00", b"\r\n\r\n", b"\n\n", b"--", b"[", b"{", b"}", b"]", b'"', b"'", b",", b"\\u0000",
    b"\\ud800", b"<p>", b"</p>", b"<div>", b"<table><tr><td>", b"<script>", b"<svg>", b"<q>",
    b"<li>", b"<br><br>", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
    b"=?utf-8?q?=1b?=", b"-1", b"9" * 30, b"charset=utf-7", b"charset=utf-16",
    b"encoding='ibm273'", b"endobj", b"stream", b"0 0 R", b"xref",
)  # fmt: skip


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return the data, damaged in one to eight places."""
    for _ in range(chance.randint(1, 8)):
        data = chance.choice(_MUTATIONS)(data, chance)[:_LARGEST]
    return data


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _change(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + chance.randbytes(chance.randint(1, 4)) + data[at + chance.randint(0, 4) :]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + chance.choice(_PIECES) * chance.choice((1, 1, 1, 3, 300)) + data[at:]


def _cut(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] if chance.random() < 0.3 else data[:at] + data[at + chance.randint(1, 400) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    length = chance.randint(1, 200)
    return data[:at] + data[at : at + length] * chance.choice((2, 10, 100)) + data[at + length :]


def _splice(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(list(SAMPLES.values()))
    start = _place(other, chance)
    at = _place(data, chance)
    return data[:at] + other[start : start + chance.randint(1, 2_000)] + data[at:]


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    changed = bytearray(data)
    for _ in range(chance.randint(1, 10)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


_MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _change,
    _insert,
    _cut,
    _repeat,
    _splice,
    _flip,
)


def attempt(data: bytes, name: str, *, cleaning: bool) -> str:
    """Return what goes wrong with a file; empty where nothing does."""
    start = time.process_time()
    try:
        found = read_bytes(data, name)
        check(found)
        if cleaning:
            for each in found:
                if isinstance(each, Document):
                    clean(each)
    except Exception:
        return traceback.format_exc(limit=-4)
    seconds = time.process_time() - start
    return f"slow: {name}" if seconds > _SLOW else ""


def main() -> int:
    """Run for the time asked and return the number of findings."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--only", default="", help="the sample to damage, such as page.html")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cleaning", action="store_true", help="clean what is read, too")
    parser.add_argument("--into", type=Path, default=Path("findings"))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    names = [options.only] if options.only else list(SAMPLES)
    end = time.monotonic() + 60 * options.minutes
    runs: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    while time.monotonic() < end:
        name = names[sum(runs.values()) % len(names)]
        data = mutate(SAMPLES[name], chance)
        runs[name] += 1
        wrong = attempt(data, name, cleaning=options.cleaning)
        if not wrong:
            continue
        key = wrong.strip().splitlines()[-1]
        findings[key] += 1
        if findings[key] == 1:
            options.into.mkdir(exist_ok=True)
            target = options.into / f"{sum(findings.values()):03}-{name}"
            target.write_bytes(data)
            print(f"{target}\n{wrong}")
    print(f"{sum(runs.values()):,} damaged files, {sum(findings.values())} findings")
    for key, count in findings.most_common():
        print(f"{count:6} {key}")
    return min(100, sum(findings.values()))


if __name__ == "__main__":
    raise SystemExit(main())
