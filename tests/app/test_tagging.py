from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.app.tagging import fitting_tags, note_in, note_line, tags_in, tags_line

KNOWN = ("energy", "long read", "grid", "Green deal")
TAGS = st.sets(st.text(st.characters(categories=["L", "N"]), min_size=1), max_size=3)


def test_a_tag_of_two_words_stays_one() -> None:
    assert tags_line(["long read", "energy"]) == "energy long_read"
    assert tags_in("long_read #energy,new_one", KNOWN) == {"long read", "energy", "new one"}
    assert tags_in("to_do __", ["to_do"]) == {"to_do"}


def test_the_tags_of_a_note_are_the_marked_words_at_its_end() -> None:
    assert note_in("why #1 of two? #long_read #new", KNOWN) == (
        "why #1 of two?",
        {"long read", "new"},
    )
    assert note_in("#energy", KNOWN) == ("", {"energy"})
    assert note_in("a # b #", KNOWN) == ("a # b #", set())


@given(
    st.lists(st.sampled_from(["why", "so", "a#b", "?", "\n\n"])).map(" ".join).map(str.strip), TAGS
)
def test_a_note_comes_back_as_it_was(text: str, tags: set[str]) -> None:
    assert note_in(note_line(text, tags), tags) == (text, tags)
    assert tags_in(tags_line(tags), tags) == tags


def test_what_begins_so_is_offered_before_what_holds_it() -> None:
    assert fitting_tags("gr", KNOWN, "gr", marked=False) == ["grid", "Green_deal"]
    assert fitting_tags("rg", KNOWN, "rg", marked=False) == ["energy"]
    assert fitting_tags("#e", KNOWN, "why #e", marked=True)[0] == "#energy"
    assert fitting_tags("why", KNOWN, "why", marked=True) == []
    assert fitting_tags("", KNOWN, "energy ", marked=False) == ["long_read", "grid", "Green_deal"]
