"""What a query found, as objects for ``tuireader search --json``."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.library.entry import Entry
from tuireader.library.library import Library
from tuireader.library.listing import Listing
from tuireader.library.snippets import Snippet

SCHEMA = "tuireader/1"
_AT_ONCE = 200


def found_objects(library: Library, listing: Listing) -> Iterator[dict[str, object]]:
    """Yield an object for each article of a listing, in its order, ready to be made JSON.

    Args:
        library: Where it was found.
        listing: What `Library.find` returned.
    """
    for at in range(0, len(listing), _AT_ONCE):
        entries = listing[at : at + _AT_ONCE]
        snippets = library.snippets(listing.query, entries)
        for entry in entries:
            yield _object(entry, snippets.get(entry.row))


def _object(entry: Entry, snippet: Snippet | None) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "path": str(entry.path),
        "item": entry.item,
        "id": entry.id,
        "title": entry.title,
        "byline": entry.byline,
        "source": entry.source,
        "published": entry.published,
        "language": entry.language,
        "format": entry.format,
        "words": entry.words,
        "minutes": entry.minutes,
        "quotes": entry.quotes,
        "people": entry.people,
        "versions": entry.versions,
        "error": entry.problem or None,
        "snippet": {
            "text": snippet.text,
            "start": snippet.start,
            "hits": [{"start": hit.start, "end": hit.end} for hit in snippet.hits],
        }
        if snippet and snippet.text
        else None,
    }
