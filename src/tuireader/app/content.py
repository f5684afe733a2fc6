"""The one door through which text from a file reaches the screen."""

from __future__ import annotations

from textual.content import Content

from tuireader.articles.cleaning.safety import neutralize, sanitize_line


def safe_content(text: str, style: str = "") -> Content:
    """Return text as content: data, never markup, with nothing in it that drives a terminal.

    The length is kept, so spans over the text hold for the content.

    Args:
        text: Any text.
        style: A style for all of it, from the program, never from a file.
    """
    return Content(neutralize(text), strip_control_codes=False).stylize(style)


def safe_line(text: str, style: str = "") -> Content:
    """Return text as `safe_content` does, on one line with single spaces, for lists and titles."""
    return Content(sanitize_line(text)).stylize(style)
