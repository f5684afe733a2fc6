"""How a selection is begun, and how it grows and shrinks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.layout import LineKind
from tuireader.app.rendition.page import Page
from tuireader.app.rendition.pointing import cells_of, nearest_at
from tuireader.app.rendition.selection import Selection
from tuireader.app.rendition.units import Unit, units_of

REACH = 5_000
"""How far around a place its sentence is looked for, in code points."""


class Selector:
    """Makes selections on a page.

    Args:
        page: The text laid out; it has at least one line.
    """

    def __init__(self, page: Page) -> None:
        self._page = page

    def between(self, first: int, last: int) -> Selection:
        """Return what lies between two positions of the sheet, the character of each included."""
        return Selection(self._character(first), self._character(last))

    def unit_at(self, position: int, unit: Unit) -> Selection:
        """Return the word, sentence or paragraph at a position, or the next in its paragraph."""
        found = self._unit(position, unit)
        return self.between(found.start, found.end - 1) if found else self.between(*[position] * 2)

    def swapped(self, selection: Selection) -> Selection:
        """Return the same with the other end to be moved."""
        return Selection(selection.caret, selection.anchor)

    def grown(self, selection: Selection) -> Selection:
        """Return the smallest of the words, sentences or paragraphs around that holds more."""
        for unit in (Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH):
            first = self._unit(selection.start, unit)
            last = self._unit(selection.end - 1, unit)
            if first is None or last is None:
                continue
            found = self.between(
                min(first.start, selection.start), max(last.end, selection.end) - 1
            )
            if (found.start, found.end) != (selection.start, selection.end):
                return found
        return selection

    def stepped(self, selection: Selection, unit: Unit, step: int) -> Selection:
        """Return the selection with its caret so many parts of the text on (or back).

        Going away from the anchor the caret takes in whole parts; going back it leaves them out.
        """
        for _ in range(abs(step)):
            if unit is Unit.CHARACTER:
                caret = self._next_character(selection.caret, forward=step > 0)
            else:
                caret = self._next_edge(selection, unit, forward=step > 0)
            if caret is None:
                break
            selection = Selection(selection.anchor, caret)
            if unit is not Unit.CHARACTER:
                selection = replace(selection, anchor=self._whole(selection))
        return selection

    def lines_on(self, selection: Selection, lines: int) -> Selection:
        """Return the selection with its caret so many lines further down (or up)."""
        page = self._page
        number = page.line_of_sheet(selection.caret.start)
        column = selection.column
        if column is None:
            column = cells_of(page, number, selection.caret.start, selection.caret.end)[0]
        way, left = (1 if lines > 0 else -1), abs(lines)
        target = number
        while left and 0 <= number + way < page.height:
            number += way
            if page.layout.line(number).kind is LineKind.TEXT and page.text_of(
                page.layout.line(number)
            ):
                target, left = number, left - 1
        caret = self._character(nearest_at(page, target, column))
        return Selection(selection.anchor, caret, column)

    def to_edge_of_line(self, selection: Selection, *, end: bool) -> Selection:
        """Return the selection with its caret at the start or the end of its line."""
        line = self._page.layout.line(self._page.line_of_sheet(selection.caret.start))
        last = line.start + len(self._page.text_of(line)) - 1
        return Selection(selection.anchor, self._character(last if end else line.start))

    def to_end(self, selection: Selection, *, end: bool) -> Selection:
        """Return the selection with its caret at the start or the end of the text."""
        way = range(len(self._page.sheet.passages))
        for index in reversed(way) if end else way:
            if found := self._units(index, None if end else 0, Unit.PARAGRAPH):
                return Selection(
                    selection.anchor, self._character(found[-1].end - 1 if end else found[0].start)
                )
        return selection

    def _character(self, position: int) -> Span:
        """Return the character that holds a position."""
        line = self._page.layout.line(self._page.line_of_sheet(position))
        text = self._page.sheet.shown(line.start, line.end)
        for found in units_of(text, Unit.CHARACTER):
            if line.start + found.end > position:
                return Span(line.start + found.start, line.start + found.end)
        return Span(position, position + 1)

    def _next_character(self, caret: Span, *, forward: bool) -> Span | None:
        """Return the character after (or before) one, of those that are painted."""
        page = self._page
        number = page.line_of_sheet(caret.start)
        while 0 <= number < page.height:
            line = page.layout.line(number)
            if line.kind is LineKind.TEXT:
                found = units_of(page.text_of(line), Unit.CHARACTER)
                spans = [Span(line.start + at.start, line.start + at.end) for at in found]
                if forward:
                    ahead = [span for span in spans if span.start > caret.start][:1]
                else:
                    ahead = [span for span in spans if span.start < caret.start][-1:]
                if ahead:
                    return ahead[0]
            number += 1 if forward else -1
        return None

    def _next_edge(self, selection: Selection, unit: Unit, *, forward: bool) -> Span | None:
        at, anchor = selection.caret.start, selection.anchor.start
        for part in self._parts(at, unit, forward=forward):
            first, last = self._character(part.start), self._character(part.end - 1)
            if forward:
                if at < anchor and at < first.start <= anchor:
                    return first
                if last.start > max(at, anchor):
                    return last
            elif at > anchor and anchor <= last.start < at:
                return last
            elif first.start < min(at, anchor):
                return first
        return None

    def _whole(self, selection: Selection) -> Span:
        """Return the anchor at that end of its word which leaves none of it out."""
        word = self._unit(selection.anchor.start, Unit.WORD)
        if word is None or not word.start <= selection.anchor.start < word.end:
            return selection.anchor
        first, last = self._character(word.start), self._character(word.end - 1)
        if selection.anchor not in (first, last):
            return selection.anchor
        return last if selection.backward else first

    def _unit(self, position: int, unit: Unit) -> Span | None:
        """Return the part that holds a position, or else the next, or last, in its passage."""
        found = self._units(self._page.layout.passage_at(position), position, unit)
        return next((part for part in found if part.end > position), found[-1] if found else None)

    def _parts(self, position: int, unit: Unit, *, forward: bool) -> Iterator[Span]:
        """Yield the parts around a position and beyond it, the nearest first."""
        index = self._page.layout.passage_at(position)
        near: int | None = position
        while 0 <= index < len(self._page.sheet.passages):
            found = self._units(index, near, unit)
            yield from found if forward else reversed(found)
            index += 1 if forward else -1
            near = 0 if forward else None

    def _units(self, index: int, near: int | None, unit: Unit) -> list[Span]:
        """Return the parts of a passage around a place; None stands for its end."""
        passage = self._page.sheet.passages[index]
        near = passage.end if near is None else max(passage.start, near)
        first, last = passage.start, passage.end
        if unit is not Unit.PARAGRAPH:
            first, last = max(first, near - REACH), min(last, near + REACH)
        text = self._page.sheet.shown(first, last)
        return [Span(first + at.start, first + at.end) for at in units_of(text, unit)]
