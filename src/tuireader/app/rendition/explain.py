"""What there is to say of a place in the text: who speaks and why we think so, who is named."""

from __future__ import annotations

from tuireader.annotation.annotation import (
    Annotation,
    Entity,
    IndirectSpeech,
    Quote,
    QuoteKind,
    Reference,
    ReferenceKind,
)
from tuireader.annotation.corrections import SAID_SO
from tuireader.annotation.kind_words import KIND_NAMES
from tuireader.app.rendition.ink import Fate
from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.voices import WORDS_OF_SOMEBODY
from tuireader.articles.article import Article, Removal
from tuireader.articles.decision import BY_READER
from tuireader.language import counted, retold
from tuireader.language import translated as _


def about_quote(quote: Quote) -> str:
    """Return what is known of a quote but its speaker's name: cue, how sure, reason."""
    if quote.reason == SAID_SO:
        said_so = retold(SAID_SO)
        return said_so if quote.kind in WORDS_OF_SOMEBODY else _("Nobody’s speech.") + f" {said_so}"
    if quote.kind is QuoteKind.SCARE:
        return _("A word held at arm’s length, nobody’s speech")
    if quote.kind is QuoteKind.TITLE:
        return _("A title")
    if quote.speaker is None:
        return retold(quote.reason) if quote.reason else _("No speaker is named")
    cue = f"“{quote.cue}”" if quote.cue and quote.cue not in quote.reason else ""
    sure = _("{n} % sure").format(n=round(quote.confidence * 100))
    reason = retold(quote.reason) if quote.reason else ""
    return " · ".join(part for part in (cue, sure, reason) if part)


def about_reported(said: IndirectSpeech) -> str:
    """Return what is known of reported speech but its speaker's name."""
    sure = _("{n} % sure").format(n=round(said.confidence * 100)) if said.speaker else ""
    parts = (_("in the writer’s words"), sure, retold(said.reason) if said.reason else "")
    return " · ".join(filter(None, parts))


def name_of_speaker(quote: Quote) -> str:
    """Return what to call who says a quote; empty where it is nobody's words."""
    if quote.kind not in WORDS_OF_SOMEBODY:
        return ""
    return quote.speaker or (_("Nobody named") if quote.reason == SAID_SO else _("Unknown speaker"))


def about_entity(entity: Entity) -> str:
    """Return what is known of an entity but its name: its kind, how often, under which names."""
    count = len(entity.mentions)
    times = counted("named once", "named {n} times", count)
    also = (
        " · " + _("also {names}").format(names=", ".join(entity.aliases)) if entity.aliases else ""
    )
    said_so = f" · {_(SAID_SO)}" if entity.by_reader else ""
    unnamed = f" · {_unnamed(entity)}" if entity.references else ""
    note = f" · {entity.note}" if entity.note else ""
    return f"{_(KIND_NAMES[entity.label])}{said_so}{note} · {times}{unnamed}{also}"


def _unnamed(entity: Entity) -> str:
    """Return how often an entity is meant without its name."""
    kinds = [reference.kind for reference in entity.references]
    roles, pronouns = kinds.count(ReferenceKind.ROLE), kinds.count(ReferenceKind.PRONOUN)
    told = []
    if roles:
        told.append(_("by role {n}").format(n=roles))
    if pronouns:
        told.append(_("by pronoun {n}").format(n=pronouns))
    return ", ".join(told)


def about_reference(reference: Reference) -> str:
    """Return which words mean somebody who is not named there, and how sure that is."""
    sure = round(reference.confidence * 100)
    return _("meant by “{words}” ({n} % sure)").format(words=reference.text, n=sure)


def explain(annotation: Annotation, marks: Marks, position: int) -> str:
    """Return what there is to say of a position in `Article.text`, a line for each thing.

    Args:
        annotation: What was found in the article.
        marks: The same by place.
        position: An offset in `Article.text`.
    """
    lines: list[str] = []
    for quote in marks.quotes.at(position):
        who = quote.speaker if quote.kind in WORDS_OF_SOMEBODY else None
        lines.append(f"{who}: {about_quote(quote)}" if who else about_quote(quote))
    lines += [
        _("{name}, in the writer’s words: {reason}").format(
            name=said.speaker or _("Somebody"), reason=retold(said.reason)
        )
        for said in marks.reported.at(position)
    ]
    for mention in marks.mentions.at(position):
        entity = annotation.entities[mention.entity]
        lines.append(f"{entity.name}: {about_entity(entity)}")
    for meant in marks.references.at(position):
        if meant.reference is not None:
            name = annotation.entities[meant.entity].name
            lines.append(f"{name}: {about_reference(meant.reference)}")
    lines += [_("Link to {url}").format(url=link.url) for link in marks.links.at(position)]
    return "\n".join(lines)


def explain_left_out(article: Article, sheet: Sheet, position: int) -> str | None:
    """Return what there is to say of a place of the raw text that is not in the article.

    Args:
        article: The article.
        sheet: Its raw text.
        position: An offset in `Article.raw`.

    Returns:
        Why it is not, empty where there is nothing to say of that; None where it is in the article.
    """
    removal = removal_at(article, position)
    if removal is not None:
        return explain_removal(removal)
    if sheet.pieces(position, position + 1):
        return None
    fates = {stain.fate for stain in sheet.stains(position, position + 1)}
    return _("It says something about the article: see the header.") if Fate.LIFTED in fates else ""


def explain_removal(removal: Removal) -> str:
    """Return why cleaning took a stretch out, or would."""
    if removal.rule == BY_READER:
        return retold(removal.reason)
    if removal.overruled:
        told = _("You put it back. It would be removed by {rule}: {reason} ({n} % sure)")
    elif removal.applied:
        told = _("Removed by {rule}: {reason} ({n} % sure)")
    else:
        told = _("Would be removed by {rule}: {reason} ({n} % sure)")
    sure = round(removal.confidence * 100)
    return told.format(rule=removal.rule, reason=retold(removal.reason), n=sure)


def removal_at(article: Article, raw_position: int) -> Removal | None:
    """Return the removal that holds a position of `Article.raw`, if any."""
    for removal in article.removals:
        if removal.raw_start <= raw_position < removal.raw_end:
            return removal
    return None
