import pytest
from benchmarks.cleaning.__main__ import Score, score_pairs

SCORES = score_pairs()


@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.name)
def test_a_messy_text_becomes_what_it_should(score: Score) -> None:
    assert score.lost == ()
    assert score.unequal == ()
    assert score.left == ()


def test_there_are_pairs_of_many_kinds() -> None:
    assert len(SCORES) >= 60
    assert len({score.name.partition(":")[0] for score in SCORES}) >= 15
    assert sum(score.noise for score in SCORES) > 100
