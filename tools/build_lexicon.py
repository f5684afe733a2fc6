"""Put the word lists of the entity engine into the one table that it asks.

    python -m tools.build_lexicon

To be run after any change in ``tools/gazetteers/extracted`` or in the engine's folder of lists.
The same lists give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from tuireader.annotation.entities.constant_table import ConstantTable
from tuireader.annotation.entities.lexicon import PHRASE_KINDS, WORD_KINDS, table_of

EXTRACTED = Path(__file__).parent / "gazetteers/extracted"
DATA = Path(__file__).parents[1] / "src/tuireader/annotation/entities/data"


def read(kind: str) -> frozenset[str]:
    """Return the entries of a list, from whichever folder it is in."""
    name = f"{kind}.txt"
    extracted = EXTRACTED / name
    path = extracted if extracted.exists() else DATA / "lists" / name
    return frozenset(path.read_text(encoding="utf-8").splitlines())


def build() -> ConstantTable:
    """Return the table of all lists."""
    return table_of({kind: read(kind) for kind in (*PHRASE_KINDS, *WORD_KINDS)})


def main() -> None:
    """Write the table."""
    data = build().to_bytes()
    (DATA / "lexicon.bin").write_bytes(data)
    print(f"lexicon: {len(data)} bytes")


if __name__ == "__main__":
    main()
