"""Say something to the reader over the screen."""

from __future__ import annotations

from typing import Literal

from textual.app import App

from tuireader.articles.cleaning.safety import sanitize

Severity = Literal["information", "warning", "error"]


def tell(app: App[int], message: str, severity: Severity = "information", title: str = "") -> None:
    """Show a notification: data, never markup, with nothing in it that drives a terminal.

    Args:
        app: The running program.
        message: What happened, to which file, and what to do.
        severity: How bad it is; errors stay three times as long.
        title: A heading.
    """
    app.notify(
        sanitize(message),
        title=sanitize(title),
        severity=severity,
        timeout=15 if severity == "error" else 8 if severity == "warning" else 5,
        markup=False,
    )
