"""The words that tie a quote to its speaker, one data file a language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
"""The languages that come with the program, as IETF tags; the first is the fallback."""

_SAMPLE = 20_000
_CLEAR = 20
_TIMES = 3
"""A language is clearly another with so many votes, so many times those of the declared one."""
_LETTERS = {"ru": "ыэъё", "uk": "іїєґ"}
"""Letters that one of two languages in the same script does not have."""
_DATA = Path(__file__).with_name("data")
_LIST = re.compile(r'^(\w+) = """(.*?)"""$', re.MULTILINE | re.DOTALL)
"""A list in the package's own files, which use no more of TOML than this: a reader of all of TOML
takes 13 ms before the first article."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of one language; every word folded to lower case.

    Attributes:
        finite: Verbs of saying as they follow or precede a speaker ("said").
        participles: Their participles and gerunds, whose speaker is the clause's ("saying").
        weak_finite: Verbs that govern a partial quote ("called").
        ambiguous: Bare verbs whose plural form is more often a noun ("attacks").
        unchanged: Bare verbs that are past tenses too ("read").
        addressing: Verbs whose object is the one spoken to ("told").
        weak_participles: The same as participles.
        reporting: Those of the finite verbs that report speech without marks ("said").
        viewing: Verbs that report speech in "as he sees it".
        phrasal: Verbs of saying of two words ("pointed out").
        times: Nouns for stretches of time.
        sources: Phrases before a source ("according to"), each as its words.
        sources_after: Words after a source (German "zufolge").
        regarding: Prepositions before the one in whose view something is so ("for").
        presenting: Words with which that view begins ("it" in "for her, it was").
        nouns: Nouns that stand for something said ("statement").
        definite: The determiners of what is known already ("the").
        determiners: Words that begin a noun phrase.
        auxiliaries: Verbs that stand between a subject and its verb.
        adverbs: Adverbs that may stand there too.
        conjunctions: Words that begin a new clause.
        prepositions: Words that begin a prepositional phrase.
        linking: Prepositions that tie a noun phrase to a noun ("director of the institute").
        weekdays: Names of days and months.
        relative: Words that begin a relative clause.
        abbreviations: Words whose full stop ends no sentence.
        masculine: Pronouns for a man.
        feminine: Pronouns for a woman.
        plural: Pronouns for several.
        neuter: Pronouns for a thing.
        first: Pronouns of the one who speaks.
        subjects: Pronouns that can be a subject.
        titles: Words before a name that are no part of it.
        male_nouns: Nouns and titles for a man.
        female_nouns: Nouns and titles for a woman.
        male_names: First names of men.
        female_names: First names of women.
        agents: Endings of nouns for people ("-ist").
        renaming: Nouns for whoever was spoken of last ("the star").
        newcomers: Nouns for somebody else than who was spoken of last ("a witness").
        relaying: Verbs whose object is who spoke ("cites").
        mute: Nouns of phrases such as "on his part", which speak themselves never.
        completing: Words that complete a verb of saying ("savoir" of "fait savoir").
        subject_left_out: Not empty where a verb needs no subject ("dijo").
        bodies: Nouns for organisations.
        documents: Nouns for documents and things that can "say".
        creations: Nouns before or after the title of a work.
        naming: Words before a name in marks ("called", "so-called").
        likening: Words before what somebody is called or seen as ("as").
        terms: Nouns for words as words ("the term").
        elided: Short words written together with the next ("l'").
        inverted: Pronouns tied to their verb by a hyphen ("dit-il").
        nouns_capitalised: Not empty where every noun has a capital.
        stops: Frequent words, by which the language is told.
    """

    language: str
    finite: frozenset[str]
    participles: frozenset[str]
    weak_finite: frozenset[str]
    ambiguous: frozenset[str]
    unchanged: frozenset[str]
    addressing: frozenset[str]
    weak_participles: frozenset[str]
    reporting: frozenset[str]
    viewing: frozenset[str]
    times: frozenset[str]
    phrasal: frozenset[tuple[str, ...]]
    sources: tuple[tuple[str, ...], ...]
    sources_after: frozenset[str]
    regarding: frozenset[str]
    presenting: frozenset[str]
    nouns: frozenset[str]
    definite: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    linking: frozenset[str]
    weekdays: frozenset[str]
    relative: frozenset[str]
    abbreviations: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    first: frozenset[str]
    subjects: frozenset[str]
    titles: frozenset[str]
    male_nouns: frozenset[str]
    female_nouns: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    agents: frozenset[str]
    renaming: frozenset[str]
    newcomers: frozenset[str]
    relaying: frozenset[str]
    mute: frozenset[str]
    completing: frozenset[str]
    subject_left_out: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    creations: frozenset[str]
    naming: frozenset[str]
    likening: frozenset[str]
    terms: frozenset[str]
    elided: frozenset[str]
    inverted: frozenset[str]
    nouns_capitalised: frozenset[str]
    stops: frozenset[str]


LISTS = tuple(field.name for field in fields(Cues) if field.name != "language")
"""The names of the lists."""


@dataclass(frozen=True, slots=True)
class OwnCues:
    """Lists that the reader adds for one language.

    Attributes:
        language: The first part of an IETF tag.
        lists: Words by the name of their list, in lower case; a space in them is an underscore.
    """

    language: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]


def load_cues(language: str, own: tuple[OwnCues, ...] = ()) -> Cues:
    """Return the lists for a language, with the reader's own added.

    Args:
        language: An IETF tag; only the part before the first hyphen counts. A language without
            a list gives empty lists, so that spans are still found.
        own: The reader's own lists, of any languages.
    """
    return _load(language.split("-")[0].lower(), own)


def shipped_lists(language: str) -> dict[str, list[str]]:
    """Return the lists of one of `LANGUAGES` by their names, as the package's file has them."""
    text = (_DATA / f"{language}.toml").read_text("utf-8")
    return {name: words.lower().split() for name, words in _LIST.findall(text)}


