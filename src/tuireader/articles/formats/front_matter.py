"""What the head of a Markdown file states: YAML between ``---`` lines, TOML between ``+++``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from tuireader.articles.article import Metadata
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.transcript import link_target

_FENCED = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<body>.{0,65536}?)"
    r"(?:^)(?P=fence)[ \t]*(?:\r\n?|\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_PAIR = re.compile(r"^([A-Za-z][\w -]{0,30}?)\s*[:=]\s*(\S.*?)\s*$", re.MULTILINE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "subtitle": ("subtitle", "subheadline", "subhead", "dek", "standfirst", "kicker"),
    "byline": ("author", "authors", "byline", "by", "creator", "writer"),
    "source": ("source", "publication", "publisher", "site", "site_name", "sitename", "website"),
    "published": (
        "published",
        "date",
        "date_published",
        "datepublished",
        "published_at",
        "pubdate",
    ),
    "language": ("language", "lang", "locale"),
    "url": ("url", "canonical_url", "canonical", "link", "permalink", "source_url", "source"),
    "saved": ("saved", "saved_at", "clipped", "date_saved", "created"),
}
_TAGS = ("tags", "keywords", "categories", "topics")
_DATES = frozenset({"published", "saved"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata a file begins with.

    Attributes:
        metadata: What it states.
        end: Where the text after it starts, in code points; 0 where there is none.
    """

    metadata: Metadata
    end: int


class _Loader(yaml.SafeLoader):
    """A safe loader that also refuses aliases, with which a small file fills all memory."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def read_front_matter(raw: str) -> FrontMatter:
    """Return what the head of a text states about it.

    Where the head is no valid YAML or TOML, its lines of the form ``name: value`` count.

    Args:
        raw: The whole text.
    """
    match = _FENCED.match(raw)
    if match is None:
        return FrontMatter(Metadata(), 0)
    stated = _load(match["body"], toml=match["fence"] == "+++")
    if stated is None:
        if not match["body"].strip() or not _PAIR.search(match["body"]):
            return FrontMatter(Metadata(), 0)
        stated = {name: value.strip("\"'[] ") for name, value in _PAIR.findall(match["body"])}
    return FrontMatter(_metadata(stated), match.end())


def _load(body: str, *, toml: bool) -> dict[str, object] | None:
    try:
        loaded = tomllib.loads(body.replace("\r\n", "\n")) if toml else yaml.load(body, _Loader)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None
    return {str(key): value for key, value in loaded.items()} if isinstance(loaded, dict) else None


def _metadata(stated: dict[str, object]) -> Metadata:
    known = {name.casefold().strip().replace("-", "_"): value for name, value in stated.items()}
    found: dict[str, str] = {}
    for field, names in _NAMES.items():
        for name in names:
            value = _value(field, known.get(name))
            if value:
                found[field] = value
                break
    tags = next((tuple(_items(known[name])) for name in _TAGS if known.get(name)), ())
    return Metadata(**found, tags=tags)


def _value(field: str, value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if field in _DATES:
        return iso_date(value)
    text = ", ".join(_items(value, split=False))
    if field == "url":
        return link_target(text)
    if field == "source" and link_target(text):
        return ""
    return text


def _items(value: object, *, split: bool = True) -> Iterator[str]:
    """Yield the plain strings of a value; a string is split at commas where a list is meant."""
    if isinstance(value, list | tuple):
        for item in value[:100]:
            yield from _items(item, split=False)
    elif isinstance(value, dict):
        yield from _items(value.get("name"), split=False)
    elif value is not None:
        text = sanitize_line(_WIKI_LINK.sub(r"\1", str(value)))
        for part in text.split(",") if split else [text]:
            if part.strip():
                yield part.strip().removeprefix("#") if split else part.strip()
