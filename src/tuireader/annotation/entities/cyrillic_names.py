"""What is left of the names found in Russian and Ukrainian, which the engine was not made for.

Every sentence begins with a capital, and so does what the engine takes for a name there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tuireader.annotation.annotation import Entity, Label, Mention
from tuireader.annotation.attribution.cues import Cues, guess_language, load_cues
from tuireader.annotation.entities.cases import CYRILLIC, Given, given_forms, is_form_of, nominative
from tuireader.annotation.entities.resolve import NAMED, entity_id

_LETTERS = re.compile("[а-яё]", re.IGNORECASE)
_SAMPLE = 2_000
_MOSTLY = 0.4
_CAPITALISED = re.compile(r"[А-ЯЁІЇЄҐ][\w’'ʼ-]*")
_OPENING = "«»„“”\"'—–-( \u00a0"
_ENDING = ".!?…:\n"
_FULL_NAME = 2
_SURE = 0.8
_FOUND = 0.85
_LONG_TITLE = 5
_PATRONYMICS = ("овна", "евна", "ёвна", "ична", "ович", "евич", "івна", "ївна", "йович")


def cyrillic_language(text: str) -> str:
    """Return "ru" or "uk" for a text that is in one of them, else ""."""
    sample = text[:_SAMPLE]
    if len(_LETTERS.findall(sample)) < _MOSTLY * len(sample):
        return ""
    language = guess_language(text)
    return language if language in CYRILLIC else ""


def sober_cyrillic(mentions: Sequence[Mention], text: str, language: str) -> list[Mention]:
    """Return the mentions for which more speaks than a capital at the start of a sentence.

    A person has a given name, of which a form is listed, or two capitalised words of which none is
    a noun; or is the last name of such a person. Names with a listed given name that the engine
    did not find are added.

    Args:
        mentions: The names found in the text, in order.
        text: The article's text.
        language: "ru" or "uk".
    """
    names = _Names(text, language)
    found = [kept for mention in mentions if (kept := names.cut(mention)) is not None]
    found += names.missed(found)
    lasts = {
        mention.text.split()[-1].lower()
        for mention in found
        if mention.label is Label.PERSON and " " in mention.text
    }
    found = [kept for mention in found if (kept := names.single(mention, lasts)) is not None]
    found += names.last_names(found, lasts)
    return sorted(found, key=lambda mention: mention.start)


class _Names:
    """Looks at the names of one text."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.cues: Cues = load_cues(language)
        self._given = given_forms(language)
        cues = self.cues
        self._titles = tuple(title for title in cues.titles if len(title) >= _LONG_TITLE)
        self._no_name = (
            cues.titles | cues.male_nouns | cues.female_nouns | cues.bodies | cues.documents
            | cues.adverbs | cues.prepositions | cues.conjunctions | cues.determiners
            | cues.finite | cues.auxiliaries | cues.nouns | cues.subjects | cues.weekdays
        )  # fmt: skip
        self._inside = {
            match[0].lower()
            for match in _CAPITALISED.finditer(text)
            if not self._opens(match.start())
        }

    def cut(self, mention: Mention) -> Mention | None:
        """Return a mention without what is no part of it; None where nothing is left."""
        if mention.label not in NAMED or not _CAPITALISED.match(mention.text):
            return mention
        words = mention.text.split(" ")
        given = next((at for at, word in enumerate(words) if word.lower() in self._given), -1)
        if 0 <= given < len(words) - 1:
            return self._person(mention, given)
        if mention.label is not Label.PERSON:
            return mention if self._stands_inside(words) else None
        first = 0
        while first < len(words) and self._is_noun(words[first]):
            first += 1
        left = words[first:]
        if any(word.lower() in self.cues.bodies or word.isupper() for word in words):
            body = any(word.lower() in self.cues.bodies for word in words)
            whole = body and len(words) >= _FULL_NAME and mention.confidence >= _SURE
            return replace(mention, label=Label.ORG) if whole else None
        if len(left) > _FULL_NAME:
            first = len(words) - _FULL_NAME
        return self._person(mention, first) if left else None

    def missed(self, found: Sequence[Mention]) -> list[Mention]:
        """Return the full names with a listed given name that no mention touches."""
        added: list[Mention] = []
        covered = [(mention.start, mention.end) for mention in found]
        matches = list(_CAPITALISED.finditer(self.text))
        for number, match in enumerate(matches[:-1]):
            following = matches[number + 1]
            if match[0].lower() not in self._given or following.start() != match.end() + 1:
                continue
            if self.text[match.end()] != " " or following[0].isupper():
                continue
            start, end = match.start(), following.end()
            if not any(low < end and start < high for low, high in covered):
                words = self.text[start:end]
                added.append(Mention(start, end, words, Label.PERSON, _FOUND))
                covered.append((start, end))
        return added

    def single(self, mention: Mention, lasts: set[str]) -> Mention | None:
        """Return a mention, if one word, as the last name of somebody or a name of its own."""
        if mention.label not in NAMED or " " in mention.text:
            return mention
        lower = mention.text.lower()
        if any(is_form_of(lower, last) for last in lasts):
            return replace(mention, label=Label.PERSON)
        if mention.label is not Label.PERSON:
            return mention
        return mention if lower in self._given and not self._is_noun(mention.text) else None

    def last_names(self, found: Sequence[Mention], lasts: set[str]) -> list[Mention]:
        """Return the last names standing alone that no mention touches."""
        covered = {at for mention in found for at in range(mention.start, mention.end)}
        stems = {last[:3] for last in lasts}
        return [
            Mention(match.start(), match.end(), match[0], Label.PERSON, _SURE)
            for match in _CAPITALISED.finditer(self.text)
            if match[0][:3].lower() in stems
            and match.start() not in covered
            and match[0].lower() not in self._no_name
            and any(is_form_of(match[0].lower(), last) for last in lasts)
        ]

    def _person(self, mention: Mention, first: int) -> Mention:
        words = mention.text.split(" ")
        before = sum(len(word) + 1 for word in words[:first])
        text = mention.text[before:]
        return replace(mention, start=mention.start + before, text=text, label=Label.PERSON)

    def _is_noun(self, word: str) -> bool:
        """Whether a word is no name but for its capital."""
        lower = word.lower()
        return lower in self._no_name or lower.endswith((*self._titles, *self.cues.agents))

    def _stands_inside(self, words: list[str]) -> bool:
        """Whether a word has its capital inside of sentences too, or is no ordinary one."""
        if len(words) > 1 or not words[0].isalpha() or words[0].isupper():
            return True
        lower = words[0].lower()
        if lower in self._no_name:
            return False
        return any(is_form_of(lower, other) for other in self._inside)

    def _opens(self, at: int) -> bool:
        """Whether a sentence, a quote or a line begins at a place of the text."""
        before = at - 1
        while before >= 0 and self.text[before] in _OPENING:
            if self.text[before] in '«„“"':
                return True
            before -= 1
        return before < 0 or self.text[before] in _ENDING


