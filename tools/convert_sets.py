"""Turn two open sets of tokens into texts with names, for `tools/train_entities.py`.

    python -m tools.convert_sets REDOCRED CROSSNER FOLDER

- REDOCRED: the ``data`` folder of Re-DocRED (Tan, Xu, Bing, Ng and Aljunied, "Revisiting DocRED",
  EMNLP 2022, after Yao et al., "DocRED", ACL 2019; MIT): the development and the test part.
- CROSSNER: the ``ner_data`` folder of CrossNER (Liu, Xu, Yu, Dai, Ji, Cahyawijaya, Madotto and
  Fung, "CrossNER", AAAI 2021; MIT): all of it but ``conll2003``, which is not open.
- FOLDER: where ``docred.jsonl`` and ``crossner.jsonl`` are written.

Both are texts of Wikipedia.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Span = tuple[int, int, str]
Tagged = tuple[list[str], list[Span]]

DOCRED_PARTS = ("dev_revised", "test_revised")
DOCRED_KINDS = frozenset({"PER", "ORG", "LOC", "MISC"})
CROSSNER_FIELDS = ("ai", "literature", "music", "politics", "science")
CROSSNER_PARTS = ("train", "dev", "test")
CROSSNER_KINDS = {
    "person": "PER", "politician": "PER", "writer": "PER", "musicalartist": "PER",
    "scientist": "PER", "researcher": "PER", "organisation": "ORG", "politicalparty": "ORG",
    "band": "ORG", "university": "ORG", "magazine": "ORG", "location": "LOC", "country": "LOC",
    "misc": "MISC", "event": "MISC", "election": "MISC", "award": "MISC", "album": "MISC",
    "song": "MISC", "book": "MISC", "poem": "MISC", "conference": "MISC", "product": "MISC",
    "academicjournal": "MISC",
}  # fmt: skip
"""What the kinds of CrossNER are to us; those that are no names by the guideline are left out."""

_CLOSING = frozenset((*",.;:!?)]}%'’…", *["'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s"]))
_OPENING = frozenset("([{$£€#")


def join(tokens: Sequence[str], hyphens: bool = False) -> tuple[str, list[int]]:
    """Return tokens as running text, and where each begins in it.

    Args:
        tokens: The tokens.
        hyphens: Whether a hyphen that stands alone joined the tokens beside it.
    """
    text = ""
    starts: list[int] = []
    glued = True
    quoted = False
    for token in tokens:
        closes = token == '"' and quoted
        if not (glued or closes or token in _CLOSING or (hyphens and token == "-")):
            text += " "
        starts.append(len(text))
        text += token
        glued = token in _OPENING or (token == '"' and not quoted) or (hyphens and token == "-")
        if token == '"':
            quoted = not quoted
    return text, starts


def as_item(name: str, sentences: Iterable[Tagged], hyphens: bool = False) -> dict[str, Any]:
    """Return sentences with names, each a span of tokens, as one text with names."""
    text = ""
    entities: list[dict[str, Any]] = []
    for tokens, spans in sentences:
        sentence, starts = join(tokens, hyphens)
        if text:
            text += " "
        for first, last, label in spans:
            start, end = starts[first], starts[last - 1] + len(tokens[last - 1])
            entities.append({"start": len(text) + start, "end": len(text) + end, "label": label})
        text += sentence
    entities.sort(key=lambda entity: (entity["start"], -entity["end"]))
    return {"id": name, "text": text, "entities": _apart(entities)}


def _apart(entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return names without those that overlap one before them."""
    kept: list[dict[str, Any]] = []
    for entity in entities:
        if not kept or entity["start"] >= kept[-1]["end"]:
            kept.append(entity)
    return kept


def read_docred(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of Re-DocRED."""
    for part in DOCRED_PARTS:
        for item in json.loads((folder / f"{part}.json").read_text(encoding="utf-8")):
            spans: list[list[Span]] = [[] for _ in item["sents"]]
            for mention in (mention for names in item["vertexSet"] for mention in names):
                first, last = mention["pos"]
                if mention["type"] in DOCRED_KINDS and last > first:
                    spans[mention["sent_id"]].append((first, last, mention["type"]))
            yield as_item(item["title"], zip(item["sents"], spans, strict=True), hyphens=True)


def read_crossner(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the sentences of CrossNER, each a text of its own."""
    for field in CROSSNER_FIELDS:
        for part in CROSSNER_PARTS:
            text = (folder / field / f"{part}.txt").read_text(encoding="utf-8")
            for number, lines in enumerate(text.strip().split("\n\n")):
                rows = [line.split("\t") for line in lines.splitlines() if "\t" in line]
                tokens = [row[0] for row in rows]
                if tokens:
                    tagged = (tokens, _spans([row[1].strip() for row in rows]))
                    yield as_item(f"{field}-{part}-{number}", [tagged])


def _spans(tags: Sequence[str]) -> list[Span]:
    """Return the names that B-, I- and O labels spell out, as spans of tokens."""
    spans: list[Span] = []
    for at, tag in enumerate(tags):
        part, _, kind = tag.partition("-")
        label = CROSSNER_KINDS.get(kind)
        if label is None:
            continue
        if part == "I" and spans and spans[-1][1] == at and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], at + 1, label)
        elif part == "B":
            spans.append((at, at + 1, label))
    return spans


def main(docred: Path, crossner: Path, target: Path) -> None:
    """Write both sets."""
    for name, items in (("docred", read_docred(docred)), ("crossner", read_crossner(crossner))):
        lines = [json.dumps(item, ensure_ascii=False) for item in items]
        (target / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines)} texts")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
