"""Which field of a record holds what, whatever its maker called it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tuireader.articles.article import Metadata
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.structured import metadata_of, plain

ALIASES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "articlebody", "body", "content", "contenthtml", "contenttext", "fulltext",
        "maintext", "articletext", "bodytext", "article", "story", "document", "plaintext",
        "cleanedtext", "html", "rawtext", "volltext", "artikel", "texte", "contenu", "texto",
        "cuerpo", "contenido", "testo", "contenuto", "conteudo", "tekst", "inhoud", "текст",
        "description", "summary",
    ),
    "title": (
        "title", "headline", "head", "articletitle", "webtitle", "name", "heading", "titel",
        "überschrift", "titre", "título", "titulo", "titular", "titolo", "kop", "заголовок",
    ),
    "subtitle": ("subtitle", "subheadline", "deck", "dek", "standfirst", "lead", "subhead"),
    "byline": (
        "author", "authors", "byline", "creator", "writer", "by", "authorname", "journalist",
        "autor", "verfasser", "auteur", "autore", "автор",
    ),
    "source": (
        "source", "publisher", "publication", "site", "sitename", "outlet", "newspaper",
        "sourcename", "feed", "feedtitle", "domain", "sourcedomain",
    ),
    "published": (
        "published", "publishedat", "date", "datepublished", "publishdate", "publicationdate",
        "pubdate", "datetime", "publishedon", "publicationdatetime", "created", "createdat",
        "timestamp", "time", "datepublish", "webpublicationdate", "datum", "fecha", "data", "дата",
    ),
    "language": ("language", "lang", "inlanguage", "locale"),
    "url": ("url", "link", "canonicalurl", "uri", "permalink", "weburl", "href", "articleurl"),
    "tags": ("tags", "keywords", "categories", "topics", "category", "section"),
}  # fmt: skip
"""The usual names of each field, in order of preference, in lower case and letters only."""


_WEAK = frozenset({"description", "summary"})
_CONTAINERS = frozenset(
    {"fields", "source", "attributes", "content", "article", "data", "post", "item", "node"}
    | {"doc", "document"}
)
"""Fields in which some interfaces wrap the article itself."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Where the records of a corpus keep what an article needs.

    Attributes:
        names: For each attribute of `Metadata`, and ``text``, the field or the path to it, its
            steps joined by dots.
        keys: The fields of the record from which this was told.
    """

    names: dict[str, str]
    keys: frozenset[str]

    @property
    def has_text(self) -> bool:
        """Whether any field is known to hold the text."""
        return "text" in self.names

    def fit(self, record: dict[str, Any]) -> bool:
        """Return whether a record has the same fields."""
        return self.keys == frozenset(record)

    def text(self, record: dict[str, Any]) -> str:
        """Return the text of a record; empty where it has none."""
        value = _value(record, self.names.get("text", ""))
        if isinstance(value, list):
            return "\n\n".join(str(part) for part in value if isinstance(part, str))
        return value if isinstance(value, str) else ""

    def metadata(self, record: dict[str, Any]) -> Metadata:
        """Return what a record states of its article."""
        found = {name: _value(record, path) for name, path in self.names.items()}
        tags = found.pop("tags", None)
        found.pop("text", None)
        stated = {name: ", ".join(_words(value)) for name, value in found.items()}
        stated["published"] = iso_date(found.get("published"))
        words = _words(tags)
        if len(words) == 1:
            words = list(words[0].strip("[]").replace("'", "").split(","))
        tags_found = tuple(filter(None, (plain(word) for word in words[:50])))
        return replace(metadata_of(**stated), tags=tuple(dict.fromkeys(tags_found)))


def reader_of(record: dict[str, Any], overruled: Iterable[tuple[str, str]] = ()) -> Fields:
    """Return where records like this one keep what an article needs.

    Args:
        record: The first of them.
        overruled: What the reader says: pairs of attribute and field, see `ReadOptions.fields`.
    """
    letters = {_letters(key): str(key) for key in reversed(list(record))}
    letters = _wrapped(record, letters) | letters
    names: dict[str, str] = {}
    for attribute, aliases in ALIASES.items():
        known = [letters[alias] for alias in aliases if alias in letters]
        filled = [key for key in known if _value(record, key)]
        if filled or known:
            names[attribute] = (filled or known)[0]
    names.update({attribute: field for attribute, field in overruled if attribute in ALIASES})
    return Fields(names, frozenset(record))


def _wrapped(record: dict[str, Any], outside: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of an article that a record has one step down, by their letters."""
    strong = [alias for alias in ALIASES["text"] if alias not in _WEAK]
    if any(isinstance(record.get(outside.get(alias, "")), str) for alias in strong):
        return {}
    for key, value in record.items():
        if isinstance(value, dict) and _letters(key) in _CONTAINERS:
            inner = {_letters(name): f"{key}.{name}" for name in value}
            if any(isinstance(_value(record, inner.get(alias, "")), str) for alias in strong):
                return inner
    return {}


def _letters(key: object) -> str:
    return "".join(character for character in str(key).casefold() if character.isalpha())


def _value(record: dict[str, Any], path: str) -> Any:
    """Return the value of a field, or at the end of a path of fields; None where there is none."""
    if path in record:
        return record[path]
    value: Any = record
    for step in path.split("."):
        if isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            return None
    return value


def _words(value: Any) -> list[str]:
    """Return the names in a value, however it is written."""
    if isinstance(value, list):
        return [word for each in value[:50] for word in _words_of_one(each)]
    return _words_of_one(value)


def _words_of_one(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("label") or ""
    return [] if value is None or isinstance(value, dict | list) else [str(value)]
