"""From marks to spans: the cheapest reading of all marks of an article together.

A state machine walks over the marks and paragraph breaks. Its state is what is open; each mark may
open, close, start the same quote anew or be no mark at all, and each reading has a cost. The
cheapest path is found by dynamic programming (Viterbi 1967), which is how one mark's evidence
repairs another: a lone backward mark is cheaper to turn round than to leave everything after it
inside out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from tuireader.annotation.quotations.marks import Family, Mark


class Pair(NamedTuple):
    """A quoted span.

    Attributes:
        start: Where it starts, its opening mark included.
        end: Where it ends, its closing mark included; half-open.
        depth: How many other quotes it stands in.
        closed: Whether a closing mark was found.
        continues: Whether it goes on from a quote of the paragraph before.
        family: Double or single marks.
    """

    start: int
    end: int
    depth: int
    closed: bool
    continues: bool
    family: Family


class Paragraph(NamedTuple):
    """A paragraph's extent and its marks."""

    start: int
    end: int
    marks: Sequence[Mark]


class _Action(Enum):
    IGNORE = auto()
    OPEN = auto()
    CLOSE = auto()
    CLOSE_OUTER = auto()
    RESTART = auto()
    REOPEN = auto()
    END = auto()
    CARRY = auto()
    PASS = auto()


State = tuple[Family, ...]
_DEPTH = 3
_BEAM = 9.0
_SAME_FAMILY_INSIDE = 2.6
_SAME_FAMILY_DIRECTED = 1.2
_DROP_INNER = 2.5
_MISSING_CLOSE = 3.0
_MISSING_SINGLE = 4.5
_CARRY_REPEATED = 0.4
_CARRY_UNREPEATED = 2.6

_CARRIED: State = (Family.DOUBLE, Family.DOUBLE, Family.DOUBLE, Family.DOUBLE)
"""Not a depth: a quote goes on and its mark is due again at the start of this paragraph."""

_Step = tuple[float, State, _Action]


def pair(paragraphs: Sequence[Paragraph]) -> list[Pair]:
    """Return the quoted spans, in order of their start.

    A quote that goes on over paragraphs with its mark repeated comes as one span a paragraph.

    Args:
        paragraphs: The paragraphs of an article, in order.
    """
    events = list(_events(paragraphs))
    best: dict[State, float] = {(): 0.0}
    trail: list[dict[State, tuple[State, _Action]]] = []
    for event in events:
        best, came = _advance(best, event)
        trail.append(came)
    state = min(best, key=lambda state: (best[state], len(state)))
    path: list[tuple[_Action, State]] = []
    for came in reversed(trail):
        state, action = came[state]
        path.append((action, state))
    path.reverse()
    return _spans(events, path)


class _Event(NamedTuple):
    """A mark, or (without one) the break after a paragraph."""

    mark: Mark | None
    first: bool = False
    repeated: bool = False
    last: bool = False
    end: int = 0


def _events(paragraphs: Sequence[Paragraph]) -> Iterator[_Event]:
    for number, paragraph in enumerate(paragraphs):
        for mark in paragraph.marks:
            yield _Event(mark, first=mark.start == paragraph.start)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        repeated = (
            following is not None
            and bool(following.marks)
            and following.marks[0].start == following.start
            and following.marks[0].opens < following.marks[0].closes
        )
        yield _Event(None, repeated=repeated, last=following is None, end=paragraph.end)


def _advance(
    best: dict[State, float], event: _Event
) -> tuple[dict[State, float], dict[State, tuple[State, _Action]]]:
    reached: dict[State, float] = {}
    came: dict[State, tuple[State, _Action]] = {}
    bound = min(best.values()) + _BEAM
    for state, cost in best.items():
        if cost > bound:
            continue
        if event.mark is None:
            steps = _break(state, event.repeated, event.last)
        else:
            steps = _read(state, *event.mark[2:])
        for extra, following, action in steps:
            total = cost + extra
            if following not in reached or total < reached[following]:
                reached[following] = total
                came[following] = (state, action)
    return reached, came


@lru_cache(maxsize=4096)
def _read(
    state: State, family: Family, opens: float, closes: float, ignored: float, directed: bool
) -> tuple[_Step, ...]:
    """Return what a mark can be, with the cost and the state after it.

    Args:
        state: What is open before it.
        family: As the other arguments, what `Mark` says of it.
        opens: The cost of an opening mark.
        closes: The cost of a closing mark.
        ignored: The cost of no mark.
        directed: Whether its shape says which way it faces.
    """
    if state == _CARRIED:
        return ((opens, (family,), _Action.REOPEN),)
    steps: list[_Step] = [(ignored, state, _Action.IGNORE)]
    if len(state) < _DEPTH:
        extra = 0.0
        if state and state[-1] is family:
            extra = _SAME_FAMILY_DIRECTED if directed else _SAME_FAMILY_INSIDE
        steps.append((opens + extra, (*state, family), _Action.OPEN))
    if state and state[-1] is family:
        steps.append((closes, state[:-1], _Action.CLOSE))
    elif len(state) > 1 and state[-2] is family:
        steps.append((closes + _DROP_INNER, state[:-2], _Action.CLOSE_OUTER))
    if state == (family,) and family is Family.DOUBLE:
        steps.append((opens + _MISSING_CLOSE, state, _Action.RESTART))
    return tuple(steps)


@lru_cache(maxsize=1024)
def _break(state: State, repeated: bool, last: bool) -> tuple[_Step, ...]:
    """Return how a paragraph can end, with the cost and the state after it.

    Args:
        state: What is open at its end.
        repeated: Whether the paragraph after it begins with an opening mark.
        last: Whether none is after it.
    """
    if not state or state == _CARRIED:
        return ((0.0, (), _Action.PASS),)
    inner = _DROP_INNER * (len(state) - 1)
    missing = _MISSING_CLOSE if state[0] is Family.DOUBLE else _MISSING_SINGLE
    end = (missing + inner, (), _Action.END)
    if last:
        return (end,)
    if repeated:
        return end, (_CARRY_REPEATED + inner, _CARRIED, _Action.CARRY)
    if state[0] is Family.DOUBLE:
        return end, (_CARRY_UNREPEATED + inner, state[:1], _Action.PASS)
    return (end,)


def _spans(events: Sequence[_Event], path: Sequence[tuple[_Action, State]]) -> list[Pair]:
    """Turn the chosen readings into spans."""
    pairs: list[Pair] = []
    opened: list[tuple[Mark, bool]] = []

    def finish(end: int, closed: bool) -> None:
        mark, continues = opened.pop()
        pairs.append(Pair(mark.start, end, len(opened), closed, continues, mark.family))

    for event, (action, _) in zip(events, path, strict=True):
        mark = event.mark
        if mark is None:
            if action is _Action.PASS:
                del opened[1:]
            elif opened:
                del opened[1:]
                finish(event.end, closed=False)
        elif action is _Action.OPEN:
            opened.append((mark, False))
        elif action is _Action.REOPEN:
            opened.append((mark, True))
        elif action is _Action.CLOSE:
            finish(mark.end, closed=True)
        elif action is _Action.CLOSE_OUTER:
            opened.pop()
            finish(mark.end, closed=True)
        elif action is _Action.RESTART:
            finish(mark.start, closed=False)
            opened.append((mark, False))
    return sorted(pairs, key=lambda pair: (pair.start, -pair.end))
