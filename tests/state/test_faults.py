import os
import random
from pathlib import Path

import pytest
from benchmarks.reliability.faults import FAULTS, Fault
from benchmarks.reliability.power import NotPossibleError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
ROUNDS = int(os.environ.get("TUIREADER_FAULT_ROUNDS", "3"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.run.__name__)
def test_nothing_is_lost(fault: Fault, tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_mode & 0o077 == 0:
            folder.chmod(0o755)
    for number in range(ROUNDS):
        try:
            wrong = fault.run(tmp_path / f"state-{number}", random.Random(number))
        except NotPossibleError as error:
            pytest.skip(str(error))
        assert wrong == []
