"""Parsers that would write over the screen, kept quiet."""

from __future__ import annotations

import logging


def silence(name: str) -> None:
    """Keep what a library logs from the terminal, pieces of hostile files included.

    Args:
        name: The name of its logger; those below it are meant, too.
    """
    logger = logging.getLogger(name)
    logger.propagate = False
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
