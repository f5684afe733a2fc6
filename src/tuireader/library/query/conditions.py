"""From the tree of a query to the conditions by which its articles are found."""

from __future__ import annotations

from tuireader.library.query.condition import (
    EVERYTHING,
    Condition,
    joined,
    match_words,
    words_found,
)
from tuireader.library.query.field_conditions import (
    PROBLEM,
    Context,
    field_condition,
    marked,
    one_quote,
)
from tuireader.library.query.syntax import And, Node, Not, Or, Predicate, Word, words_of


def condition(node: Node | None, context: Context) -> Condition:
    """Return the condition that a query means.

    Args:
        node: The tree of a query.
        context: What it needs beside the index.
    """
    match node:
        case None:
            return EVERYTHING
        case Word():
            return words_found(match_words([node]))
        case Predicate():
            return field_condition(node, context)
        case Not(part):
            return condition(part, context).negated
        case Or(parts) if all(isinstance(part, Word) for part in parts):
            return words_found(match_words(words_of(node), " OR "))
        case Or(parts):
            return joined([condition(part, context) for part in parts], "OR")
        case And():
            return joined(conditions(node, context))


def conditions(node: Node | None, context: Context) -> list[Condition]:
    """Return the conditions that must all hold for what a query means.

    Args:
        node: The tree of a query.
        context: What it needs beside the index.
    """
    if isinstance(node, Predicate) and (node.field, node.value) == ("is", "unread"):
        return [PROBLEM.negated, marked(context.marks.read_json).negated]
    if not isinstance(node, And):
        return [] if node is None else [condition(node, context)]
    words = [part for part in node.parts if isinstance(part, Word)]
    spoken = [
        part
        for part in node.parts
        if isinstance(part, Predicate) and part.field in ("speaker", "quote")
    ]
    rest = [part for part in node.parts if part not in words and part not in spoken]
    found = [one for part in rest for one in conditions(part, context)]
    if words:
        found.append(words_found(match_words(words)))
    if spoken:
        found.append(one_quote(spoken))
    return found
