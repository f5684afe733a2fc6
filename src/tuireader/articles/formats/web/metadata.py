"""What a web page states about itself: title, byline, date, site, address and language."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from tuireader.articles.article import Metadata
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.transcript import link_target
from tuireader.articles.formats.web.linked_data import article_data, names, text_value
from tuireader.articles.formats.web.visible import shown_author, shown_subtitle

_SAVED = re.compile(
    r"<!--\s{0,20}Page saved with SingleFile\s{1,20}url:\s{0,20}(?P<url>\S{1,4000})"
    r"(?:\s{1,20}saved date:\s{0,20}(?P<date>[^\n]{1,100}))?"
    r"|<!-- saved from url=\(\d{1,6}\)(?P<url2>\S{1,4000}) -->",
)
_SAVED_DATE = re.compile(r"(?:\w{3} )?(\w{3} \d{1,2} \d{4}) (\d\d:\d\d:\d\d)(?: GMT([+-]\d{4}))?")
_SEPARATOR = re.compile(r"\s+[|\-–—:·•»]+\s+|\s*[|»]\s*")
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|^\W*$|^(?:admin|administrator|editor|staff|author)$", re.I
)
_BY = re.compile(r"^\s*(?:by|written by|author)\b:?\s+", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "dc.date.issued",
    "dcterms.created",
    "date",
    "dc.date",
    "pubdate",
    "publish-date",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published-date",
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def page_metadata(root: Any, page: str) -> Metadata:
    """Return what the page states about itself.

    Linked data go first, then the page's own meta elements, then its visible marks.

    Args:
        root: The page's tree.
        page: Its source, in whose first comment a browser may have left the address.
    """
    data = article_data(root)
    meta = _meta_elements(root)
    saved_url, saved = saved_from(page)
    url = _address(root, data, meta) or saved_url
    source = _first(text_value(data.get("publisher")), *(meta.get(name, "") for name in _SITES))
    if "/" in source or "@" in source:
        source = ""
    site = meta.get("og:site_name", "")
    source = _first(_host(site) or site, source)
    title = _title(root, data, meta, source)
    return Metadata(
        title=title,
        subtitle=shown_subtitle(root, title),
        byline=_byline(root, data, meta, source),
        source=source or _host(url),
        published=_published(root, data, meta),
        language=_language(root, data, meta),
        url=url,
        tags=_keywords(data, meta),
        saved=saved,
    )


def saved_from(page: str) -> tuple[str, str]:
    """Return the address and moment that a browser's saving left in the page; empty if it did not.

    Args:
        page: The page's source.
    """
    match = _SAVED.search(page[:10_000])
    if not match:
        return "", ""
    moment = (match["date"] or "").strip()
    saved = iso_date(moment)
    if stated := _SAVED_DATE.match(moment):
        zone = f" {stated[3]}" if stated[3] else ""
        month, day, year = stated[1].split()
        saved = iso_date(f"{day} {month} {year} {stated[2]}{zone}")
    return link_target(match["url"] or match["url2"]), saved


def _meta_elements(root: Any) -> dict[str, str]:
    """Return the page's meta elements by their names in lower case, the first of each name."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()[:2_000]
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name:
                found.setdefault(name, content)
    return found


def _first(*values: str) -> str:
    """Return the first value that holds a word, on one line."""
    for value in values:
        line = sanitize_line(value)
        if any(character.isalnum() for character in line):
            return line
    return ""


def _element_text(element: Any) -> str:
    return sanitize_line(" ".join(element.itertext())[:1_000])


def _title(root: Any, data: dict[str, Any], meta: dict[str, str], source: str) -> str:
    headings = [text for text in (_element_text(each) for each in root.iter("h1")) if text]
    element = next(root.iter("title"), None)
    page_title = _element_text(element) if element is not None else ""
    others = [*(meta.get(name, "") for name in _TITLES), page_title]
    headline = text_value(data.get("headline"))
    # Some sites state a description of the subject instead.
    if not _shares_words(headline, " ".join((*others, *headings))):
        headline = ""
    stated = _first(headline, *others)
    for heading in headings:
        if len(heading.split()) > 2 and heading.casefold() in f"{stated} {page_title}".casefold():
            return heading
    if not stated and headings:
        return headings[0]
    return _without_site(stated, source)


def _shares_words(one: str, other: str) -> bool:
    """Return whether half the words of a text are in another, or that has none."""
    own, there = set(one.casefold().split()), set(other.casefold().split())
    return not there or 2 * len(own & there) >= len(own)


def _without_site(title: str, source: str) -> str:
    """Return a title without the site's name that pages add at either end."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    site = _letters(source)
    if site and _letters(parts[-1]) in {site, f"the{site}"}:
        return title[: title.rindex(parts[-1])].rstrip(" |-–—:·•»")
    if site and _letters(parts[0]) == site:
        return title[title.index(parts[0]) + len(parts[0]) :].lstrip(" |-–—:·•»")
    return title


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _byline(root: Any, data: dict[str, Any], meta: dict[str, str], source: str) -> str:
    for stated in (names(data.get("author")), *([meta.get(name, "")] for name in _AUTHORS)):
        people = [_name(person) for person in stated]
        people = [person for person in people if person and _letters(person) != _letters(source)]
        if people:
            return ", ".join(dict.fromkeys(people[:20]))
    shown = _name(shown_author(root))
    return shown if _letters(shown) != _letters(source) else ""


def _name(text: str) -> str:
    name = _BY.sub("", sanitize_line(text)).strip(" ,;|-–—")
    return "" if _NOT_A_NAME.search(name) or len(name) > 200 else name


def _published(root: Any, data: dict[str, Any], meta: dict[str, str]) -> str:
    stated = [text_value(data.get("datePublished")), text_value(data.get("dateCreated"))]
    stated += [meta.get(name, "") for name in _DATES]
    for element in root.iter("time", "span", "abbr", "div", "p"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            stated += [element.get("datetime") or element.get("content") or _element_text(element)]
    stated += [element.get("datetime") or "" for element in root.iter("time")][:1]
    return next((moment for moment in map(iso_date, stated) if moment), "")


def _language(root: Any, data: dict[str, Any], meta: dict[str, str]) -> str:
    page = next(root.iter("html"), root)
    for stated in (
        page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        text_value(data.get("inLanguage")),
        meta.get("content-language", ""),
        meta.get("og:locale", ""),
        meta.get("dc.language", ""),
    ):
        if _TAG.fullmatch(stated.strip()):
            return stated.strip().replace("_", "-")
    return ""


def _address(root: Any, data: dict[str, Any], meta: dict[str, str]) -> str:
    links = [
        element.get("href") or ""
        for element in root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for stated in (
        *links,
        meta.get("og:url", ""),
        text_value(data.get("url")),
        text_value(data.get("mainEntityOfPage")),
    ):
        target = link_target(stated)
        host, path = _parts(target)
        if host and path.strip("/"):
            return target
    return ""


def _parts(url: str) -> tuple[str, str]:
    """Return the host and the path of an address; both empty where it is none of the web."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "", parts.path) if parts.scheme in {"http", "https"} else ("", "")
    except ValueError:
        return "", ""


def _host(url: str) -> str:
    return sanitize_line(_parts(url)[0].removeprefix("www."))


def _keywords(data: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    stated = data.get("keywords") or meta.get("news_keywords") or meta.get("keywords") or ""
    words = stated if isinstance(stated, list) else str(stated).split(",")
    tags = [sanitize_line(word) for word in words[:100] if isinstance(word, str)]
    return tuple(dict.fromkeys(tag for tag in tags if tag and len(tag) <= 60))[:30]
