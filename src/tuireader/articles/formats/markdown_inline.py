"""Where the text of a Markdown paragraph stands among its inline markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from tuireader.articles.article import RawLink, RawMarkup
from tuireader.articles.formats.transcript import link_target

Place = tuple[str, int]
"""One line of a paragraph's content, and where it stands in the raw text."""

_CLOSING = {"(": ")", "[": "]"}


class Walk:
    """A walk along the content of a paragraph with the text of each of its tokens.

    Attributes:
        markup: All that is not text, as offsets into the raw text.
        links: The links, as offsets into the raw text.
    """

    def __init__(self, content: str, places: Sequence[Place]) -> None:
        self.markup: list[RawMarkup] = []
        self.links: list[RawLink] = []
        self._content = content
        self._places = places
        self._at = 0
        self._kept: list[tuple[int, int]] = []
        self._breaks: set[int] = set()
        self._open: list[tuple[int, str]] = []

    def follow(self, children: Iterable[Token]) -> None:
        """Go along the inline tokens of the paragraph, then note what is markup and what a link."""
        found: list[tuple[int, int, str]] = []
        for token in children:
            match token.type:
                case "text":
                    self._keep(token.content)
                case "text_special":
                    self._keep_special(token)
                case "code_inline":
                    self._keep_code(token)
                case "html_inline":
                    self._skip(token.content)
                    self._breaks.add(self._at - 1)
                case "image":
                    self._skip("!" + "[" + token.content)
                    self._skip_target()
                case "link_open":
                    self._skip("<" if token.markup == "autolink" else "[")
                    self._open.append((self._at, link_target(str(token.attrs.get("href", "")))))
                case "link_close" if self._open:
                    start, target = self._open.pop()
                    if target:
                        found.append((start, self._at, target))
                    if token.markup == "autolink":
                        self._skip(">")
                    else:
                        self._skip_target()
                case "softbreak" | "hardbreak":
                    self._skip("\n")
                case _:
                    self._skip(token.markup)
        self._note_markup()
        for start, end, target in found:
            self._note_link(start, end, target)

    def _keep(self, text: str) -> None:
        at = self._content.find(text, self._at) if text else -1
        if at >= 0:
            self._kept.append((at, at + len(text)))
            self._at = at + len(text)

    def _keep_special(self, token: Token) -> None:
        at = self._content.find(token.markup, self._at)
        if at >= 0:
            start = at + (1 if token.info == "escape" else 0)
            self._at = at + len(token.markup)
            self._kept.append((start, self._at))

    def _keep_code(self, token: Token) -> None:
        opening = self._content.find(token.markup, self._at)
        if opening < 0:
            return
        start = opening + len(token.markup)
        # Code is given with its line breaks as spaces, and without one space at either end.
        while start < len(self._content) and self._content[start] in " \n":
            start += 1
        length = len(token.content.strip())
        self._kept.append((start, start + length))
        self._at = start + length
        self._skip(token.markup)

    def _skip(self, text: str) -> None:
        at = self._content.find(text, self._at) if text else -1
        if at >= 0:
            self._at = at + len(text)

    def _skip_target(self) -> None:
        """Go over the ``](address "title")`` or ``][name]`` behind the words of a link."""
        content = self._content
        if content[self._at : self._at + 1] != "]":
            return
        self._at += 1
        opening = content[self._at : self._at + 1]
        closing = _CLOSING.get(opening)
        if closing is None:
            return
        depth, at = 0, self._at
        while at < len(content):
            if content[at] == "\\":
                at += 1
            elif content[at] == opening:
                depth += 1
            elif content[at] == closing:
                depth -= 1
                if depth == 0:
                    self._at = at + 1
                    return
            at += 1

    def _note_markup(self) -> None:
        """Note what lies between the kept stretches, line by line."""
        base = 0
        kept = iter([*self._kept, (len(self._content) + 1, len(self._content) + 1)])
        start, end = next(kept)
        previous = -1
        for line, raw in self._places:
            if previous >= 0:
                self.markup.append(RawMarkup(previous, raw, " "))
            at, stop = base, base + len(line)
            while at < stop:
                if start > at:
                    self._drop(at, min(start, stop), raw - base)
                at = max(at, min(end, stop))
                if end <= stop and start <= len(self._content):
                    start, end = next(kept)
                elif start >= stop:
                    break
            previous = raw + len(line)
            base = stop + 1

    def _drop(self, start: int, end: int, shift: int) -> None:
        text = " " if any(start <= at < end for at in self._breaks) else ""
        self.markup.append(RawMarkup(start + shift, end + shift, text))

    def _note_link(self, start: int, end: int, target: str) -> None:
        a, b = self._raw(start), self._raw(end)
        if a < b:
            self.links.append(RawLink(a, b, target))

    def _raw(self, at: int) -> int:
        base = 0
        for line, raw in self._places:
            if at <= base + len(line):
                return raw + at - base
            base += len(line) + 1
        return self._places[-1][1] + len(self._places[-1][0])
