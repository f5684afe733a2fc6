"""The shell's door: a thin list of commands over the rooms."""

from __future__ import annotations


def main() -> int:
    """Run the program on the arguments of the command line; return the exit status."""
    raise NotImplementedError
