from __future__ import annotations

import json
from pathlib import Path

from tests.library.made import FOLDER, filled, made
from tuireader.library.found import found_objects


def test_what_was_found_can_be_written_as_json(tmp_path: Path) -> None:
    library = filled(
        tmp_path,
        [
            made("a.txt", "Harbour", "First. The harbour of Velm is open.", published="2019"),
            made("b.txt", "The harbour", "Nothing more.", published="2018"),
            made("c.bin", problem="It cannot be read."),
        ],
    )
    both = json.loads(json.dumps([*found_objects(library, library.find("harbour"))]))
    assert [one["path"] for one in both] == [str(FOLDER / "a.txt"), str(FOLDER / "b.txt")]
    assert both[0]["snippet"] == {
        "text": "The harbour of Velm is open.",
        "start": 7,
        "hits": [{"start": 11, "end": 18}],
    }
    assert both[1]["snippet"] is None
    assert both[0]["error"] is None
    (problem,) = found_objects(library, library.find("is:problem"))
    assert problem["error"] == "It cannot be read."
