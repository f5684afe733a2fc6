"""Settings: where things are kept, and what the reader chose."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

APP_NAME = "tuireader"


def state_folder() -> Path:
    """Return the folder of the reader's state; ``TUIREADER_STATE`` overrules it."""
    return _folder("TUIREADER_STATE", user_data_path(APP_NAME))


def cache_folder() -> Path:
    """Return the folder of what can be made again; ``TUIREADER_CACHE`` overrules it."""
    return _folder("TUIREADER_CACHE", user_cache_path(APP_NAME))


def config_folder() -> Path:
    """Return the folder of ``config.toml``; ``TUIREADER_CONFIG`` overrules it."""
    return _folder("TUIREADER_CONFIG", user_config_path(APP_NAME))


def _folder(variable: str, default: Path) -> Path:
    return Path(os.environ.get(variable) or default)