@lru_cache(maxsize=32)
def _load(language: str, own: tuple[OwnCues, ...]) -> Cues:
    lists: dict[str, list[str]] = {}
    if language in LANGUAGES:
        lists = shipped_lists(language)
    for cues in own:
        if cues.language == language:
            for name, added in cues.lists:
                lists.setdefault(name, []).extend(added)
    sources = tuple(tuple(phrase.split("_")) for phrase in lists.pop("sources", []))
    phrasal = frozenset(tuple(verb.split("_")) for verb in lists.pop("phrasal", []))
    sets = {
        name: frozenset(lists.get(name, ())) for name in LISTS if name not in ("sources", "phrasal")
    }
    return Cues(language=language, sources=sources, phrasal=phrasal, **sets)


def guess_language(text: str) -> str:
    """Return the language of a text by a vote of its most frequent words.

    Args:
        text: Any text; its first 20,000 code points are looked at.
    """
    votes = _votes(text)
    return max(LANGUAGES, key=lambda language: votes[language])


def language_in(text: str, declared: str) -> str:
    """Return the language that a text is declared to be in, unless it clearly is in another.

    Sites of several countries declare their own language for an article in another.

    Args:
        text: Any text.
        declared: An IETF tag.
    """
    base = declared.split("-")[0].lower()
    if base not in LANGUAGES:
        return declared
    votes = _votes(text)
    likeliest = max(LANGUAGES, key=lambda language: votes[language])
    clear = votes[likeliest] >= _CLEAR and votes[likeliest] > _TIMES * votes[base]
    return likeliest if clear else declared


def _votes(text: str) -> dict[str, int]:
    sample = text[:_SAMPLE].lower()
    words = Counter(sample.split())
    votes = {
        language: sum(words[word] for word in load_cues(language).stops) for language in LANGUAGES
    }
    for language, letters in _LETTERS.items():
        votes[language] += sum(sample.count(letter) for letter in letters)
    return votes
