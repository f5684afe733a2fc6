"""The words that tie a quote to its speaker, one data file a language."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
"""The languages that come with the program, as IETF tags; the first is the fallback."""

_SAMPLE = 20_000


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
        bodies: Nouns for organisations.
        documents: Nouns for documents and things that can "say".
        creations: Nouns before or after the title of a work.
        naming: Words before a name in marks ("called", "so-called").
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
    bodies: frozenset[str]
    documents: frozenset[str]
    creations: frozenset[str]
    naming: frozenset[str]
    terms: frozenset[str]
    elided: frozenset[str]
    inverted: frozenset[str]
    nouns_capitalised: frozenset[str]
    stops: frozenset[str]


def load_cues(language: str, folder: Path | None = None) -> Cues:
    """Return the lists for a language, with those of the reader's own folder added.

    Args:
        language: An IETF tag; only the part before the first hyphen counts. A language without
            a list gives empty lists, so that spans are still found.
        folder: A folder that may hold a file such as ``en.toml`` of the same form.

    Raises:
        ValueError: Where the reader's own file is not such a file; the message names it.
    """
    return _load(language.split("-")[0].lower(), folder)


@lru_cache(maxsize=32)
def _load(language: str, folder: Path | None) -> Cues:
    tables: list[dict[str, Any]] = []
    if language in LANGUAGES:
        own = files("tuireader.annotation.attribution") / "data" / f"{language}.toml"
        tables.append(tomllib.loads(own.read_text("utf-8")))
    extra = folder / f"{language}.toml" if folder else None
    if extra is not None and extra.is_file():
        try:
            tables.append(tomllib.loads(extra.read_text("utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ValueError(f"{extra}: not a list of cues: {error}") from error
    lists: dict[str, list[str]] = {}
    for table in tables:
        for name, value in table.items():
            if not isinstance(value, str):
                raise ValueError(f"{extra}: {name} must be words in quotation marks")
            lists.setdefault(name, []).extend(value.lower().split())
    sources = tuple(tuple(phrase.split("_")) for phrase in lists.pop("sources", []))
    phrasal = frozenset(tuple(verb.split("_")) for verb in lists.pop("phrasal", []))
    sets = {
        field.name: frozenset(lists.get(field.name, ()))
        for field in fields(Cues)
        if field.name not in ("language", "sources", "phrasal")
    }
    return Cues(language=language, sources=sources, phrasal=phrasal, **sets)


def guess_language(text: str) -> str:
    """Return the language of a text by a vote of its most frequent words.

    Args:
        text: Any text; its first 20,000 code points are looked at.
    """
    words = Counter(text[:_SAMPLE].lower().split())
    votes = {
        language: sum(words[word] for word in load_cues(language).stops) for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda language: votes[language])
