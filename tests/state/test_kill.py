import os
import random
from pathlib import Path

import pytest
from benchmarks.reliability.killing import kill_while_writing, lost

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
ROUNDS = int(os.environ.get("TUIREADER_KILL_ROUNDS", "100"))


def test_no_acknowledged_change_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    rng = random.Random(20260301)
    acknowledged: dict[int, int] = {}
    for _ in range(ROUNDS):
        first = max(acknowledged.values(), default=0) + 1
        acknowledged |= kill_while_writing(tmp_path, rng, first)
        assert lost(tmp_path, acknowledged) == []
    assert max(acknowledged.values()) > ROUNDS
    assert (tmp_path / next(p.name for p in tmp_path.glob("*.previous.json"))).stat().st_size > 0
