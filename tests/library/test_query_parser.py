from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.library.query.fields import FIELDS
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import And, Node, Not, Or, Predicate, QueryError, Sort, Word


def _shape(node: Node | None) -> object:
    """The tree without places."""
    match node:
        case Word(text, prefix):
            return f"{text}*" if prefix else text
        case Predicate(field, operator, value, exact):
            return f'{field}{operator}"{value}"' if exact else f"{field}{operator}{value}"
        case Not(part):
            return ("not", _shape(part))
        case And(parts):
            return ("and", *map(_shape, parts))
        case Or(parts):
            return ("or", *map(_shape, parts))
        case _:
            return None


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("", None),
        ("   ", None),
        ("bridge", "bridge"),
        ("new bridge", ("and", "new", "bridge")),
        ('"new bridge"', "new bridge"),
        ("“new bridge”", "new bridge"),
        ("harb*", "harb*"),
        ("a or b c", ("or", "a", ("and", "b", "c"))),
        ("a and (b OR c)", ("and", "a", ("or", "b", "c"))),
        ("(a b) c", ("and", "a", "b", "c")),
        ("not a", ("not", "a")),
        ("-a b", ("and", ("not", "a"), "b")),
        ("not not a", ("not", ("not", "a"))),
        ("-(a or b)", ("not", ("or", "a", "b"))),
        ('"or" "not"', ("and", "or", "not")),
        ("is:unread", "is:unread"),
        ("IS:Unread", "is:unread"),
        ('person:"Ana Petrić"', 'person:"Ana Petrić"'),
        ("words>800 minutes:5..10", ("and", "words>800", "minutes:5..10")),
        ("date:2019-05 age<7d", ("and", "date:2019-05", "age<7d")),
        ("covid-19 10:30 it's c++", ("and", "covid-19", "10:30", "it's", "c++")),
        ("https://example.org/a", "https://example.org/a"),
        ("sort:title", None),
        ("a sort:-date b", ("and", "a", "b")),
    ],
)
def test_queries_mean(text: str, shape: object) -> None:
    assert _shape(parse(text).node) == shape


def test_the_order_is_no_part_of_the_condition() -> None:
    assert parse("bridge sort:-title").sort == Sort("title", True)
    assert parse("bridge").sort is None


def test_the_last_word_may_go_on_while_it_is_typed() -> None:
    assert _shape(parse("new bri", typing=True).node) == ("and", "new", "bri*")
    assert _shape(parse("new bri ", typing=True).node) == ("and", "new", "bri")
    assert _shape(parse('"bri"', typing=True).node) == "bri"


@pytest.mark.parametrize(
    ("text", "start", "end", "corrected"),
    [
        ("preson:lavrov", 0, 6, "person:lavrov"),
        ("a is:unraed", 5, 11, "a is:unread"),
        ('bridge "new', 7, 11, 'bridge "new"'),
        ("(a or b", 0, 7, "(a or b)"),
        ("a)", 1, 2, ""),
        ("()", 0, 2, ""),
        ("a or", 2, 4, 'a "or"'),
        ("or a", 0, 2, '"or" a'),
        ("a and or b", 2, 5, 'a "and" or b'),
        ("not", 0, 3, '"not"'),
        ("not )", 0, 3, '"not" )'),
        ("words:many", 6, 10, ""),
        ("words>", 0, 6, ""),
        ("words:1..", 6, 9, ""),
        ("words>1..2", 6, 10, ""),
        ("date:2019-13", 5, 12, ""),
        ("before:2018..2019", 7, 17, ""),
        ("age<7", 4, 5, ""),
        ("sort:dat", 5, 8, "sort:date"),
        ("sort:-titel", 5, 11, "sort:-title"),
        ("person>anna", 0, 11, "person:anna"),
        ("zebra:crossing", 0, 14, '"zebra:crossing"'),
        ("person:", 0, 7, ""),
        ("???", 0, 3, ""),
        ("person:!!", 7, 9, ""),
        ("-sort:date", 0, 1, '"-"sort:date'),
    ],
)
def test_errors_say_where_and_what_instead(text: str, start: int, end: int, corrected: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.start, caught.value.end) == (start, end)
    assert caught.value.corrected == corrected


def test_an_error_is_told_with_a_pointer() -> None:
    with pytest.raises(QueryError) as caught:
        parse("bridge preson:lavrov")
    assert str(caught.value).splitlines() == [
        "There is no field “preson”.",
        "  bridge preson:lavrov",
        "         ^^^^^^",
        "Did you mean  bridge person:lavrov",
    ]


@pytest.mark.parametrize("name", FIELDS)
def test_the_example_of_every_field_is_a_query(name: str) -> None:
    node = parse(FIELDS[name].example).node
    assert isinstance(node, Predicate)
    assert node.field == name


_PIECES = st.sampled_from(
    ["(", ")", '"', "and ", "or ", "not ", "-", "is:unread", "person:", "words>", "sort:date", "a"]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=12).map("".join))
def test_any_text_is_a_query_or_an_error_inside_it(text: str) -> None:
    error = _error_of(text)
    if error is not None:
        assert 0 <= error.start <= error.end <= len(text)
        assert error.message


def _error_of(text: str) -> QueryError | None:
    try:
        parse(text)
    except QueryError as error:
        return error
    return None


def test_deep_brackets_are_an_error() -> None:
    with pytest.raises(QueryError, match="too many brackets"):
        parse("(" * 5000 + "a" + ")" * 5000)
    with pytest.raises(QueryError, match="too many"):
        parse("not " * 5000 + "a")
