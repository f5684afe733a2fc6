from __future__ import annotations

import pytest

from tests.annotation.speech.articles import quoted, spoken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The weir held all night, she said on Friday.", "“The weir held all night,"),
        ("“Who opened the sluice? Marta Quill asked.", "“Who opened the sluice?"),
        ("“The weir held, said Marta Quill. It rained on.", "“The weir held,"),
        (
            "“The weir held, Marta Quill, an engineer of the county, said. It rained.",
            "“The weir held,",
        ),
        ("“The weir held, the mayor of Ostrow added.", "“The weir held,"),
    ],
)
def test_a_quote_that_nothing_closes_ends_before_who_says_it(text: str, expected: str) -> None:
    assert quoted(text) == [expected]


def test_a_quote_that_nothing_closes_leaves_the_next_one_whole() -> None:
    assert quoted("“Honestly, she said, “nobody asked us.” It rained.") == [
        "“Honestly,",
        "“nobody asked us.”",
    ]
    assert quoted("“The pumps are old. He added, “Nobody paid for new ones.”") == [
        "“The pumps are old.",
        "“Nobody paid for new ones.”",
    ]


def test_who_says_a_quote_that_nothing_closes_is_found() -> None:
    (quote,) = spoken("“The weir held all night, Marta Quill said on Friday.")
    assert quote.speaker == "Marta Quill"


def test_a_closed_quote_may_tell_what_others_said() -> None:
    said = "“It was late, she said, and the weir held,”"
    assert quoted(f"{said} Marta Quill told us.") == [said]


def test_a_quote_that_goes_on_in_the_next_paragraph_is_not_cut() -> None:
    first, second = "“It was late, she said, and it rained.", "“Then the weir broke.”"
    assert quoted(first, second) == [first, second]


def test_a_noun_that_is_a_verb_as_well_ends_no_quote() -> None:
    text = "“As the votes are few, the size of the state matters a lot."
    assert quoted(text) == [text]


def test_what_stands_in_the_rest_is_no_quote_in_a_quote() -> None:
    (first, second) = spoken("“The weir held, Marta Quill said of the ‘old lady’ that night.")
    assert not first.nested
    assert not second.nested


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Das Wehr hielt, sagte er am Freitag.", "„Das Wehr hielt,"),
        ("es", "«La presa aguantó, dijo Marta Quill.", "«La presa aguantó,"),
        ("ru", "«Плотина устояла, сказала Марта Квилл.", "«Плотина устояла,"),
        ("xx", "“The weir held, she said.", "“The weir held, she said."),
    ],
)
def test_the_words_for_it_are_those_of_the_language(
    language: str, text: str, expected: str
) -> None:
    (quote,) = spoken(text, language=language)
    assert text[quote.start : quote.end] == expected
