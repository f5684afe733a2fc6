"""Guesses at who may be meant by "he" or "she": for finding out, never for saying of anybody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from tuireader.annotation.annotation import Entity, Label, Mention
from tuireader.annotation.entities.lexicon import Lexicon, word_list

_FEMALE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_FEMALE_TITLES = word_list("female_title")
_MALE_TITLES = word_list("male_title")
_SEVERAL = 2
_CLEARLY = 2
PRONOUN_REACH = 200
"""How far behind a name, in code points, its pronoun is looked for."""


def genders(text: str, mentions: Sequence[Mention], lists: Lexicon) -> dict[int, str]:
    """Return "f" or "m" for the starts of mentions of people whose title or given name tells.

    Args:
        text: The article's text.
        mentions: Its mentions.
        lists: The word lists.
    """
    found = {}
    for mention in mentions:
        if mention.label is Label.PERSON:
            gender = _of_title(text, mention) or _of_given_name(mention.text, lists)
            if gender:
                found[mention.start] = gender
    return found


def _of_title(text: str, mention: Mention) -> str:
    words = text[max(0, mention.start - 20) : mention.start].split()
    if not words:
        return ""
    return "f" if words[-1] in _FEMALE_TITLES else "m" if words[-1] in _MALE_TITLES else ""


def _of_given_name(name: str, lists: Lexicon) -> str:
    given, _, rest = name.partition(" ")
    if not rest:
        return ""
    female, male = lists.has("given_female", given), lists.has("given_male", given)
    return ("f" if female else "m") if female != male else ""


def likely_genders(text: str, entities: Sequence[Entity], lists: Lexicon) -> dict[str, str]:
    """Return "f" or "m" for the ids of people by title, given name, or pronouns beside them.

    A given name can be a woman's here and a man's elsewhere: several pronouns that all tell
    otherwise outweigh it.

    Args:
        text: The article's text.
        entities: Its entities.
        lists: The word lists.
    """
    people = [entity for entity in entities if entity.label is Label.PERSON]
    starts = sorted((mention.start, each.id) for each in people for mention in each.mentions)
    return {each.id: _likely(text, each, starts, lists) for each in people}


def _likely(text: str, entity: Entity, starts: Sequence[tuple[int, str]], lists: Lexicon) -> str:
    title = next(filter(None, (_of_title(text, mention) for mention in entity.mentions)), "")
    if title:
        return title
    given = _of_given_name(entity.name, lists)
    if given and len(entity.mentions) < _SEVERAL:
        return given
    votes = _of_pronouns(text, entity, starts)
    return _clearly(votes, _SEVERAL) or given or _clearly(votes, 1)


def _next_other(starts: Sequence[tuple[int, str]], entity: Entity, mention: Mention) -> int:
    """Return where somebody else is named after a mention, at most `PRONOUN_REACH` away."""
    reach = mention.end + PRONOUN_REACH
    for at in range(bisect_right(starts, (mention.end, "")), len(starts)):
        start, who = starts[at]
        if start >= reach:
            break
        if who != entity.id:
            return start
    return reach


def _of_pronouns(text: str, entity: Entity, starts: Sequence[tuple[int, str]]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for mention in entity.mentions:
        stop = _next_other(starts, entity, mention)
        stretch = text[mention.end : stop].split("\n")[0]
        she, he = _FEMALE.search(stretch), _MALE.search(stretch)
        if she and not he:
            votes["f"] += 1
        elif he and not she:
            votes["m"] += 1
    return votes


def _clearly(votes: Counter[str], least: int) -> str:
    """Return what clearly most of at least so many votes say."""
    ranked = votes.most_common(2)
    if votes.total() < least:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > _CLEARLY * ranked[1][1] else ""
