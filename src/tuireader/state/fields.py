"""Reading documents that other programs, machines or people may have written."""

from __future__ import annotations

from collections.abc import Iterable

from tuireader.state.anchors import TextAnchor
from tuireader.state.documents import Fields

TAG = "tag:"
"""How the name of a field that sets a tag begins: one field a tag, so that two machines can tag."""
DELETED = "deleted"
"""The field that says that the reader deleted something."""


def text_of(document: Fields, name: str) -> str:
    """Return a text field; empty where there is none, or something else."""
    value = document.get(name)
    return value if isinstance(value, str) else ""


def number_of(document: Fields, name: str) -> float:
    """Return a number that is not below 0; 0 for anything else."""
    value = document.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value < float("inf") else 0.0


def tags_of(document: Fields) -> tuple[str, ...]:
    """Return the tags set in a document, sorted."""
    return tuple(
        sorted(
            name.removeprefix(TAG)
            for name, value in document.items()
            if value is True and name.startswith(TAG)
        )
    )


def tag_fields(add: Iterable[str] = (), remove: Iterable[str] = ()) -> dict[str, bool]:
    """Return the fields that set some tags and take others away.

    A tag is trimmed, its inner white space made one space, and a leading ``#`` left out; a comma
    parts two tags.
    """
    fields = {TAG + tag: False for tag in plain_tags(remove)}
    return fields | {TAG + tag: True for tag in plain_tags(add)}


def plain_tags(tags: Iterable[str]) -> list[str]:
    """Return tags as they are kept."""
    parted = (part for tag in tags for part in tag.split(","))
    plain = (" ".join(tag.split()).lstrip("# ") for tag in parted)
    return [tag for tag in plain if tag]


def anchor_of(document: Fields) -> TextAnchor:
    """Return the place in a text that a document is about."""
    return TextAnchor(
        text_of(document, "exact"),
        text_of(document, "prefix"),
        text_of(document, "suffix"),
        int(number_of(document, "start")),
        int(number_of(document, "end")),
    )


def anchor_fields(place: TextAnchor) -> dict[str, str | int]:
    """Return the fields that keep a place in a text."""
    return {
        "exact": place.exact,
        "prefix": place.prefix,
        "suffix": place.suffix,
        "start": place.start,
        "end": place.end,
    }


def is_kept(document: Fields) -> bool:
    """Whether a document of an article was made, and neither deleted nor undone."""
    return bool(text_of(document, "article_id")) and document.get(DELETED) is not True
