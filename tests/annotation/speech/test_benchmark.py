from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from benchmarks.quotes.damage import STYLES, damage
from benchmarks.quotes.data import GoldArticle, load
from benchmarks.quotes.measures import calibration_error, evaluate, recall_of_spans, reliability
from benchmarks.quotes.peers.found import is_marked
from benchmarks.quotes.rivals import Environment, outcomes
from benchmarks.quotes.scoring import Predicted, Tally, add

TEXT = "“The dam is old,” said Mary Voss on Monday.\n\nHe sells a false “antique” each week.\n"


@pytest.fixture
def gold(tmp_path: Path) -> GoldArticle:
    at, scare = TEXT.index("The dam"), TEXT.index("antique")
    record = {
        "id": "1",
        "text": TEXT,
        "quotes": [
            {"start": at, "end": at + 16, "speech": True, "kind": "direct", "speaker": "Mary Voss"},
            {"start": scare, "end": scare + 7, "speech": False, "speaker": None},
        ],
        "ignore": [],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record) + "\n", "utf-8")
    (article,) = load(path)
    return article


def test_what_is_right_scores_in_full(gold: GoldArticle) -> None:
    tally = evaluate([gold])
    assert tally.f1("exact") == tally.f1("joint") == (100.0, 100.0, 100.0)
    assert tally.counts["scare taken for speech"] == 0


def test_a_wrong_speaker_and_a_scare_quote_count_against(gold: GoldArticle) -> None:
    tally = Tally()
    speech, scare = gold.quotes
    wrong = [
        Predicted(speech.start, speech.end, "Peter Lund", None, 0.9),
        Predicted(scare.start, scare.end, None, None, 0.1),
    ]
    add(tally, gold, wrong)
    assert (tally.f1("exact")[0], tally.f1("joint")[1]) == (50.0, 0.0)
    assert tally.misses["scare quote taken for speech"] == 1
    assert tally.graded == [(0.9, False)]


@pytest.mark.parametrize("style", STYLES)
def test_damage_keeps_the_words_and_knows_where_they_are(gold: GoldArticle, style: str) -> None:
    damaged = damage(gold, style, seed=3)
    places = [*damaged.intact, *damaged.lost]
    assert sorted(damaged.text[start:end] for start, end in places) == ["The dam is old", "antique"]
    if not damaged.lost:
        assert recall_of_spans([damaged]) == (100.0, None)


def test_the_reliability_curve_holds_confidence_against_what_was_right() -> None:
    graded = [(0.96, True), (0.96, True), (0.6, True), (0.6, False)]
    assert [(round(a, 2), b, n) for a, b, n in reliability(graded)] == [(0.6, 0.5, 2), (0.96, 1, 2)]
    assert calibration_error(graded) == pytest.approx((0.1 + 0.04) / 2)
    assert calibration_error([]) == 0


def test_a_system_that_cannot_run_is_told_with_the_reason(gold: GoldArticle) -> None:
    here = Environment(Path(sys.executable), "no_such_pipeline", {})
    (first, *_) = outcomes([gold], here)
    assert (first.tally, first.system) == (None, "textacy")
    assert "spacy" in first.problem or "no_such_pipeline" in first.problem


def test_reported_speech_is_told_from_quotes() -> None:
    text = 'He said the dam is old. "It is," she said.'
    assert not is_marked(text, 8, 23)
    assert is_marked(text, 24, 32)
