"""Names in the languages that the engine for names was not made for.

It takes words before a name for a part of it, nouns with a capital for people, and a name in
another case for another name.
"""

from __future__ import annotations

from collections import defaultdict

from tuireader.annotation.attribution.names import NameRuns
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.entities.cases import is_form_of

INFLECTING = ("ru", "uk")
_STEM = 3
_FULL_NAME = 2
_LONG_TITLE = 5
_VOWELS = "аяоеиыіїуюэєё"


def mend_names(people: NameRuns) -> None:
    """Cut what is no part of people's names, and join the forms of one name."""
    for person in list(people.all):
        if not person.human and _is_titled_source(people, person):
            person.human, person.gender = True, Gender.UNKNOWN
        if person.human:
            _cut(people, person)
    _join_last_names(people)
    if people.cues.language in INFLECTING:
        _join_cases(people)


def _cut(people: NameRuns, person: Person) -> None:
    """Leave of a person the places and the words that are a name."""
    kept: list[int] = []
    name = ""
    for at in person.places:
        end = at + 1
        while people.named.get(end) is person:
            end += 1
        first, last = people.trim(_past_source(people, at, end), end)
        first = _past_roles(people, first, last)
        if _is_noun(people, at, end):
            first = last = end
        for outside in (*range(at, first), *range(last, end)):
            people.named.pop(outside, None)
        if first < last:
            kept.append(first)
            text = people.text_of(first, last)
            name = max(name, text, key=len)
    person.places = kept
    if not kept:
        people.all.remove(person)
    elif person.name.endswith(name) and name != person.name:
        person.name, person.id = name, None


def _past_source(people: NameRuns, at: int, end: int) -> int:
    """Return where what follows "selon" begins, or where the words begin."""
    lower = people.words.lower
    for source in people.cues.sources:
        if at + len(source) < end and tuple(lower[at : at + len(source)]) == source:
            return at + len(source)
    return at


def _is_titled_source(people: NameRuns, person: Person) -> bool:
    """Whether somebody who was taken for a body is "selon Mme Carel"."""
    at = person.places[0]
    end = at + 1
    while people.named.get(end) is person:
        end += 1
    first = _past_source(people, at, end)
    return first > at and people.words.lower[first] in people.cues.titles


def _past_roles(people: NameRuns, first: int, end: int) -> int:
    """Return where a name begins: after "Verkehrsministerin", after "мэр Омска"."""
    words, cues = people.words, people.cues
    given = cues.male_names | cues.female_names
    for at in range(first + 1, end - 1):
        if words.lower[at] in given:
            return at
    titles = tuple(title for title in cues.titles if len(title) >= _LONG_TITLE)
    while end - first > _FULL_NAME and words.lower[first] not in given:
        if not words.lower[first].endswith((*titles, *cues.agents)):
            break
        first += 1
    return first


def _is_noun(people: NameRuns, first: int, end: int) -> bool:
    """Whether an article says that words with capitals are nouns, where all nouns have them."""
    words, cues = people.words, people.cues
    if not cues.nouns_capitalised:
        return False
    before = first - 1
    led = before >= 0 and not words.ends[before] and words.lower[before] in cues.determiners
    return led or any(words.lower[at] in cues.determiners for at in range(first, end))


def _join_last_names(people: NameRuns) -> None:
    """Join those known by a last name, or by the same name, with the first who has it."""
    inflecting = people.cues.language in INFLECTING
    full: dict[str, Person] = {}
    for person in people.all:
        if person.human and " " in person.name:
            full.setdefault(person.name.split()[-1].lower(), person)
    for person in [known for known in people.all if known.human]:
        last = person.name.split()[-1].lower()
        whole = full.get(last)
        if whole is None and inflecting and " " not in person.name:
            whole = next((full[name] for name in full if is_form_of(name, last)), None)
        if whole is None or whole is person:
            continue
        if " " not in person.name or person.name == whole.name:
            _join(people, person, whole)


def _join_cases(people: NameRuns) -> None:
    """Join the full names that are one in several cases, under the one nearest the nominative."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in people.all:
        if person.human and " " in person.name:
            groups[person.name.split()[-1].lower()[:_STEM]].append(person)
    for group in groups.values():
        ordered = sorted(group, key=lambda person: _case(person.name))
        for number, person in enumerate(ordered):
            forms = person.name.lower().split()
            for earlier in ordered[:number]:
                others = earlier.name.lower().split()
                same = len(forms) == len(others) and all(map(is_form_of, forms, others))
                if same and any(known is earlier for known in people.all):
                    _join(people, person, earlier)
                    break


def _case(name: str) -> int:
    """Return how far the ending of a first name is from that of a nominative."""
    ending = name.split()[0][-1:].lower()
    if ending not in _VOWELS or ending == "о":
        return 0
    return 1 if ending in "ая" else 2


def _join(people: NameRuns, person: Person, whole: Person) -> None:
    """Take one person for another."""
    people.all.remove(person)
    whole.places += person.places
    for at, known in people.named.items():
        if known is person:
            people.named[at] = whole
