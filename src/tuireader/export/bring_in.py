"""Bringing in what was exported, here or elsewhere, as one change that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b

from tuireader.articles.address import plain_address
from tuireader.export.item import Item
from tuireader.state.articles import ARTICLES, record_fields
from tuireader.state.corrections import CORRECTIONS, correction_key, new_correction_fields
from tuireader.state.fields import DELETED, tag_fields
from tuireader.state.messages import count
from tuireader.state.notes import NOTES, Note, new_note_fields
from tuireader.state.reader_state import ReaderState
from tuireader.state.views import VIEWS, View


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What an import did.

    Attributes:
        message: For the reader.
        unmatched: What belongs to no article that is known: links whose text is not there.
    """

    message: str
    unmatched: tuple[Item, ...] = ()


def bring_in(
    state: ReaderState, items: Iterable[Item], known: Iterable[Item], views: Iterable[View] = ()
) -> BroughtIn:
    """Add what was exported to the state; what is there already is never taken away.

    An article is known by its identity; where the export does not tell that, by its web address,
    or else by its title where only one article has it.

    Args:
        state: The state.
        items: What comes in.
        known: The articles of the library, with their addresses where those are to be matched.
        views: Named filters that come in.
    """
    matcher = _Matcher(known)
    changes: dict[str, dict[str, dict[str, object]]] = {ARTICLES: {}, NOTES: {}, CORRECTIONS: {}}
    unmatched = []
    for item in items:
        found = matcher.match(item)
        if found is None:
            unmatched.append(item)
            continue
        article_id = found.record.article_id
        fields = record_fields(found.record, state.record(article_id))
        changes[ARTICLES].setdefault(article_id, {}).update(fields)
        changes[NOTES] |= _notes(state, article_id, item)
        changes[CORRECTIONS] |= _corrections(state, article_id, item)
    changes[VIEWS] = {
        view.name: {"query": view.query, "sort": view.sort, DELETED: False}
        for view in views
        if state.views.get(view.name) != view
    }
    made = {table: {k: v for k, v in rows.items() if v} for table, rows in changes.items()}
    told = ", ".join(count(len(made[table]), _NOUNS[table]) for table in _NOUNS if made[table])
    left = f"; {count(len(unmatched), 'link')} without an article here" if unmatched else ""
    if not told:
        return BroughtIn(f"Nothing new to import{left}", tuple(unmatched))
    return BroughtIn(state.change(f"Imported {told}{left}", made), tuple(unmatched))


_NOUNS = {ARTICLES: "article", NOTES: "note", CORRECTIONS: "correction", VIEWS: "view"}


class _Matcher:
    """Finds the article that something imported is about.

    Args:
        known: The articles of the library.
    """

    def __init__(self, known: Iterable[Item]) -> None:
        self._by_address: dict[str, Item] = {}
        self._by_title: dict[str, Item | None] = {}
        for item in known:
            for address in (item.metadata.url, item.address):
                if address:
                    self._by_address.setdefault(plain_address(address), item)
            title = _plain_title(item.title)
            # Where several articles have the title, it tells nothing.
            self._by_title[title] = None if title in self._by_title else item

    def match(self, item: Item) -> Item | None:
        """Return the item with the identity, path and title that it has here."""
        if item.record.article_id:
            return item
        found = self._by_address.get(plain_address(item.address)) if item.address else None
        if found is None and _plain_title(item.title):
            found = self._by_title.get(_plain_title(item.title))
        if found is None:
            return None
        here = found.record
        record = replace(item.record, article_id=here.article_id, path=here.path, title=found.title)
        return replace(item, record=record)


def _plain_title(title: str) -> str:
    return " ".join(title.casefold().split())


def _notes(state: ReaderState, article_id: str, item: Item) -> dict[str, dict[str, object]]:
    """Return the notes that are new, or newer than those known."""
    there = {(note.anchor.exact, note.text): note for note in state.notes.of(article_id)}
    changes: dict[str, dict[str, object]] = {}
    for note in item.notes:
        key = note.id or _note_key(article_id, note)
        known = state.notes.get(key) or (None if note.id else there.get(_words(note)))
        if known and (not note.id or known.changed >= note.changed):
            continue
        fields = new_note_fields(article_id, note.anchor, note.text, note.tags, note.created)
        if known:
            fields |= tag_fields(remove=set(known.tags) - set(note.tags))
        changes[key] = {**fields, "modified": note.changed, DELETED: False}
    return changes


def _words(note: Note) -> tuple[str, str]:
    return note.anchor.exact, note.text


def _note_key(article_id: str, note: Note) -> str:
    """Return a key that the same note has whenever it is imported."""
    what = "\0".join((article_id, *map(str, asdict(note.anchor).values()), note.text))
    return blake2b(what.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _corrections(state: ReaderState, article_id: str, item: Item) -> dict[str, dict[str, object]]:
    known = {made.id: made for made in state.corrections.of(article_id)}
    return {
        key: new_correction_fields(article_id, made.kind, made.anchor, made.value, made.created)
        for made in item.corrections
        if (key := made.id or correction_key(article_id, made.kind, made.anchor)) not in known
    }
