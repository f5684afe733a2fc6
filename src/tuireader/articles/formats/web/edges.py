"""What stands before and after the text of an article, within its own part of the page."""

from __future__ import annotations

import re

from tuireader.articles.article import BlockKind
from tuireader.articles.formats.web.blocks import PageBlock
from tuireader.articles.formats.web.votes import words

_LONG = 80
_HEAD = 5
_HEADLINE = 1_000
_LIST = 3
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}\b"
    r"|\b\d{1,2}\.? (?:de )?[^\W\d]{3,10}\.?,? (?:de )?\d{4}\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b"
)
_RELATED = re.compile(
    r"[\[(]?\s*(?:related|read (?:more|also|next)|also read|see (?:also|more)|"
    r"more(?: on| from| ap(?: \w+){0,3})?|"
    r"also on \S+|watch(?: more)?|don.t miss|recommended|leggi anche|lire aussi|lea también|"
    r"lesen sie auch|mehr zum thema|leia (?:também|mais)|lees ook|"
    r"читайте также)\s*[:|»>-]",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"(?:follow|like|find|join|email|e-mail|contact|listen to|subscribe|sign up|get the|"
    r"download|share|click|tell us|have a tip|send us|reach|support|"
    r"(?:additional )?reporting by|editing by|writing by|compiled by|filed under|posted in|"
    r"tags?\b|categories|source\s*:|copyright|©|\(c\)|all rights reserved|updated at|"
    r"this (?:article|story) (?:was|first|originally)|the post .{3,200} appeared first on)",
    re.IGNORECASE,
)
_PLUG = re.compile(
    r"(?:get|sign up|subscribe|join|start your|want|like (?:what|this)|enjoy|never miss|stay|"
    r"there.s (?:plenty )?more)\b.{0,200}?\b(?:newsletter|inbox|subscri\w+|sign up|letterbox|"
    r"app store|membership|podcast)\b",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = re.compile(
    r"(?:related|trending|latest|top|popular|more) (?:articles|coverage|links|news|posts|stories|"
    r"videos)|related|trending(?: now)?|more|advertisement",
    re.IGNORECASE,
)
"""What stands over pointers to other articles, and is left where those are gone."""
_DRAWN = re.compile(r"[-_*=~#+—–·•\s]+")
_SHORTCODE = re.compile(r"\[(\w+)\s[^\[\]]*=[^\[\]]*\].*\[/\1\]\W*", re.DOTALL)
"""What a publishing system should have replaced, such as ``[button link=…]Join[/button]``."""
_REMARK = re.compile(
    r"(?:comments?|\d+ comments?|share|related (?:articles|news|posts|stories)|read more|"
    r"you may also like|advertisement|more|home)\W*",
    re.IGNORECASE,
)


def without_head(blocks: list[PageBlock], title: str, subtitle: str = "") -> list[PageBlock]:
    """Return an article's blocks without its headlines, and its date and byline before the text.

    Args:
        blocks: The blocks taken for the article.
        title: The headline.
        subtitle: The second headline.
    """
    blocks = [block for block in blocks[:_HEAD] if block.text != subtitle] + blocks[_HEAD:]
    first = next((at for at, block in enumerate(blocks) if _is_prose(block)), 0)
    head = [block for block in blocks[:first] if not _heads(block, title)]
    heading = words(title)
    return [
        block
        for block in (*head, *blocks[first:])
        if len(block.text) > _HEADLINE or words(block.text) != heading
    ]


def without_calls(blocks: list[PageBlock]) -> list[PageBlock]:
    """Return an article's blocks without pointers elsewhere and the calls that end it.

    Args:
        blocks: The blocks taken for the article.
    """
    first = next((at for at, block in enumerate(blocks) if _is_prose(block)), 0)
    body = _without_link_lists([block for block in blocks[first:] if not _calls(block)])
    while body and _trails(body[-1]):
        body.pop()
    return [*blocks[:first], *body]


def _is_prose(block: PageBlock) -> bool:
    return block.kind is not BlockKind.HEADING and len(block.text) >= _LONG


def _heads(block: PageBlock, title: str) -> bool:
    """Return whether a block before the text is its headline, its date or its byline."""
    if block.kind is BlockKind.HEADING and (block.level == 1 or _alike(block.text, title)):
        return True
    return len(block.text) < 160 and _DATE.search(block.text) is not None


def _alike(one: str, other: str) -> bool:
    first, second = set(words(one)), set(words(other))
    return len(first & second) >= 0.7 * max(1, len(first | second))


def _calls(block: PageBlock) -> bool:
    """Return whether a block points to another article, calls for something or says nothing."""
    if len(block.text) > 300:
        return False
    if block.link_share > 0.5 and _RELATED.match(block.text):
        return True
    if _DRAWN.fullmatch(block.text) or _SHORTCODE.fullmatch(block.text):
        return True
    if _LABEL.fullmatch(block.text.strip(" :.…»>")) or _is_shouted_link(block):
        return True
    return block.kind is not BlockKind.HEADING and _PLUG.match(block.text) is not None


def _is_shouted_link(block: PageBlock) -> bool:
    """Return whether a block is a headline in capitals that leads elsewhere, amid the text."""
    return block.link_share > 0.95 and len(block.text) >= 20 and block.text.isupper()


def _without_link_lists(blocks: list[PageBlock]) -> list[PageBlock]:
    """Return the blocks without lists, in the later half, of nothing but links to headlines."""
    result: list[PageBlock] = []
    run: list[PageBlock] = []
    for at, block in enumerate([*blocks, None]):
        if block is not None and _is_headline_link(block) and at > len(blocks) / 2:
            run.append(block)
            continue
        if len(run) < _LIST:
            result += run
        run = []
        if block is not None:
            result.append(block)
    return result


def _is_headline_link(block: PageBlock) -> bool:
    listed = block.kind is BlockKind.LIST_ITEM
    return listed and block.link_share > 0.95 and 20 < len(block.text) < 200


def _trails(block: PageBlock) -> bool:
    """Return whether a last block is no text: a heading of nothing, links, or an invitation."""
    if block.kind is BlockKind.HEADING or _REMARK.fullmatch(block.text):
        return True
    if block.link_share > 0.8 and len(block.text) < 300:
        return True
    return len(block.text) < 400 and _INVITATION.match(block.text) is not None
