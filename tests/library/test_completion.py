from __future__ import annotations

from collections.abc import Sequence

import pytest

from tuireader.library.query.complete import KnownName, complete

KNOWN = {
    "PERSON": [KnownName("Ana Petrić", 12), KnownName("Dal", 1)],
    "source": [KnownName("The Velm Courier", 3)],
}


class _Names:
    def names(self, kinds: Sequence[str], beginning: str, most: int) -> list[KnownName]:
        return [
            known
            for kind in kinds
            for known in KNOWN.get(kind, [])
            if beginning in known.name.casefold()
        ][:most]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("pe", ["person:", "people:"]),
        ("bridge -is", ["is:"]),
        ("so", ["source:", "sort:"]),
        ("(spe", ["speaker:"]),
        ("", []),
        ("bridge ", []),
        ("is:un", ["unread"]),
        ("-is:un", ["unread"]),
        ("has:t", ["tags"]),
        ("sort:-ti", ["-title"]),
        ("person:", ['"Ana Petrić"', "Dal"]),
        ("person:da", ["Dal"]),
        ('person:"ana p', ['"Ana Petrić"']),
        ("is:read source:velm", ['"The Velm Courier"']),
        ("tag:L", ['"later on"']),
        ("date:y", ["yesterday"]),
        ("nothing:a", []),
        ("words>", []),
    ],
)
def test_what_is_offered(query: str, texts: list[str]) -> None:
    found = complete(query, len(query), _Names(), ("later on", "work"))
    assert [completion.text for completion in found] == texts


def test_a_completion_replaces_what_was_begun() -> None:
    query = 'bridge person:"ana x'
    cursor = len(query) - 2
    (completion,) = complete(query, cursor, _Names())
    assert query[: completion.start] + completion.text == 'bridge person:"Ana Petrić"'
    assert completion.end == cursor
    assert completion.help == "12 articles"
