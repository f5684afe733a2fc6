"""Where the data lie that come with the engine."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).with_name("data")
"""The folder of the engine's data; `importlib.resources` alone takes longer to load than they."""
