"""Where things are kept."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

import tuireader

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


def config_path() -> Path:
    """Return where ``config.toml`` is, or would be."""
    return config_folder() / "config.toml"


def sample_articles() -> Path | None:
    """Return the folder of the sample articles; None where they were not installed.

    They lie inside the package in an installation and beside ``src`` in a checkout.
    """
    package = Path(tuireader.__file__).parent
    for folder in (package / "sample_articles", package.parents[1] / "sample_articles"):
        if folder.is_dir():
            return folder
    return None


def _folder(variable: str, default: Path) -> Path:
    return Path(os.environ.get(variable) or default)
