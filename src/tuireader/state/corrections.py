"""Where the reader knows better than the program: speakers, entities, removed blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from tuireader.annotation.annotation import Label
from tuireader.annotation.corrections import EntityCorrection, QuoteCorrection
from tuireader.annotation.kind_words import KIND_NAMES
from tuireader.language import mark
from tuireader.language import translated as _
from tuireader.state.anchors import TextAnchor, locate
from tuireader.state.documents import Fields
from tuireader.state.fields import DELETED, anchor_fields, anchor_of, is_kept, text_of
from tuireader.state.history import History
from tuireader.state.ledger import Ledger
from tuireader.state.messages import quoted, shortened
from tuireader.state.records import Subject

CORRECTIONS = "corrections"
"""The table of corrections; the key says which article, kind and place."""


class CorrectionKind(StrEnum):
    """What is corrected."""

    SPEAKER = "speaker"
    """Who said a quote; the value is the full name, empty for nobody."""
    NO_QUOTE = "no_quote"
    """What stands between marks is nobody's words; there is no value."""
    LABEL = "label"
    """What kind of entity some words name; the value is a `Label`, empty for none."""
    NAME = "name"
    """Which entity some words mean; the value is its full name."""
    RESTORED = "restored"
    """A removed stretch is to stay; the place is in `Article.raw`, the value is the rule."""
    REMOVED = "removed"
    """A block is not part of the article; the place is in `Article.raw`, the value is empty."""
    ENCODING = "encoding"
    """How a file is encoded; it is about `Article.file_id`, has no place, the value is the name."""


