"""Train the weights of the entity tagger.

    pip install python-crfsuite==0.9.12
    python -m tools.train_entities FOLDER

FOLDER holds the training sets as JSON Lines (``text``, and ``entities`` with ``start``, ``end``
and ``label``):

- ``gmb_val``, ``gmb_test``: news of the Groningen Meaning Bank 2.2.0 (Bos, Basile, Evang, Venhuizen
  and Bjerva, "The Groningen Meaning Bank", Handbook of Linguistic Annotation, 2017); the texts are
  in the public domain.
- ``wikigold``: Balasuriya, Ringland, Nothman, Murphy and Curran, "Named Entity Recognition in
  Wikipedia", People's Web 2009; CC BY 4.0.
- ``wnut17_train``: Derczynski, Nichols, van Erp and Limsopatham, "Results of the WNUT2017 Shared
  Task on Novel and Emerging Entity Recognition", W-NUT 2017; CC BY 4.0.
- ``btc``: Derczynski, Bontcheva and Roberts, "Broad Twitter Corpus", COLING 2016; CC BY 4.0.
- ``docred``, ``crossner``: see `tools/convert_sets.py`; MIT.

and the articles in ``tools/annotated``, written and annotated for tuireader by
``docs/annotation-guideline.md``. The same files give the same model, byte for byte.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pycrfsuite

from tools.harmonise import harmonise
from tuireader.annotation.entities.casing import casing
from tuireader.annotation.entities.clusters import clusters
from tuireader.annotation.entities.constant_table import ConstantTable
from tuireader.annotation.entities.features import Document, Features
from tuireader.annotation.entities.guess import Guesser
from tuireader.annotation.entities.islands import islands
from tuireader.annotation.entities.lexicon import lexicon, ordinary_words
from tuireader.annotation.entities.second_look import second_look
from tuireader.annotation.entities.words import Word, split_words

DATA = Path(__file__).parents[1] / "src/tuireader/annotation/entities/data"
ANNOTATED = Path(__file__).parent / "annotated"
ALONE = "sentences"
"""The annotated file whose every line stands alone, as a text of its own."""
LABELS = ("PER", "ORG", "LOC", "NORP", "MISC")
SETS = {"wikigold": 1, "wnut17_train": 1, "btc": 1, "docred": 1, "crossner": 1}
SILVER = ("gmb_val", "gmb_test")
OWN_WEIGHT = 5
"""How many times the articles annotated for tuireader are repeated."""
L1, L2, ROUNDS = 0.1, 0.6, 120
LEAST_WEIGHT = 0.15
"""Weights nearer to zero are left out."""

Span = tuple[int, int, str]
Sequence_ = tuple[list[list[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with its names."""

    text: str
    spans: tuple[Span, ...]


def read_set(path: Path) -> Iterator[Sample]:
    """Yield the samples of a set, its labels brought into line with the guideline."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item: dict[str, Any] = json.loads(line)
        spans = [(e["start"], e["end"], e["label"]) for e in item["entities"]]
        yield Sample(item["text"], tuple(harmonise(item["text"], spans, path.stem)))


CODES = {
    "P": "PER", "O": "ORG", "G": "GPE", "L": "LOC", "F": "FAC", "N": "NORP", "E": "EVENT",
    "W": "LAW", "K": "WORK_OF_ART", "D": "PRODUCT",
}  # fmt: skip
"""The marks of the annotated articles: ``[Lagos|G]``."""
MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z])\]")


def read_marked(text: str) -> Sample:
    """Return the sample of a text marked up as ``[Lagos|G]``."""
    plain: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for match in MARK.finditer(text):
        before = text[at : match.start()]
        plain += [before, match[1]]
        length += len(before)
        spans.append((length, length + len(match[1]), CODES[match[2]]))
        length += len(match[1])
        at = match.end()
    plain.append(text[at:])
    return Sample("".join(plain), tuple(spans))


def read_annotated() -> Iterator[Sample]:
    """Yield the articles annotated for tuireader."""
    for path in sorted(ANNOTATED.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if path.stem == ALONE:
            samples = (read_marked(line) for line in text.splitlines())
            yield from (Sample(s.text, tuple(harmonise(s.text, s.spans, "own"))) for s in samples)
            continue
        for story in text.split("\n====\n"):
            sample = read_marked(story.strip())
            yield in_capitals(sample)
            yield Sample(sample.text, tuple(harmonise(sample.text, sample.spans, "own")))


def in_capitals(sample: Sample) -> Sample:
    """Return the first two paragraphs' openings in capitals, as agencies write headlines."""
    text = sample.text
    ends = [m.start() for m in re.finditer(r"\n|(?<=[a-z])[.?!] (?=[A-Z\"“])", text)][:4]
    end = ends[-1] if ends else len(text)
    upper = text[:end].upper()
    if len(upper) != end:
        return Sample("", ())
    spans = [span for span in sample.spans if span[1] <= end]
    return Sample(upper, tuple(harmonise(upper, spans, "own")))


