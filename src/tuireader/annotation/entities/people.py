"""What the article says its people are, next to their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tuireader.annotation.annotation import Entity, Label, Mention
from tuireader.annotation.entities.lexicon import Lexicon, word_list

_STOP = word_list("role_stop")

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their"})
_QUALIFIERS = frozenset({"former", "interim", "acting", "deputy", "vice", "then", "late"})
_ADDRESSES = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Sir"})
_BRACKETS = re.compile(r"\s*\([^)]*\)")
ROLE_REACH = 110
"""How far before a name, in code points, its role is looked for."""
LONGEST_ROLE = 10
"""A role before a name has at most so many words."""


def describe(text: str, entities: Sequence[Entity], lists: Lexicon) -> tuple[Entity, ...]:
    """Return the entities with the roles that the text gives its people.

    Args:
        text: The article's text.
        entities: The entities.
        lists: The word lists.
    """
    return tuple(
        replace(e, roles=_roles(text, e, lists)) if e.label is Label.PERSON else e for e in entities
    )


def _is_role(word: str, lists: Lexicon) -> bool:
    lowered = word.lower().removeprefix("ex-").removeprefix("vice-").removeprefix("co-")
    return lowered in lists["role"] or lowered in lists["kin"] or word in lists["title"]


def _roles(text: str, entity: Entity, lists: Lexicon) -> tuple[str, ...]:
    """Return role phrases next to the mentions: before the name, or after it between commas."""
    found: dict[str, None] = {}
    for mention in entity.mentions:
        for role in (_role_before(text, mention, lists), _role_after(text, mention, lists)):
            if role:
                found.setdefault(role)
    return tuple(found)


def _role_before(text: str, mention: Mention, lists: Lexicon) -> str:
    """Return "director of the Bamako School of Mines" where it stands right before a name."""
    left = text[max(0, mention.start - ROLE_REACH) : mention.start]
    left = _BRACKETS.sub("", re.split(r"[.;:!?]\s|[\n“”\"]", left)[-1])
    words = left.split()
    if words and words[-1].endswith(","):
        words[-1:] = [words[-1][:-1]] if words[-1] != "," else []
    if not words:
        return ""
    start = len(words)
    while start > 0 and len(words) - start < LONGEST_ROLE:
        word = words[start - 1]
        before = words[start - 2] if start > 1 else ""
        if word.endswith(",") or (word.lower() in _DETERMINERS and before not in ("of", "for")):
            break
        if word.lower() in _STOP and word.lower() not in ("of", "for"):
            break
        if word in lists["speech_verb"]:
            break
        start -= 1
    phrase = words[start:]
    while phrase and phrase[0].lower() in ("of", "for", "the"):
        phrase = phrase[1:]
    links = [at for at, word in enumerate(phrase) if word in ("of", "for")]
    head = phrase[: links[0]] if links else phrase
    if not any(_is_role(word, lists) for word in head[-2:]):
        return ""
    phrase = phrase[_first_of_role(head) :]
    return "" if len(phrase) == 1 and phrase[0] in _ADDRESSES else " ".join(phrase)


def _first_of_role(head: list[str]) -> int:
    """Return where a role begins: before "President" only capitals and "former" belong to it."""
    first = 0
    if head[-1][0].isupper():
        first = len(head) - 1
        while first and (head[first - 1][0].isupper() or head[first - 1] in _QUALIFIERS):
            first -= 1
    return first


def _role_after(text: str, mention: Mention, lists: Lexicon) -> str:
    match = re.match(
        r",\s(?:the |a |an |who is |who was )?([^,.;:()\n“”\"]{3,90})[,.]",
        text[mention.end : mention.end + 110],
    )
    if not match:
        return ""
    phrase = match[1].strip()
    head = re.split(r"\s(?:of|for|at|in|to|from|and|with|on)\s", phrase)[0].split()
    if head and _is_role(head[-1], lists) and not any(w in lists["speech_verb"] for w in head):
        return phrase
    return ""
