"""How well cleaning works, on hand-made pairs and on pages with their true text.

    python -m benchmarks.cleaning [DUMPS TRUTH.json]

The pairs in `pairs/` are our own writing: a messy text and what it should become. DUMPS and
TRUTH.json are as in `train_page_model`; with them every sentence of the truth that was lost is
listed with the rule that took it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cleaning.pages import f_score, precision_recall, read_pages
from tuireader.articles.article import Article, Document
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.noise.line import folded

PAIRS = Path(__file__).parent / "pairs"
_SENTENCE = re.compile(r"[^.!?\n]{25,}[.!?]")


@dataclass(frozen=True)
class Score:
    """What became of one pair.

    Attributes:
        name: Kind and name of the pair.
        lost: Lines of the ideal text that are not in the result.
        unequal: Lines that are there, but not letter by letter.
        noise: How many lines of the messy text should go.
        left: Those of them that stayed.
    """

    name: str
    lost: tuple[str, ...]
    unequal: tuple[str, ...]
    noise: int
    left: tuple[str, ...]


def cleaned(raw: str) -> Article:
    return clean(Document("id", Path("pair.txt"), raw))


def score_pair(name: str, messy: str, ideal: str) -> Score:
    article = cleaned(messy)
    found = [block.text for block in article.blocks]
    keys = [folded(text) for text in found]
    wanted = [line for line in ideal.split("\n") if line.strip()]
    whole = "".join(folded(line) for line in wanted)
    noise = [
        line
        for line in re.split(r"[\r\n]+", messy)
        if line.strip() and folded(cleaned(line).text) not in whole
    ]
    copies = Counter(folded(line) for line in re.split(r"[\r\n]+", messy))
    extra = sum(max(0, count - 1) for key, count in copies.items() if key and key in whole)
    left = [text for text, key in zip(found, keys, strict=True) if key and key not in whole]
    lost = [line for line in wanted if folded(line) not in "".join(keys)]
    unequal = [line for line in wanted if line not in found and line not in lost]
    return Score(name, tuple(lost), tuple(unequal), len(noise) + extra, tuple(left))


def score_pairs() -> list[Score]:
    return [
        score_pair(f"{path.stem}: {pair['name']}", pair["messy"], pair["ideal"])
        for path in sorted(PAIRS.glob("*.toml"))
        for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    ]


def lost_sentences(article: Article, truth: str) -> list[tuple[str, str]]:
    """Return the sentences of the true text that cleaning took out, each with its rule."""
    text = folded(article.text)
    removals = [(folded(one.text), one.rule) for one in article.removals if one.applied]
    result = []
    for sentence in _SENTENCE.findall(truth):
        key = folded(sentence)
        if key in text:
            continue
        rule = next((rule for removed, rule in removals if key in removed or removed in key), "")
        if rule:
            result.append((rule, sentence.strip()))
    return result


def report_pages(dumps: Path, truth: Path) -> None:
    pairs, lost = [], []
    for page in read_pages(dumps, truth):
        article = cleaned((dumps / f"{page.name}.txt").read_text(encoding="utf-8"))
        pairs.append(precision_recall(page.truth, article.text))
        lost += [(page.name, *one) for one in lost_sentences(article, page.truth)]
    print(f"pages {len(pairs)}: F1 {f_score(pairs):.4f}")
    print(f"sentences lost {len(lost)}: {dict(Counter(rule for _, rule, _ in lost))}")
    for name, rule, sentence in lost:
        print(f"  {name} {rule}: {sentence[:100]}")


def main() -> None:
    scores = score_pairs()
    for score in scores:
        for what, lines in (
            ("lost", score.lost), ("changed", score.unequal), ("left", score.left)
        ):  # fmt: skip
            for line in lines:
                print(f"  {score.name}: {what}: {line[:90]}")
    noise, left = sum(s.noise for s in scores), sum(len(s.left) for s in scores)
    print(
        f"pairs {len(scores)}: lines wrongly removed {sum(len(s.lost) for s in scores)}, "
        f"not equal {sum(len(s.unequal) for s in scores)}, "
        f"noise left {left} of {noise} ({left / max(1, noise):.1%})"
    )
    if len(sys.argv) > 2:
        report_pages(Path(sys.argv[1]), Path(sys.argv[2]))


if __name__ == "__main__":
    main()
