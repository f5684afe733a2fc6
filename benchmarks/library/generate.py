"""A library of made-up articles: own word lists and sentence patterns, the same for every run."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from pathlib import Path

_SYLLABLES_TEXT = """
ba bel cor dan el far gor hul im jor kel lim mar nes or pal quin ros sel tor ul vel wen yar
zem
"""
_SYLLABLES = _SYLLABLES_TEXT.split()
_GIVEN_TEXT = """
Ana Boris Clara Dmitri Elena Farid Greta Hugo Irina Jonas Katya Leon Marta Nikolai Olga
Pavel Rosa Samuel Tanya Viktor
"""
_GIVEN = _GIVEN_TEXT.split()
_OFFICES_TEXT = """
mayor, minister, spokeswoman, analyst, farmer, union leader, judge, professor
"""
_OFFICES = [word.strip() for word in _OFFICES_TEXT.split(",")]
_VERBS_TEXT = """
said announced warned explained added insisted promised admitted
"""
_VERBS = _VERBS_TEXT.split()
_COMMON_TEXT = """
the city council has long been asked to repair what the last winter left behind and few here
expect that money will come soon because every ministry points to another one while prices
rise in all markets and people wait for an answer that nobody seems ready to give them
"""
_COMMON = _COMMON_TEXT.split()
_SOURCES = 60
_PEOPLE = 4000
_PLACES = 800
_WORDS = 30_000


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article with what is true of it.

    Attributes:
        title: The headline.
        byline: The author.
        source: The publication.
        published: The day.
        paragraphs: Its text.
        people: Who is named.
        places: Which places are named.
        said: Each quote with its speaker, and its marks.
    """

    title: str
    byline: str
    source: str
    published: str
    paragraphs: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    said: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The paragraphs, as `Article.text` joins them."""
        return "\n\n".join(self.paragraphs)


class Generator:
    """Makes articles; names and words are used as unevenly as in real ones (Zipf's law).

    Args:
        seed: The same seed makes the same articles.
    """

    def __init__(self, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        self._words = [self._word() for _ in range(_WORDS)]
        self._people = [
            f"{self._chance.choice(_GIVEN)} {self._word().title()}" for _ in range(_PEOPLE)
        ]
        self._places = [self._word().title() for _ in range(_PLACES)]
        self._sources = [f"The {self._word().title()} Courier" for _ in range(_SOURCES)]

    def articles(self, count: int, words: int = 550) -> Iterator[MadeArticle]:
        """Yield articles; one in fifty is a new version of the one before.

        Args:
            count: How many.
            words: About how many words each has.
        """
        before: MadeArticle | None = None
        for number in range(count):
            if before is not None and number % 50 == 49:
                yield self._version(before)
                continue
            before = self._article(words)
            yield before

    def query_words(self) -> dict[str, list[str]]:
        """Return words by how often they are used, for queries."""
        return {
            "rare": self._words[5000:5020],
            "frequent": self._words[20:40],
            "in nearly every article": _COMMON[:4],
            "person": [person.split()[1] for person in self._people[10:30]],
            "place": self._places[5:25],
        }

    def _word(self) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=self._chance.choice((2, 2, 3))))

    def _pick(self, values: list[str]) -> str:
        """Return a value, the n-th about as often as 1/n."""
        return values[int(len(values) ** self._chance.random()) - 1]

    def _clause(self, length: int) -> str:
        return " ".join(
            self._pick(self._words) if self._chance.random() < 0.4 else self._chance.choice(_COMMON)
            for _ in range(length)
        )

    def _article(self, words: int) -> MadeArticle:
        people = [self._pick(self._people) for _ in range(4)]
        places = [self._pick(self._places) for _ in range(3)]
        said: list[tuple[str, str]] = []
        paragraphs: list[str] = []
        count = 0
        while count < words * self._chance.uniform(0.6, 1.4):
            paragraph = self._paragraph(people, places, said)
            paragraphs.append(paragraph)
            count += len(paragraph.split())
        day = date(2010, 1, 1) + timedelta(days=self._chance.randrange(5800))
        return MadeArticle(
            title=f"{self._clause(6).capitalize()} in {places[0]}",
            byline=self._pick(self._people),
            source=self._pick(self._sources),
            published=day.isoformat(),
            paragraphs=tuple(paragraphs),
            people=tuple(dict.fromkeys(people)),
            places=tuple(dict.fromkeys(places)),
            said=tuple(said),
        )

    def _paragraph(self, people: list[str], places: list[str], said: list[tuple[str, str]]) -> str:
        sentences = [
            f"In {self._chance.choice(places)}, {self._clause(12)}.",
            f"{self._clause(18).capitalize()}.",
        ]
        if self._chance.random() < 0.6:
            speaker = self._chance.choice(people)
            words = f"“{self._clause(14).capitalize()},”"
            said.append((speaker, words))
            office = self._chance.choice(_OFFICES)
            sentences.append(f"{words} {self._chance.choice(_VERBS)} {speaker}, a {office}.")
        return " ".join(sentences)

    def _version(self, article: MadeArticle) -> MadeArticle:
        added = f"{self._clause(25).capitalize()}."
        return MadeArticle(
            f"{article.title}, updated",
            article.byline,
            article.source,
            article.published,
            (*article.paragraphs[:2], added, *article.paragraphs[2:]),
            article.people,
            article.places,
            article.said,
        )


def as_text(article: MadeArticle) -> str:
    """Return an article as a text file has it."""
    head = f"{article.title}\n\nBy {article.byline}\n{article.source}\n{article.published}\n\n"
    return head + article.text + "\n"


def as_html(article: MadeArticle) -> str:
    """Return an article as a saved web page has it, with what stands around it."""
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in _SYLLABLES)
    return (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
        f"<title>{escape(article.title)} | {escape(article.source)}</title>"
        f"<meta property='og:site_name' content='{escape(article.source)}'>"
        f"<meta property='article:published_time' content='{article.published}'></head><body>"
        f"<nav><ul>{menu}</ul></nav><main><article><h1>{escape(article.title)}</h1>"
        f"<p class='byline'>By {escape(article.byline)}</p>{body}</article></main>"
        f"<aside><h2>More</h2><ul>{menu}</ul></aside><footer>© {escape(article.source)}</footer>"
        "</body></html>\n"
    )


def write_files(
    articles: Iterator[MadeArticle], folder: Path, suffix: str = ".txt"
) -> Iterator[tuple[Path, MadeArticle]]:
    """Write articles into folders of a thousand; yield the file of each.

    Args:
        articles: What to write.
        folder: Where to.
        suffix: ``.txt`` or ``.html``.
    """
    render = as_html if suffix == ".html" else as_text
    for number, article in enumerate(articles):
        parent = folder / f"{number // 1000:04}"
        if number % 1000 == 0:
            os.makedirs(parent, exist_ok=True)
        path = parent / f"{number:07}{suffix}"
        path.write_text(render(article), encoding="utf-8")
        yield path, article
