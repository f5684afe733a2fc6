"""The tokens of a query, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from tuireader.library.query.syntax import QueryError

_OPENING = {'"': '"', "“": "”", "„": "“", "«": "»"}
_FIELD = re.compile(r"([A-Za-z_]+)(:|<=|>=|<|>|=)(?!//)")
_BARE = re.compile(r"[^\s()]+")
_SPACE = re.compile(r"\s+")


class TokenKind(Enum):
    """What a token is."""

    WORD = "word"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    AND = "and"
    OR = "or"
    NOT = "not"


_KEYWORDS = {"and": TokenKind.AND, "or": TokenKind.OR, "not": TokenKind.NOT}


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a query.

    Attributes:
        kind: What it is.
        text: A word or a value, without its quotation marks.
        start: Where it starts in the query, in code points.
        end: Where it ends; half-open.
        quoted: Whether the word or the value stood in quotation marks.
        field: The name before the operator, in lower case, for a field.
        operator: The operator, for a field.
        value_start: Where the value starts, for a field; otherwise `start`.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    quoted: bool = False
    field: str = ""
    operator: str = ""
    value_start: int = 0


def tokenize(query: str) -> Iterator[Token]:
    """Yield the tokens of a query.

    Raises:
        QueryError: A quotation mark is not closed.
    """
    at = 0
    while at < len(query):
        space = _SPACE.match(query, at)
        if space:
            at = space.end()
            continue
        token = _next(query, at)
        yield token
        at = token.end


def _next(query: str, at: int) -> Token:
    character = query[at]
    if character in "()":
        return Token(TokenKind(character), character, at, at + 1, value_start=at)
    if character == "-" and at + 1 < len(query) and query[at + 1] not in " -)":
        return Token(TokenKind.NOT, "-", at, at + 1, value_start=at)
    field = _FIELD.match(query, at)
    if field:
        text, end, quoted = _value(query, field.end())
        return Token(
            TokenKind.FIELD, text, at, end, quoted, field[1].casefold(), field[2], field.end()
        )
    text, end, quoted = _value(query, at)
    kind = TokenKind.WORD if quoted else _KEYWORDS.get(text.casefold(), TokenKind.WORD)
    return Token(kind, text, at, end, quoted, value_start=at)


def _value(query: str, at: int) -> tuple[str, int, bool]:
    if at < len(query) and query[at] in _OPENING:
        ends = [query.find(closing, at + 1) for closing in (_OPENING[query[at]], '"')]
        if max(ends) >= 0:
            end = min(end for end in ends if end >= 0)
            return query[at + 1 : end], end + 1, True
        raise QueryError(
            query,
            "This quotation mark is not closed.",
            at,
            len(query),
            f"{query[at:].rstrip()}{_OPENING[query[at]]}",
        )
    bare = _BARE.match(query, at)
    return (bare.group(), bare.end(), False) if bare else ("", at, False)
