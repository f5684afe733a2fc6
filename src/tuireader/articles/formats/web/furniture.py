"""Parts of a page that its maker's names for them show to be no article."""

from __future__ import annotations

import re
from typing import Any

_TAGS = frozenset({"nav", "aside", "footer", "form"})
_WORDS = """
related share sharing sharebar social promo promos promoted newsletter subscribe subscription
signup comment comments disqus tag tags taglist author-bio author-box author-info bio byline
sidebar widget ad ads advert advertisement sponsor sponsored recommended recommendations outbrain
taboola popular trending more read-more readmore also breadcrumb breadcrumbs meta toolbar menu nav
navigation footer attribution postinfo post-info read-time reading-time gallery carousel slideshow
credit credits copyright caption player print login cookie modal popup tooltip donate timestamp
date teaser teasers
"""
_NAMED = re.compile(
    r"(?:^|[^a-z])(?:" + "|".join(sorted(_WORDS.split(), key=len, reverse=True)) + r")(?:$|[^a-z])"
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

_EMBEDDED = re.compile(r"(?:^|[^a-z])(?:twitter-tweet|twitter-video|bluesky-embed|mastodon-embed)")


def is_embedded_post(around: list[Any]) -> bool:
    """Return whether any of some elements is a post of a network that an article quotes."""
    return any(
        element.tag == "blockquote" and _EMBEDDED.search(element.get("class") or "")
        for element in around
    )


def is_furniture(around: list[Any]) -> bool:
    """Return whether any of some elements is a part of the page rather than of the article.

    Args:
        around: The elements around a block, within the one that holds the article.
    """
    return any(_is_named_so(element) for element in around)


def _is_named_so(element: Any) -> bool:
    if element.tag in _TAGS:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and _NAMED.search(_HUMP.sub("-", names[:500]).lower()) is not None
