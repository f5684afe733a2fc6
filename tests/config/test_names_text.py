"""One name more or less in the text of a list; all else stays as the reader wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.own_names import COLOURS, OwnName, read_own_names
from tuireader.annotation.kind_words import NAME_KINDS
from tuireader.articles.broken_list import BrokenListError
from tuireader.config.names_text import fits_line, with_name, without_name

LINES = "# people\nOle Berg | person | the ferryman\n\n  # pacts\nzinc accord | law"
TABLES = """\
# mine

[[name]]
name = "Ole Berg"   # of Orsk
aliases = [
  "the ferryman",
]

# of spring
[[name]]
name = "zinc accord"
kind = "law"
# the end
"""
NEW = OwnName(
    "Amina Traoré", Label.GPE, ("Traoré", 'the "Lioness"'), "#40a060", "met \\ there\nonce"
)
PLAIN = OwnName("Amina Traoré", Label.LOC, ("Traoré",))


def test_a_line_is_added_at_the_end_with_the_words_of_the_kind() -> None:
    added = with_name(LINES, PLAIN, toml=False)
    assert added == f"{LINES}\nAmina Traoré | region, sea or mountain | Traoré\n"


def test_a_table_is_added_at_the_end() -> None:
    added = with_name(TABLES, NEW, toml=True)
    assert added.startswith(TABLES + '\n[[name]]\nname = "Amina Traoré"\nkind = "country, state')
    assert 'colour = "green"' in added
    assert read_own_names(added, toml=True)[-1] == NEW


def test_the_ends_of_lines_stay_what_they_are() -> None:
    assert with_name("Ole Berg\r\n", PLAIN, toml=False).count("\r\n") == 2
    added = with_name(TABLES.replace("\n", "\r\n"), PLAIN, toml=True)
    assert added.count("\n") == added.count("\r\n")


def test_a_name_is_taken_out_and_the_comments_stay() -> None:
    assert without_name(LINES, "Ole Berg", toml=False) == "# people\n\n  # pacts\nzinc accord | law"
    first = without_name(TABLES, "Ole Berg", toml=True)
    assert first == TABLES[:7] + TABLES[TABLES.index("\n# of spring") :]
    last = without_name(TABLES, "zinc accord", toml=True)
    assert last == TABLES.replace('[[name]]\nname = "zinc accord"\nkind = "law"\n', "")


names = st.builds(
    OwnName,
    st.text("ab #|[]=\"'\\é", min_size=1).map(str.strip).filter(bool),
    st.sampled_from(NAME_KINDS),
    st.lists(st.sampled_from(["x", 'y "z"', "[[name]]", "# no"]), max_size=2).map(tuple),
    st.sampled_from(["", "#102030", *COLOURS.values()]),
    st.text("ab\n\t\x1b[]\"'\\#é", max_size=9),
)


@given(st.lists(names, min_size=1, max_size=5, unique_by=lambda name: name.name), st.booleans())
def test_what_was_added_can_be_taken_out_again_in_any_order(
    listed: list[OwnName], toml: bool
) -> None:
    kept = listed if toml else [name for name in listed if fits_line(name)]
    texts = ["# mine\n"]
    for name in kept:
        texts.append(with_name(texts[-1], name, toml=toml))
    assert read_own_names(texts[-1], toml) == tuple(kept)
    text = texts[-1]
    for at, name in reversed([*enumerate(kept)]):
        text = without_name(text, name.name, toml=toml)
        assert text == texts[at]
    text = texts[-1]
    for at, name in enumerate(kept, 1):
        text = without_name(text, name.name, toml=toml)
        assert read_own_names(text, toml) == tuple(kept[at:])


@pytest.mark.parametrize("name", [NEW, OwnName("a|b", Label.ORG), OwnName("# a", Label.ORG)])
def test_what_a_line_cannot_say_is_known(name: OwnName) -> None:
    assert not fits_line(name)
    assert fits_line(PLAIN)


def test_a_text_that_cannot_be_changed_safely_is_left() -> None:
    inline = 'name = [{name = "Ole Berg"}, {name = "zinc accord"}]\n'
    with pytest.raises(ValueError, match="laid out"):
        without_name(inline, "Ole Berg", toml=True)
    with pytest.raises(BrokenListError):
        with_name(inline, PLAIN, toml=True)
    with pytest.raises(LookupError):
        without_name(LINES, "Orsk", toml=False)
