"""The configuration as it is where nothing is said, with every setting explained."""

from __future__ import annotations

from textwrap import wrap

from tuireader.config.edit import toml_value
from tuireader.config.options import OPTIONS, Option

_HEAD = """\
# The settings of tuireader. What stands here is what holds anyway: take the number sign
# away from a line to change it.
"""
_KEYS = """
[keys]
# The keys of a command in place of its own; the help lists the commands.
# next-quote = ["]", "ctrl+n"]
# top = "g g"

[macros]
# Command lines that one key runs, one after the other.
# "alt+b" = ["toggle-bookmark", "next-unread"]
"""


def default_config() -> str:
    """Return the text of a ``config.toml`` that changes nothing."""
    parts = [_HEAD]
    section = ""
    for option in OPTIONS:
        if option.section != section:
            section = option.section
            parts.append(f"\n[{section}]\n")
        parts.append(_explained(option))
    return "".join(parts) + _KEYS


def _explained(option: Option) -> str:
    about = option.about
    if option.choices:
        about += " One of " + ", ".join(option.choices) + "."
    lines = [f"# {line}" for line in wrap(about, 90)]
    return "\n".join([*lines, f"# {option.name} = {toml_value(option.default)}", ""])