_DONE = {
    CorrectionKind.SPEAKER: mark("Set the speaker of {words} to {value}"),
    CorrectionKind.NO_QUOTE: mark("Took for nobody's words {words}"),
    CorrectionKind.LABEL: mark("Set the kind of {words} to {value}"),
    CorrectionKind.NAME: mark("Set the name for {words} to {value}"),
    CorrectionKind.RESTORED: mark("Restored {words}"),
    CorrectionKind.REMOVED: mark("Removed {words}"),
    CorrectionKind.ENCODING: mark("Read {words} as {value}"),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing put right by the reader.

    Attributes:
        id: Its identifier.
        article_id: The article.
        kind: What is corrected.
        anchor: Where; `anchors.locate` finds it in the present text.
        value: What is right, by kind.
        created: When it was made, ISO 8601 in UTC.
    """

    id: str
    article_id: str
    kind: CorrectionKind
    anchor: TextAnchor
    value: str = ""
    created: str = ""


class Corrections:
    """All corrections; every change can be undone, and returns its message.

    Args:
        ledger: The documents.
        history: Makes the changes.
    """

    def __init__(self, ledger: Ledger, history: History) -> None:
        self._ledger = ledger
        self._history = history

    def all(self) -> tuple[Correction, ...]:
        """Return all corrections, in the order in which they were made."""
        found = (self._get(key) for key in self._ledger.keys(CORRECTIONS))
        kept = [correction for correction in found if correction]
        return tuple(sorted(kept, key=lambda correction: (correction.created, correction.id)))

    def of(self, article_id: str) -> tuple[Correction, ...]:
        """Return the corrections of an article, in the order in which they were made."""
        return tuple(found for found in self.all() if found.article_id == article_id)

    def quotes_of(self, article_id: str, text: str) -> tuple[QuoteCorrection, ...]:
        """Return the corrections of an article's quotes, at their places in the present text.

        Args:
            article_id: The article.
            text: `Article.text`; a correction whose words are no longer in it is left out.
        """
        return tuple(quote_corrections(self.of(article_id), text))

    def set(
        self, subject: Subject, kind: CorrectionKind, place: TextAnchor, value: str = ""
    ) -> str:
        """Put something right.

        An earlier correction of the same place is replaced where it is of the same kind, or
        says the opposite.
        """
        fields = new_correction_fields(
            subject.article_id, kind, place, value, self._ledger.moment()
        )
        changes = {
            known.id: {DELETED: True}
            for known in self.of(subject.article_id)
            if known.kind is _OPPOSITES.get(kind) and known.anchor == place
        }
        changes[self._key(subject.article_id, kind, place)] = fields
        told = _(_DONE[kind]).format(words=quoted(place.exact), value=_told(kind, value))
        return self._history.change(told, {CORRECTIONS: changes})

    def set_encoding(self, subject: Subject, encoding: str) -> str:
        """Choose the encoding a file is read with from now on.

        Args:
            subject: The file: its `Article.file_id`, path and title.
            encoding: Its name; empty for the one the program finds.
        """
        kind, place = CorrectionKind.ENCODING, TextAnchor("")
        key = self._key(subject.article_id, kind, place)
        if not encoding and self._get(key) is None:
            return "No encoding was chosen"
        fields = new_correction_fields(
            subject.article_id, kind, place, encoding, self._ledger.moment()
        )
        template = _(_DONE[kind]) if encoding else _("Read {words} as found")
        return self._history.change(
            template.format(words=quoted(subject.title), value=encoding),
            {CORRECTIONS: {key: fields if encoding else {DELETED: True}}},
        )

    def remove(self, correction_id: str) -> str:
        """Take a correction away, so that what the program thinks holds again."""
        correction = self._get(correction_id)
        if correction is None:
            return _("That correction is no longer there")
        return self._history.change(
            _("Took back the correction of {words}").format(words=quoted(correction.anchor.exact)),
            {CORRECTIONS: {correction_id: {DELETED: True}}},
        )

    def _key(self, article_id: str, kind: CorrectionKind, place: TextAnchor) -> str:
        """Return the key of the correction at a place, the same on every machine."""
        for known in self.of(article_id):
            if (known.kind, known.anchor) == (kind, place):
                return known.id
        return correction_key(article_id, kind, place)

    def _get(self, key: str) -> Correction | None:
        document = self._ledger.document(CORRECTIONS, key)
        return _correction(key, document) if is_kept(document) else None


_OPPOSITES = {
    CorrectionKind.SPEAKER: CorrectionKind.NO_QUOTE,
    CorrectionKind.NO_QUOTE: CorrectionKind.SPEAKER,
    CorrectionKind.RESTORED: CorrectionKind.REMOVED,
    CorrectionKind.REMOVED: CorrectionKind.RESTORED,
}


def _told(kind: CorrectionKind, value: str) -> str:
    """Return a value as the message that says what was put right has it."""
    if kind is not CorrectionKind.LABEL:
        return shortened(value) or _("nobody")
    if value not in set(Label):
        return _("no name")
    return _(KIND_NAMES[Label(value)])


def quote_corrections(made: Iterable[Correction], text: str) -> Iterator[QuoteCorrection]:
    """Yield what some corrections say of quotes, at their places in the present text.

    Args:
        made: The corrections of one article; those of other kinds are passed over.
        text: `Article.text`; a correction whose words are no longer in it is left out.
    """
    for one in made:
        if one.kind in (CorrectionKind.SPEAKER, CorrectionKind.NO_QUOTE):
            span = locate(one.anchor, text)
            if span:
                is_quote = one.kind is CorrectionKind.SPEAKER
                yield QuoteCorrection(span.start, span.end, one.value or None, is_quote)


def entity_corrections(made: Iterable[Correction], text: str) -> Iterator[EntityCorrection]:
    """Yield what some corrections say of names, at their places in the present text.

    Args:
        made: The corrections of one article; those of other kinds, and of kinds of entity that
            this version does not know, are passed over.
        text: `Article.text`; a correction whose words are no longer in it is left out.
    """
    for one in made:
        if one.kind not in (CorrectionKind.LABEL, CorrectionKind.NAME):
            continue
        span = locate(one.anchor, text)
        if span is None:
            continue
        if one.kind is CorrectionKind.NAME:
            yield EntityCorrection(span.start, span.end, name=one.value)
        elif not one.value:
            yield EntityCorrection(span.start, span.end, is_name=False)
        elif one.value in set(Label):
            yield EntityCorrection(span.start, span.end, Label(one.value))


def correction_key(article_id: str, kind: CorrectionKind, place: TextAnchor) -> str:
    """Return the key under which a correction is first kept."""
    what = "\0".join((article_id, kind, place.exact, place.prefix, place.suffix))
    return blake2b(what.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def new_correction_fields(
    article_id: str, kind: CorrectionKind, place: TextAnchor, value: str, created: str
) -> dict[str, Any]:
    """Return the fields of a correction."""
    return {
        "article_id": article_id,
        "kind": kind.value,
        **anchor_fields(place),
        "value": value,
        "created": created,
        DELETED: False,
    }


def _correction(key: str, document: Fields) -> Correction | None:
    kind = text_of(document, "kind")
    if kind not in set(CorrectionKind):
        return None
    return Correction(
        key,
        text_of(document, "article_id"),
        CorrectionKind(kind),
        anchor_of(document),
        text_of(document, "value"),
        text_of(document, "created"),
    )
