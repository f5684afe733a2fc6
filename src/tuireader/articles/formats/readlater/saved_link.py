"""An entry of a read-later service, whichever service it was."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.structured import plain
from tuireader.articles.formats.transcript import link_target


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage that the reader marked.

    Attributes:
        text: The passage.
        note: What the reader wrote about it; may be empty.
    """

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SavedLink:
    """An article as a read-later service remembers it.

    Attributes:
        url: Its address.
        title: Its headline; may be empty.
        tags: The reader's tags, and the folders it lay in.
        read: Whether it was read or archived.
        starred: Whether it was starred, liked or made a favourite.
        added: When it was saved, as ISO 8601; empty where that is not stated.
        progress: How much of it was read, from 0 to 1.
        highlights: What the reader marked in it.
        text: Its text as HTML; empty where only the link was kept.
        byline: Its author.
        source: The site it is from.
        published: When it was published, as ISO 8601.
        language: Its language.
        service: Whose export this is, such as ``pocket``.
    """

    url: str
    title: str = ""
    tags: tuple[str, ...] = ()
    read: bool = False
    starred: bool = False
    added: str = ""
    progress: float = 0.0
    highlights: tuple[Highlight, ...] = ()
    text: str = ""
    byline: str = ""
    source: str = ""
    published: str = ""
    language: str = ""
    service: str = ""


def saved_link(
    service: str,
    url: object,
    *,
    title: object = "",
    tags: object = (),
    read: bool = False,
    starred: bool = False,
    added: object = "",
    progress: object = 0,
    highlights: tuple[Highlight, ...] = (),
    text: object = "",
    byline: object = "",
    source: object = "",
    published: object = "",
    language: object = "",
) -> SavedLink | None:
    """Return an entry with every text made safe; None where its address is none to follow."""
    address = link_target(str(url or ""))
    if not address:
        return None
    return SavedLink(
        url=address,
        title=plain(title),
        tags=_tags(tags),
        read=read,
        starred=starred,
        added=iso_date(added),
        progress=_share(progress),
        highlights=tuple(each for each in highlights if each.text),
        text=text if isinstance(text, str) else "",
        byline=plain(byline),
        source=plain(source),
        published=iso_date(published),
        language=plain(language),
        service=service,
    )


def highlight(text: object, note: object = "") -> Highlight:
    """Return a highlight with its texts made safe."""
    return Highlight(plain(text), plain(note))


def _tags(stated: object) -> tuple[str, ...]:
    listed = list(stated) if isinstance(stated, list | tuple) else [stated]
    found = (plain(each.get("label") if isinstance(each, dict) else each) for each in listed[:200])
    return tuple(dict.fromkeys(tag for tag in found if tag))


def _share(stated: object) -> float:
    try:
        share = float(str(stated or 0).rstrip("%"))
    except ValueError:
        return 0.0
    share = share / 100 if share > 1 else share
    return share if 0 <= share <= 1 else 0.0
