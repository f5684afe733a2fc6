"""The formats there are, in the order in which they are asked."""

from __future__ import annotations

from typing import cast

from tuireader.articles.formats import text, webpage
from tuireader.articles.formats.format import Format

FORMATS: tuple[Format, ...] = (cast(Format, webpage), cast(Format, text))
