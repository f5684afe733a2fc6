"""What is taken up again at the next start: the article last read, the commands typed.

It can be lost without harm, so it lies with what can be made again, not with the state.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tuireader.app.shelf import EntryKey
from tuireader.config import cache_folder

_MOST_COMMANDS = 200


def session_path() -> Path:
    """Return where it is kept."""
    return cache_folder() / "last-session.json"


@dataclass(frozen=True, slots=True)
class LastSession:
    """How the program was left.

    Attributes:
        article: The article in the reading pane; None where there was none.
        commands: The command lines typed, the last one last.
        orders: The order of each view, by its query.
        usual_order: What the setting for the order was.
    """

    article: EntryKey | None = None
    commands: tuple[str, ...] = ()
    orders: Mapping[str, str] = field(default_factory=dict)
    usual_order: str = ""


def load_session(path: Path) -> LastSession:
    """Return how the program was left; nothing of it where the file is missing or damaged."""
    try:
        data = json.loads(path.read_bytes())
        article, commands = data["article"], data["commands"]
        key = (str(article[0]), int(article[1])) if article else None
        orders = {str(query): str(order) for query, order in data.get("orders", {}).items()}
        return LastSession(
            key,
            tuple(map(str, commands))[-_MOST_COMMANDS:],
            orders,
            str(data.get("usual_order", "")),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return LastSession()


def save_session(path: Path, session: LastSession) -> None:
    """Keep how the program is left; where that cannot be done nothing is said."""
    data = {
        "article": session.article,
        "commands": session.commands[-_MOST_COMMANDS:],
        "orders": dict(session.orders),
        "usual_order": session.usual_order,
    }
    temporary = path.with_suffix(".tmp")
    with contextlib.suppress(OSError, UnicodeEncodeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(data), "utf-8")
        os.replace(temporary, path)
