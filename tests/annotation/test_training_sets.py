"""Sets made of tokens become running text with their names in place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tools.build_clusters import numbered
from tools.convert_sets import as_item, join, read_crossner, read_docred

from tuireader.annotation.entities.clusters import family


def test_tokens_are_joined_as_a_text_would_write_them() -> None:
    written = "Ana ( born 1970 ) said Q no Q , Bo 's dog ."
    tokens = written.replace("Q", '"').split(" ")
    text, starts = join(tokens)
    assert text == 'Ana (born 1970) said "no", Bo\'s dog.'
    assert [text[a : a + len(t)] for a, t in zip(starts, tokens, strict=True)] == tokens
    assert join(["singer", "-", "poet"], hyphens=True)[0] == "singer-poet"
    assert join(["Hope", "-", "The", "Daisy"])[0] == "Hope - The Daisy"


def test_names_keep_their_place_and_none_overlaps_another() -> None:
    first = (["Ana", "Lund", "left", "."], [(0, 2, "PER"), (1, 2, "PER")])
    item = as_item("x", [first, (["Oslo", "slept", "."], [(0, 1, "LOC")])])
    found = [(item["text"][e["start"] : e["end"]], e["label"]) for e in item["entities"]]
    assert found == [("Ana Lund", "PER"), ("Oslo", "LOC")]


def test_both_sets_are_read(tmp_path: Path) -> None:
    mention = {"pos": [0, 2], "sent_id": 0, "type": "PER"}
    year = {"pos": [3, 4], "sent_id": 0, "type": "TIME"}
    sents = [["Ana", "Lund", "in", "1970", "."]]
    story = {"title": "Ana", "sents": sents, "vertexSet": [[mention], [year]]}
    for part in ("dev_revised", "test_revised"):
        (tmp_path / f"{part}.json").write_text(json.dumps([story]), encoding="utf-8")
    assert [len(item["entities"]) for item in read_docred(tmp_path)] == [1, 1]
    for field in ("ai", "literature", "music", "politics", "science"):
        (tmp_path / field).mkdir()
        for part in ("train", "dev", "test"):
            lines = "Glass\tB-band\nHarbour\tI-band\nplays\tO\npunk\tB-musicgenre\n\nHi\tO\n"
            (tmp_path / field / f"{part}.txt").write_text(lines, encoding="utf-8")
    items = list(read_crossner(tmp_path))
    assert len(items) == 30
    assert items[0]["entities"] == [{"start": 0, "end": 13, "label": "ORG"}]


def test_a_clusters_number_tells_its_family() -> None:
    numbers = numbered([3, 0, 3, 3, 0])
    assert len(set(numbers)) == 5
    assert [family(number) for number in numbers] == [3, 0, 3, 3, 0]
    with pytest.raises(ValueError, match="256"):
        numbered([1] * 257)