class Encoder:
    """Turns samples into sequences of features and labels."""

    def __init__(self) -> None:
        self._lists = lexicon()
        self._guesser = Guesser(self._lists, ordinary_words())
        self._features = Features(self._lists, ordinary_words(), clusters(), casing())

    def sequences(self, sample: Sample) -> Iterator[tuple[list[list[str]], list[str]]]:
        """Yield the islands of a sample."""
        blocks = [
            split_words(sample.text, m.start(), m.end(), i, self._lists.peoples)
            for i, m in enumerate(re.finditer(r"[^\n]+", sample.text))
        ]
        blocks = [words for words in blocks if words]
        listed = [self._lists.matches([w.text for w in words]) for words in blocks]
        guesses = [self._guesser.guess(*pair) for pair in zip(blocks, listed, strict=True)]
        guesses = second_look(blocks, guesses, self._lists)
        document = Document.of(blocks)
        for words, found, matches in zip(blocks, guesses, listed, strict=True):
            places = self._features.of_places(words, found, matches, document)
            labels = _labels(words, sample.spans)
            for start, end in islands(words):
                rows = [self._row(words, at) + places[at] for at in range(start, end)]
                yield rows, labels[start:end]

    def _row(self, words: list[Word], at: int) -> list[str]:
        def text(index: int) -> str:
            return words[index].text if 0 <= index < len(words) else ""

        features = self._features
        return [
            *features.of_word(text(at)),
            *features.of_neighbour(text(at - 1), "-"),
            *features.of_neighbour(text(at + 1), "+"),
            *features.of_second_neighbour(text(at - 2), "-"),
            *features.of_second_neighbour(text(at + 2), "+"),
        ]


def _labels(words: list[Word], spans: tuple[Span, ...]) -> list[str]:
    """Return B-, I- and O labels of words; a word that only partly lies in a name belongs to it."""
    labels = ["O"] * len(words)
    for start, end, label in spans:
        inside = [i for i, w in enumerate(words) if w.start < end and w.end > start]
        for i in inside:
            labels[i] = ("B-" if i == inside[0] else "I-") + label
    return labels


def train(folder: Path, target: Path) -> None:
    """Train in two steps and write the model.

    The first step learns from the sets that follow the guideline well. Its tagger then labels the
    news of the Groningen Meaning Bank, whose own labels follow another guideline: of those only
    the people are kept. The second step learns from all.

    Args:
        folder: Where the sets are.
        target: The file of the labels and their transitions; the weights are written beside it.
    """
    encoder = Encoder()
    sure = [*_encode(encoder, read_annotated(), OWN_WEIGHT)]
    for name, times in SETS.items():
        sure += _encode(encoder, read_set(folder / f"{name}.jsonl"), times)
    with tempfile.TemporaryDirectory() as scratch:
        path = str(Path(scratch) / "model.crfsuite")
        first = _fit(sure, path)
        news = [
            (rows, _silver(first.tag(rows), labels))
            for name in SILVER
            for rows, labels in _encode(encoder, read_set(folder / f"{name}.jsonl"), 1)
        ]
        info = _fit([*sure, *news], path).info()
    write_model(info.state_features, info.transitions, target)


def _encode(encoder: Encoder, samples: Iterable[Sample], times: int) -> Iterator[Sequence_]:
    for sample in samples:
        for pair in encoder.sequences(sample):
            for _ in range(times):
                yield pair


def _fit(pairs: Iterable[Sequence_], path: str) -> Any:
    """Train a tagger, write it to a file and return it opened."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for rows, labels in pairs:
        trainer.append(rows, labels)
    trainer.select("lbfgs")
    trainer.set_params(
        {"c1": L1, "c2": L2, "max_iterations": ROUNDS, "feature.possible_transitions": True}
    )
    trainer.train(path)
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    return tagger


def _silver(tagged: list[str], gold: list[str]) -> list[str]:
    """Return labels of a tagger, with the people of a set put in where the tagger saw none."""
    labels = list(tagged)
    at = 0
    while at < len(gold):
        end = at + 1
        if gold[at] == "B-PER":
            while end < len(gold) and gold[end] == "I-PER":
                end += 1
            if all(label == "O" or label.endswith("PER") for label in labels[at:end]):
                labels[at:end] = gold[at:end]
                if end < len(labels) and labels[end].startswith("I-"):
                    labels[end] = "B" + labels[end][1:]
        at = end
    return labels


def write_model(
    state: dict[tuple[str, str], float], transitions: dict[tuple[str, str], float], target: Path
) -> None:
    """Write the labels and their transitions as JSON, and the weights beside as a table.

    See `Tagger` for their form.
    """
    labels = ["O", *(f"{part}-{label}" for label in LABELS for part in "BI")]
    number = {label: i for i, label in enumerate(labels)}
    weights: dict[str, str] = {}
    for (feature, label), weight in sorted(state.items()):
        if abs(weight) >= LEAST_WEIGHT:
            before = weights[feature] + " " if feature in weights else ""
            weights[feature] = f"{before}{number[label]} {round(100 * round(weight, 2))}"
    table = [[round(transitions.get((a, b), 0.0), 2) for b in labels] for a in labels]
    for i, a in enumerate(labels):
        for j, b in enumerate(labels):
            if b.startswith("I-") and a[2:] != b[2:]:
                table[i][j] = -20.0
    target.write_bytes(orjson.dumps({"labels": labels, "transitions": table}))
    packed = ConstantTable.of(weights).to_bytes()
    target.with_name("weights.bin").write_bytes(packed)
    print(f"{len(weights)} features, {len(packed)} bytes")


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else DATA / "model.json")
