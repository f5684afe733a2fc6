from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")


def test_every_command_and_test_named_is_there() -> None:
    modules = re.findall(r"python -m (\S+)", PAGE)
    paths = re.findall(r"`(tests/\S+\.py)`", PAGE)
    assert len(modules) == 2
    assert all(find_spec(module) for module in modules)
    assert paths
    assert all((ROOT / path).is_file() for path in paths)
