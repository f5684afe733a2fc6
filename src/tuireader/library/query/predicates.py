"""From the token of a field to the test it means, with the checks of its value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from tuireader.library.query import values
from tuireader.library.query.fields import FIELDS, SORT_KEYS, Field, Kind
from tuireader.library.query.syntax import Predicate, QueryError, Sort
from tuireader.library.query.tokens import Token

_SOME_DAY = date(2000, 1, 1)


def sort_of(query: str, token: Token) -> Sort:
    """Return the order that ``sort:`` asks for.

    Args:
        query: The whole query.
        token: Its token.

    Raises:
        QueryError: There is no such order.
    """
    key = token.text.casefold().removeprefix("-")
    if key not in SORT_KEYS:
        raise _bad_value(query, token, "The list cannot be sorted by this.", tuple(SORT_KEYS))
    return Sort(key, token.text.startswith("-"))


def predicate_of(query: str, token: Token) -> Predicate:
    """Return the test that a field with its value means.

    Args:
        query: The whole query.
        token: The token of the field.

    Raises:
        QueryError: There is no such field, or its value is none.
    """
    field = FIELDS.get(token.field)
    if field is None:
        raise _unknown_field(query, token)
    if token.operator not in field.operators:
        raise QueryError(
            query,
            f"“{field.name}” is followed by a colon, as in {field.example}.",
            token.start,
            token.end,
            f"{field.name}:{query[token.value_start : token.end]}",
        )
    if not token.text.strip():
        raise QueryError(
            query,
            f"Something must follow “{field.name}{token.operator}”, as in {field.example}.",
            token.start,
            token.end,
        )
    test = Predicate(
        field.name,
        token.operator,
        token.text,
        token.quoted,
        token.start,
        token.value_start,
        token.end,
    )
    if field.kind is Kind.CHOICE:
        test = replace(test, value=token.text.casefold())
        if test.value not in field.choices:
            message = f"“{field.name}:” does not know this."
            raise _bad_value(query, token, message, field.choices)
    _check(query, field, token)
    return test


def _check(query: str, field: Field, token: Token) -> None:
    low, dots, high = token.text.partition("..")
    parts = [low, high] if dots else [token.text]
    match field.kind:
        case Kind.NUMBER if any(values.number(part) is None for part in parts):
            message = f"This is no whole number, as in {field.example}."
        case Kind.DATE if any(values.period(part, _SOME_DAY) is None for part in parts):
            message = f"This is no date such as 2019, 2019-05 or 2019-05-13, as in {field.example}."
        case Kind.AGE if values.age(token.text) is None:
            message = f"This is no age such as 7d, 2w, 3m or 1y, as in {field.example}."
        case Kind.TEXT | Kind.NAME if not any(sign.isalnum() for sign in token.text):
            message = f"There is no letter or digit to look for here, as in {field.example}."
        case Kind.DATE | Kind.NUMBER if dots and (
            token.operator not in (":", "=") or field.name in ("before", "after")
        ):
            message = f"A range can follow only “date:” and what is counted, as in {field.example}."
        case _:
            return
    raise QueryError(query, message, token.value_start, token.end)


def _unknown_field(query: str, token: Token) -> QueryError:
    message = f"There is no field “{token.field}”."
    close = get_close_matches(token.field, [*FIELDS, "sort"], 1, 0.6)
    if close:
        end = token.start + len(token.field)
        return QueryError(query, message, token.start, end, close[0])
    words = query[token.start : token.end].replace('"', "")
    return QueryError(
        query,
        f"{message} To find these very words, quote them.",
        token.start,
        token.end,
        f'"{words}"',
    )


def _bad_value(query: str, token: Token, message: str, choices: tuple[str, ...]) -> QueryError:
    sign = "-" if token.text.startswith("-") else ""
    close = get_close_matches(token.text.casefold().removeprefix("-"), choices, 1, 0.5)
    return QueryError(
        query,
        f"{message} There are: {', '.join(choices)}.",
        token.value_start,
        token.end,
        sign + close[0] if close else "",
    )
