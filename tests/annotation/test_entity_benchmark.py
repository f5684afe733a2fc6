from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.entities.data import Gold, as_article, load
from benchmarks.entities.gum import gum_stories, read_gum
from benchmarks.entities.meant import Meant, Story, join, rows
from benchmarks.entities.people import hand_made_stories
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
    assert tally.covered == 100


def test_sentences_stand_alone_with_their_names(tmp_path: Path) -> None:
    text = "Mara Vent left Oslo on Friday. St. Anna Bank, Inc. Oslo stayed."
    marks = [(0, 9), (15, 19), (31, 50), (51, 55)]
    entities = [{"start": a, "end": b, "label": "ORG"} for a, b in marks]
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps({"text": text, "entities": entities}), encoding="utf-8")
    found = [[g.article.text[a:b] for a, b in g.named] for g in load(path, alone=True)]
    assert found == [["Mara Vent", "Oslo"], ["St. Anna Bank, Inc.", "Oslo"]]
    assert [len(g.named) for g in load(path)] == [4]


def test_an_entity_that_no_mark_touches_is_junk() -> None:
    gold = Gold(as_article("Read More"), frozenset(), frozenset(), ())
    tally = Tally()
    tally.add(gold, [Entity("x", "x", Label.ORG, (), (Mention(0, 9, "Read More", Label.ORG),))])
    assert tally.clean == 0


def test_a_name_that_no_entity_touches_is_missed() -> None:
    text = "Ana Lund left Oslo. Oslo slept."
    spans = frozenset({(0, 8, "PER"), (14, 18, "LOC"), (20, 24, "LOC")})
    gold = Gold(as_article(text), spans, frozenset(), ())
    tally = Tally()
    tally.add(gold, [Entity("x", "x", Label.GPE, (), (Mention(20, 24, "Oslo", Label.GPE),))])
    assert tally.covered == 50


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
    joined = join(hand_made_stories())
    assert joined.b_cubed(names_alone=True)[2] > 0.93
    assert joined.b_cubed(names_alone=False)[2] > 0.85
    assert joined.precision("he, she") >= 0.9
    assert joined.precision("role") >= 0.9
    assert joined.recall("he, she") > 0.65
    assert len(list(rows(joined))) == 5


def test_people_of_a_gum_file_are_read_and_joined(tmp_path: Path) -> None:
    rows = [
        ("1", "Mayor", "PROPN", "2", "compound", "Entity=(7-person-new-sss-cf1-1-coref"),
        ("2", "Ana", "PROPN", "0", "root", "_"),
        ("3", "Kovac", "PROPN", "2", "flat", "Entity=7)"),
        ("4", "said", "VERB", "2", "x", "_"),
        ("5-6", "Kovac's", "_", "_", "_", "_"),
        ("5", "Kovac", "PROPN", "8", "nmod:poss", "Entity=(8-person-new(7-person-giv"),
        ("6", "'s", "PART", "5", "case", "Entity=7)"),
        ("7", "old", "ADJ", "8", "amod", "_"),
        ("8", "nurse", "NOUN", "9", "nsubj", "Entity=8)"),
        ("9", "saw", "VERB", "4", "x", "_"),
        ("10", "her", "PRON", "9", "obj", "Entity=(7-person-giv)|SpaceAfter=No"),
        ("11", ".", "PUNCT", "4", "punct", "_"),
    ]
    lines = ["# newpar", "# sent_id = 1"]
    lines += [f"{n}\t{t}\t_\t{p}\t_\t_\t{h}\t{r}\t_\t{m}" for n, t, p, h, r, m in rows]
    path = tmp_path / "one.conllu"
    path.write_text("\n".join(lines) + "\n\n", "utf-8")
    story = read_gum(path)
    assert story.text.strip() == "Mayor Ana Kovac said Kovac's old nurse saw her."
    assert [(story.text[m.start : m.end], m.who, m.kind) for m in story.people] == [
        ("Ana Kovac", "7", "name"),
        ("Kovac", "7", "name"),
        ("Kovac's old nurse", "8", "role"),
        ("her", "7", "pronoun"),
    ]
    joined = join(gum_stories(tmp_path))
    assert joined.b_cubed(names_alone=True) == (1.0, 1.0, 1.0)
    assert joined.asked == {"he, she": 1}


def test_a_reference_is_right_only_where_its_person_is_meant() -> None:
    text = "Ana Kovac met Tomas Berg. Kovac said he was late."
    at = {words: text.index(words) for words in ("Ana Kovac", "Tomas Berg", "Kovac said", "he was")}
    people = [
        Meant(at["Ana Kovac"], at["Ana Kovac"] + 9, 0, "1", "name"),
        Meant(at["Tomas Berg"], at["Tomas Berg"] + 10, 0, "2", "name"),
        Meant(at["Kovac said"], at["Kovac said"] + 5, 0, "1", "name"),
    ]
    he = at["he was"]
    right = join([Story(text, (*people, Meant(he, he + 2, he + 2, "2", "pronoun")))])
    wrong = join([Story(text, (*people, Meant(he, he + 2, he + 2, "1", "pronoun")))])
    assert (right.precision("he, she"), right.recall("he, she")) == (1.0, 1.0)
    assert (wrong.precision("he, she"), wrong.recall("he, she")) == (0.0, 0.0)
    assert right.b_cubed(names_alone=False)[2] > wrong.b_cubed(names_alone=False)[2]
