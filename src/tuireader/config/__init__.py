"""Settings: where things are kept, and what the reader chose."""

from tuireader.config.default_text import default_config
from tuireader.config.folders import (
    APP_NAME,
    cache_folder,
    config_folder,
    config_path,
    sample_articles,
    state_folder,
)
from tuireader.config.settings import Problem, Settings, load_settings

__all__ = [
    "APP_NAME",
    "Problem",
    "Settings",
    "cache_folder",
    "config_folder",
    "config_path",
    "default_config",
    "load_settings",
    "sample_articles",
    "state_folder",
]