def in_nominative(mentions: Sequence[Mention], language: str) -> list[Mention]:
    """Return the mentions with the people's names in the nominative, to be joined by it."""
    people = [mention for mention in mentions if mention.label is Label.PERSON]
    fulls = {
        mention.text: nominative(mention.text, language)
        for mention in people
        if " " in mention.text
    }
    fulls = _with_last_names(_brought_together(fulls))
    lasts = {full.split()[-1].lower(): full.split()[-1] for full in fulls.values()}
    given = given_forms(language)
    return [_named(mention, fulls, lasts, given) for mention in mentions]


def _brought_together(fulls: Mapping[str, str]) -> dict[str, str]:
    """Return full names by their forms, with those of one person under one of them."""
    chosen: dict[str, str] = {}
    for form, name in fulls.items():
        parts = name.lower().split()
        known = next(
            (
                other
                for other in chosen.values()
                if len(other.split()) == len(parts)
                and all(map(is_form_of, parts, other.lower().split()))
                and parts[0] == other.lower().split()[0]
            ),
            name,
        )
        chosen[form] = known
    return chosen


def _with_last_names(fulls: Mapping[str, str]) -> dict[str, str]:
    """Return full names by their forms, a given name and a patronymic as the one who has both.

    "Анна Сергеевна" is the only Anna of an article who is known by another last name.
    """
    chosen = dict(fulls)
    for form, name in fulls.items():
        given, *rest = name.split()
        if len(rest) != 1 or not rest[0].lower().endswith(_PATRONYMICS):
            continue
        others = {
            other
            for other in fulls.values()
            if other.split()[0] == given and not other.lower().endswith(_PATRONYMICS)
        }
        if len(others) == 1:
            chosen[form] = others.pop()
    return chosen


def _named(
    mention: Mention,
    fulls: Mapping[str, str],
    lasts: Mapping[str, str],
    given: Mapping[str, tuple[Given, ...]],
) -> Mention:
    if mention.label is not Label.PERSON:
        return mention
    if mention.text in fulls:
        return replace(mention, text=fulls[mention.text])
    lower = mention.text.lower()
    fitting = [last for last in lasts if is_form_of(lower, last)]
    best = (
        lower if lower in lasts else min(fitting, key=lambda last: _apart(lower, last), default="")
    )
    if best:
        return replace(mention, text=lasts[best])
    names = given.get(lower, ())
    oblique = bool(names) and all(name.oblique for name in names)
    return replace(mention, text=names[0].nominative.capitalize()) if oblique else mention


def _apart(one: str, other: str) -> int:
    """Return how far apart the lengths of two words are."""
    return abs(len(one) - len(other))


def as_written(entities: Sequence[Entity], mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """Return entities with the words of their mentions as the text has them.

    Args:
        entities: What was made of the mentions in the nominative.
        mentions: The mentions as they are.
    """
    written = {mention.start: mention for mention in mentions}
    return tuple(_as_written(entity, written) for entity in entities)


def _as_written(entity: Entity, written: Mapping[int, Mention]) -> Entity:
    mentions = tuple(written.get(mention.start, mention) for mention in entity.mentions)
    aliases = dict.fromkeys(m.text for m in mentions if m.text != entity.name)
    return replace(
        entity,
        id=entity_id(entity.label, entity.name),
        mentions=mentions,
        aliases=tuple(aliases),
    )
