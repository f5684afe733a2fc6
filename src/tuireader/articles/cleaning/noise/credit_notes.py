"""Whose photograph it is: lines of their own, and credits glued to sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader.articles.article import BlockKind
from tuireader.articles.cleaning.noise.draft import Draft, Finding

_LONGEST = 25
_IN_BRACKETS = re.compile(
    r"[(\[](?:AP |File |Stock |Handout )?(?:Photo|Image|Picture|Photograph|Foto|Credit|Screenshot"
    r"|Illustration|Courtesy)s?(?:[ /:](?!of\b)[^()\[\]]{0,80})?[)\]]",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"(?<=[.!?”\"])\s+(?:Photo(?:graph)? ?(?:by|:)|Credit ?(?:\.\.\.|…|:)|Image(?: credit)?:"
    r"|Picture:|Foto:)\s*(?P<who>[^.!?]{2,60})\.?$"
)
_GLUED = re.compile(
    r"^(?:Image|Media) (?:copyright|caption)\s+(?P<who>(?:[A-Z][\w.&/-]*|/|of|via)"
    r"(?:\s+(?:[A-Z][\w.&/-]*|/|of|via)){0,4}?)\s+"
    r"(?=Image caption|[A-Z][a-z]+ )(?:Image caption\s+)?"
)


def credit_line(draft: Draft) -> Iterator[Finding]:
    """Find a line that only names who took or made a picture."""
    known = draft.phrases
    for at, line in draft.left():
        if line.kind is BlockKind.CAPTION or line.words > _LONGEST or line.prose:
            continue
        if at != draft.title_at and known.starts("credit", line.plain):
            yield Finding(at, 0.85)


def glued_credit(draft: Draft) -> Iterator[Finding]:
    """Find a credit that stands within a paragraph: in brackets, at its end or its beginning."""
    for at, line in draft.left():
        found = [match.span() for match in _IN_BRACKETS.finditer(line.plain)]
        tail = _AT_END.search(line.plain)
        if tail and tail["who"][:1].isupper():
            found.append((tail.start(), tail.end()))
        head = _GLUED.match(line.plain)
        if head:
            found.append((0, head.end()))
        last = -1
        for start, end in sorted(found):
            if start < last:
                continue
            last = end
            whole = start == 0 and end == len(line.plain)
            yield Finding(at, 0.85, start=start, end=-1 if whole else end)
