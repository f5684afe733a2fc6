"""What is left of the names found in a language that the engine was not made for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.attribution.cues import guess_language, load_cues
from tuireader.annotation.entities.lexicon import GIVEN, Lexicon

LATIN = frozenset({"de", "es", "fr", "it", "nl", "pt"})
"""Languages in whose letters the word lists are written."""
SURE = 0.8
"""An organisation or place at least so sure is kept without standing in a list."""
LEAST_STOPS = 0.15
"""A text is in a language if so many of its words are that language's most frequent ones."""
_FULL_NAME = 2
SAMPLE = 20_000
"""So many code points of a text are looked at for its language."""
_PLACES = frozenset({Label.GPE, Label.LOC, Label.FAC})


def other_language(text: str) -> str:
    """Return the language of a text that is clearly not English; "" of any other."""
    language = guess_language(text)
    if language not in LATIN:
        return ""
    words = text[:SAMPLE].lower().split()
    stops = load_cues(language).stops
    return language if sum(word in stops for word in words) >= LEAST_STOPS * len(words) else ""


def sober(mentions: Sequence[Mention], language: str, lists: Lexicon) -> list[Mention]:
    """Return the mentions of a text in another language for which something speaks besides English.

    A person has a given name, or the surname of one who has; what stands before the given name
    goes. In German, whose nouns all have capitals, a place stands in the lists of places, and what
    is no listed name, suffix or acronym is no organisation either.

    Args:
        mentions: The names found in the text.
        language: Its language, "de".
        lists: The word lists.
    """
    if language not in LATIN:
        return list(mentions)
    found = [_from_given_name(m, lists) if m.label is Label.PERSON else m for m in mentions]
    surnames = {m.text.split()[-1] for m in found if m and _has_given_name(m, lists)}
    return [m for m in found if m and _is_borne_out(m, language, lists, surnames)]


def _from_given_name(mention: Mention, lists: Lexicon) -> Mention | None:
    """Return a person from the first given name on: "Klara Berg" of "Ministerin Klara Berg"."""
    words = mention.text.split(" ")
    for at in range(len(words) - 1):
        if not GIVEN.isdisjoint(lists.word_kinds(words[at])):
            before = sum(len(word) + 1 for word in words[:at])
            text = _until_article(mention.text[before:])
            start = mention.start + before
            return replace(mention, start=start, end=start + len(text), text=text)
    return mention if len(words) == 1 else None


def _until_article(name: str) -> str:
    """Return a person up to whom they speak to: "Klara Berg" of "Klara Berg der Hafenzeitung"."""
    words = name.split(" ")
    for at in range(_FULL_NAME, len(words)):
        if words[at] in ("der", "dem", "den") and words[at - 1][0].isupper():
            return " ".join(words[:at])
    return name


def _has_given_name(mention: Mention, lists: Lexicon) -> bool:
    first, _, rest = mention.text.partition(" ")
    return (
        mention.label is Label.PERSON
        and bool(rest)
        and not GIVEN.isdisjoint(lists.word_kinds(first))
    )


def _is_borne_out(mention: Mention, language: str, lists: Lexicon, surnames: set[str]) -> bool:
    words = mention.text.split()
    if mention.label is Label.PERSON:
        return len(words) > 1 or mention.text in surnames
    if mention.label not in (*_PLACES, Label.ORG):
        return True
    if lists.phrase_kinds(mention.text):
        return True
    if language == "de":
        short = any(sum(char.isupper() for char in word) > 1 for word in words)
        return mention.label is Label.ORG and (short or mention.confidence >= SURE)
    return mention.confidence >= SURE
