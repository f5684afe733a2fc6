"""One article being read: who speaks in it, where the cursor is, what was searched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from tuireader.annotation.annotation import Entity, IndirectSpeech, Quote, Span
from tuireader.app.rendition.find import MOST_HITS, Found, compile_pattern, find_all
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.layers import LAYER_OF_LABEL, Layer
from tuireader.app.rendition.linear_sheet import LinearSheet
from tuireader.app.rendition.marks import Named
from tuireader.app.rendition.movement import JumpList, stepped_item
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.sheet import CleanSheet, Sheet
from tuireader.app.rendition.side_notes import SideNotes
from tuireader.app.rendition.voices import Voice, speaker_key, voice_key
from tuireader.language import translated as _


class Reading:
    """An article in front of a reader.

    Args:
        prepared: The article.

    Attributes:
        marks: What lies over its text, and which layers of that are shown.
        quote: The quote the cursor is on.
        mention: The mention the cursor is on.
        reported: The reported speech the cursor is on.
        jumps: Where the reader jumped from.
        search: What is being searched, if anything.
        raw: Whether the raw text is shown.
        linear: Whether marks are spelt out in words.
        only: The key of the voice whose words alone are shown; empty for the whole text.
    """

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.loaded = prepared.loaded
        self.marks = prepared.marks
        self.cast = prepared.cast
        self.quotes = prepared.quotes
        self.words = prepared.words
        self.quote: Quote | None = None
        self.mention: Named | None = None
        self.reported: IndirectSpeech | None = None
        self.jumps = JumpList()
        self.search: Search | None = None
        self.raw = False
        self.linear = False
        self.only = ""
        self._narrowed: tuple[str, CleanSheet] | None = None

    @cached_property
    def _linear(self) -> LinearSheet:
        return LinearSheet(self.loaded.article, self.loaded.annotation)

    @property
    def sheet(self) -> Sheet:
        """What is to be laid out now."""
        if self.raw:
            return self.prepared.raw
        if self.linear:
            return self._linear
        if voice := self.cast.get(self.only):
            return self._words_of(voice)
        return self.prepared.clean

    def _words_of(self, voice: Voice) -> CleanSheet:
        if self._narrowed is None or self._narrowed[0] != voice.key:
            sheet = CleanSheet(self.loaded.article, outermost(voice.quotes))
            self._narrowed = voice.key, sheet
        return self._narrowed[1]

    def side_notes(self, sheet: Sheet) -> SideNotes | None:
        """Return what tells what is to be named beside a sheet; None where nothing is."""
        if sheet is self.__dict__.get("_linear"):
            return None
        return SideNotes(sheet, self.prepared.blocks, self.marks.quotes, self.cast)

    def put_cursor(self, at: Quote | IndirectSpeech | Named | None) -> None:
        """Put the cursor on something, or on nothing."""
        self.quote = at if isinstance(at, Quote) else None
        self.reported = at if isinstance(at, IndirectSpeech) else None
        self.mention = at if isinstance(at, Named) else None

    def step_quote(
        self, place: int, step: int, *, same_speaker: bool
    ) -> Quote | IndirectSpeech | None:
        """Return the quote so many on from a place (or back) and put the cursor on it.

        Reported speech counts where it is marked.

        Args:
            place: An offset in `Article.text`; the quote that starts there does not count.
            step: How many; negative is back.
            same_speaker: Whether only quotes of the current quote's speaker count.
        """
        speech: list[Quote | IndirectSpeech] = [*self.quotes]
        if Layer.REPORTED in self.marks.layers:
            speech = sorted((*speech, *self.marks.reported.items), key=lambda it: it.start)
        current = self.quote or self.reported
        if same_speaker and current is not None:
            key = _voice_of(current)
            speech = [it for it in speech if _voice_of(it) == key]
        found = stepped_item(speech, place, step)
        if found is not None:
            self.put_cursor(found)
        return found

    def step_mention(
        self, place: int, step: int, *, same: bool = False, new: bool = False
    ) -> Named | None:
        """Return the mention so many on from a place (or back) and put the cursor on it.

        Args:
            place: An offset in `Article.text`; the mention that starts there does not count.
            step: How many; negative is back.
            same: Whether only mentions of the current entity count, those by role or pronoun too.
            new: Whether only the first mention of each entity counts.
        """
        mentions = self._of_shown_kinds(self.marks.mentions.items)
        if same and self.mention is not None:
            mentions = self._of_entity(self.mention.entity)
        if new:
            mentions = list({m.entity: m for m in reversed(mentions)}.values())[::-1]
        found = stepped_item(mentions, place, step)
        if found is not None:
            self.put_cursor(found)
        return found

    def _of_entity(self, entity: int) -> list[Named]:
        """Return every mention of an entity, in order, those without its name too."""
        every = (*self.marks.mentions.items, *self.marks.references.items)
        own = [mention for mention in every if mention.entity == entity]
        return sorted(self._of_shown_kinds(own), key=lambda mention: mention.start)

    def _of_shown_kinds(self, mentions: Iterable[Named]) -> list[Named]:
        """Leave out the kinds that are switched off one by one; all off together says no kind."""
        return [it for it in mentions if LAYER_OF_LABEL[it.label] in self.marks.layers]

    @property
    def entity(self) -> Entity | None:
        """The entity the cursor is on."""
        if self.mention is None:
            return None
        return self.loaded.annotation.entities[self.mention.entity]

    @property
    def here(self) -> Span | None:
        """The stretch the cursor is on."""
        at = self.quote or self.reported or self.mention
        return Span(at.start, at.end) if at else None


def _voice_of(speech: Quote | IndirectSpeech) -> str:
    if isinstance(speech, Quote):
        return voice_key(speech)
    return speaker_key(speech.speaker, speech.speaker_id)


class Search:
    """What a pattern finds in a sheet, and which hit the reader is at.

    Args:
        sheet: Where to look.
        query: What the reader typed.
        regex: Whether it is a regular expression.
        spans: Where in the article the library has found it; None to look for it here.

    Raises:
        PatternError: It is no valid regular expression.
    """

    def __init__(
        self,
        sheet: Sheet,
        query: str,
        *,
        regex: bool = False,
        spans: Sequence[Span] | None = None,
    ) -> None:
        self.query = query
        self.regex = regex
        self.spans = spans
        self.complete = True
        if spans is not None:
            places = ((sheet.from_article(it.start), sheet.from_article(it.end)) for it in spans)
            found = [Found(start, end) for start, end in places if end > start]
        else:
            pattern = compile_pattern(query, regular=regex)
            found, self.complete = find_all(sheet.text, pattern) if query else ([], True)
        self.hits = Intervals(found, ordered=True)
        self.index = -1

    @property
    def current(self) -> Found | None:
        """The hit the reader is at, in positions of the sheet."""
        return self.hits.items[self.index] if self.index >= 0 else None

    def start_at(self, position: int) -> None:
        """Be at the first hit from a position of the sheet on, or else at the first of all."""
        if self.hits.items:
            self.index = self.hits.after(position - 1) % len(self.hits.items)

    def step(self, step: int) -> bool:
        """Go hits on (or back), round the ends; False where there is none."""
        if not self.hits.items:
            return False
        self.index = (self.index + step) % len(self.hits.items)
        return True

    def at_edge(self, step: int) -> bool:
        """Return whether going hits on (or back) leads past the last (or first)."""
        return not 0 <= self.index + step < len(self.hits.items)

    @property
    def count(self) -> str:
        """Which of how many hits this is, in words."""
        if not self.hits.items and self.spans is not None:
            return _("in the headline only")
        total = len(self.hits.items)
        told = _("{n} of {total}").format(n=self.index + 1, total=total)
        if not total:
            told = _("nothing found")
        if self.complete:
            return told
        cut = _("cut short: too many") if total == MOST_HITS else _("cut short: takes too long")
        return f"{told} · {cut}"


def outermost(quotes: tuple[Quote, ...]) -> list[tuple[int, int]]:
    """Return the extents of quotes in order, those inside another left out."""
    found: list[tuple[int, int]] = []
    for quote in quotes:
        if not found or quote.start >= found[-1][1]:
            found.append((quote.start, quote.end))
    return found
