"""From the text of a query to what it means.

The grammar stands in ``docs/query.md``.
"""

from __future__ import annotations

from collections.abc import Callable

from tuireader.library.query.predicates import predicate_of, sort_of
from tuireader.library.query.syntax import And, Node, Not, Or, Query, QueryError, Sort, Word
from tuireader.library.query.tokens import Token, TokenKind, tokenize

_MOST_DEPTH = 50


def parse(text: str, typing: bool = False) -> Query:
    """Return what a query means.

    Args:
        text: The query.
        typing: Whether it is still being typed, so that the word at its very end may go on.

    Raises:
        QueryError: It means nothing; the error says where and why.
    """
    return _Parser(text, typing).query()


class _Parser:
    """One pass over the tokens of one query."""

    def __init__(self, text: str, typing: bool) -> None:
        self._text = text
        self._typing = typing
        self._tokens = list(tokenize(text))
        self._at = 0
        self._depth = 0
        self._sort: Sort | None = None

    def query(self) -> Query:
        node = self._either() if self._tokens else None
        left = self._peek()
        if left is not None:
            raise self._error("This bracket closes nothing.", left)
        return Query(self._text, node, self._sort)

    def _deeper(self, token: Token, rest: Callable[[], Node | None]) -> Node | None:
        self._depth += 1
        if self._depth > _MOST_DEPTH:
            raise self._error("There are too many brackets in brackets here.", token)
        node = rest()
        self._depth -= 1
        return node

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _error(self, message: str, token: Token, suggestion: str = "") -> QueryError:
        return QueryError(self._text, message, token.start, token.end, suggestion)

    def _either(self) -> Node | None:
        parts = [self._all()]
        while (token := self._peek()) and token.kind is TokenKind.OR:
            self._at += 1
            parts.append(self._operand(token))
        if len(parts) > 1 and None in parts:
            raise QueryError(self._text, "“sort:” cannot stand beside “or”.", 0, len(self._text))
        kept = tuple(part for part in parts if part is not None)
        return Or(kept) if len(kept) > 1 else (kept[0] if kept else None)

    def _operand(self, operator: Token) -> Node | None:
        following = self._peek()
        if following is None or following.kind in (TokenKind.CLOSE, TokenKind.OR, TokenKind.AND):
            raise self._error(
                f"Something must follow “{operator.text}”. To find the word itself, quote it.",
                operator,
                f'"{operator.text}"',
            )
        return self._all()

    def _all(self) -> Node | None:
        parts: list[Node] = []
        first = self._peek()
        if first is not None and first.kind in (TokenKind.AND, TokenKind.OR):
            raise self._error(
                f"Something must stand before “{first.text}”. To find the word itself, quote it.",
                first,
                f'"{first.text}"',
            )
        while (token := self._peek()) and token.kind not in (TokenKind.OR, TokenKind.CLOSE):
            if token.kind is TokenKind.AND:
                self._at += 1
                part = self._operand(token)
            else:
                part = self._one(token)
            if isinstance(part, And):
                parts.extend(part.parts)
            elif part is not None:
                parts.append(part)
        return And(tuple(parts)) if len(parts) > 1 else (parts[0] if parts else None)

    def _one(self, token: Token) -> Node | None:
        self._at += 1
        match token.kind:
            case TokenKind.NOT:
                return self._negated(token)
            case TokenKind.OPEN:
                return self._bracket(token)
            case TokenKind.FIELD if token.field == "sort":
                self._sort = sort_of(self._text, token)
                return None
            case TokenKind.FIELD:
                return predicate_of(self._text, token)
            case _:
                return self._word(token)

    def _negated(self, token: Token) -> Node:
        following = self._peek()
        part = None
        if following is not None and following.kind not in (
            TokenKind.CLOSE,
            TokenKind.OR,
            TokenKind.AND,
        ):
            part = self._deeper(token, lambda: self._one(following))
        if part is None:
            raise self._error(
                f"Something must follow “{token.text}”. To find the word itself, quote it.",
                token,
                f'"{token.text}"',
            )
        return Not(part)

    def _bracket(self, token: Token) -> Node:
        node = self._deeper(token, self._either)
        closing = self._peek()
        if closing is None:
            raise QueryError(
                self._text,
                "This bracket is not closed.",
                token.start,
                len(self._text),
                f"{self._text[token.start :].rstrip()})",
            )
        self._at += 1
        if node is None:
            raise QueryError(
                self._text, "There is nothing in these brackets.", token.start, closing.end
            )
        return node

    def _word(self, token: Token) -> Word:
        text = token.text
        prefix = not token.quoted and text.endswith("*")
        if not any(character.isalnum() for character in text):
            raise self._error("There is no letter or digit to look for here.", token)
        if self._typing and token.end == len(self._text) and not token.quoted:
            prefix = True
        return Word(text.rstrip("*"), prefix, token.start, token.end)
