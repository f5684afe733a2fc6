from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.entities.data import Gold, as_article
from benchmarks.entities.gum import b_cubed_of_gum, read_gum
from benchmarks.entities.people import b_cubed_of_people
from benchmarks.entities.scoring import Tally, b_cubed

from tuireader.annotation.annotation import Entity, Label, Mention


def test_only_exact_spans_of_the_right_kind_count() -> None:
    text = "Ana Lund of Nordbank left Oslo."
    gold = Gold(
        as_article(text),
        frozenset({(0, 8, "PER"), (12, 20, "ORG"), (26, 30, "LOC")}),
        frozenset(),
        ((0, 8), (12, 20), (26, 30)),
    )
    mentions = [
        Mention(0, 8, "Ana Lund", Label.PERSON),
        Mention(12, 20, "Nordbank", Label.GPE),
        Mention(21, 30, "left Oslo", Label.GPE),
    ]
    tally = Tally()
    tally.add(gold, [Entity(m.text, m.text, m.label, (), (m,)) for m in mentions])
    assert tally.f1() == pytest.approx(100 / 3)
    assert tally.f1(["PER"]) == 100
    assert tally.clean == 100


def test_an_entity_that_no_mark_touches_is_junk() -> None:
    gold = Gold(as_article("Read More"), frozenset(), frozenset(), ())
    tally = Tally()
    tally.add(gold, [Entity("x", "x", Label.ORG, (), (Mention(0, 9, "Read More", Label.ORG),))])
    assert tally.clean == 0


def test_b_cubed_of_a_split_and_of_a_merged_cluster() -> None:
    gold = {1: "a", 2: "a", 3: "b"}
    assert b_cubed(gold, gold) == (1, 1, 1)
    precision, recall, _ = b_cubed(gold, {1: "x", 2: "y", 3: "z"})
    assert precision == 1
    assert recall == pytest.approx(2 / 3)
    precision, recall, _ = b_cubed(gold, {1: "x", 2: "x", 3: "x"})
    assert precision == pytest.approx(5 / 9)
    assert recall == 1


def test_people_of_the_hand_made_stories_are_joined() -> None:
    _, _, f1 = b_cubed_of_people()
    assert f1 > 0.93


def test_people_of_a_gum_file_are_read_by_their_names_and_joined(tmp_path: Path) -> None:
    rows = [
        ("1", "Mayor", "PROPN", "2", "compound", "Entity=(7-person-new-sss-cf1-1-coref"),
        ("2", "Ana", "PROPN", "0", "root", "_"),
        ("3", "Kovac", "PROPN", "2", "flat", "Entity=7)"),
        ("4", "said", "VERB", "2", "x", "_"),
        ("5", "Kovac", "PROPN", "4", "obj", "Entity=(7-person-giv-sss-cf1-1-coref)"),
        ("6", "saw", "VERB", "4", "x", "_"),
        ("7", "him", "PRON", "6", "obj", "Entity=(8-person-giv-sss-cf2-1-coref)|SpaceAfter=No"),
        ("8", ".", "PUNCT", "4", "punct", "_"),
    ]
    lines = ["# newpar", "# sent_id = 1"]
    lines += [f"{n}\t{t}\t_\t{p}\t_\t_\t{h}\t{r}\t_\t{m}" for n, t, p, h, r, m in rows]
    path = tmp_path / "one.conllu"
    path.write_text("\n".join(lines) + "\n\n", "utf-8")
    document = read_gum(path)
    assert document.text.strip() == "Mayor Ana Kovac said Kovac saw him."
    assert {document.text[a:b]: who for (a, b), who in document.people.items()} == {
        "Ana Kovac": "7",
        "Kovac": "7",
    }
    assert b_cubed_of_gum(tmp_path) == (1.0, 1.0, 1.0)
