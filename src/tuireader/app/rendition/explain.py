"""What there is to say of a place in the text: who speaks and why we think so, who is named."""

from __future__ import annotations

from tuireader.annotation.annotation import Annotation, Entity, Label, Quote, QuoteKind
from tuireader.annotation.corrections import SAID_SO
from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.voices import WORDS_OF_SOMEBODY
from tuireader.articles.article import Article, Removal
from tuireader.articles.decision import BY_READER

KIND_NAMES: dict[Label, str] = {
    Label.PERSON: "person",
    Label.NORP: "nationality or group",
    Label.ORG: "organisation",
    Label.GPE: "country, region or town",
    Label.LOC: "place",
    Label.FAC: "building or site",
    Label.EVENT: "event",
    Label.LAW: "law or treaty",
    Label.WORK_OF_ART: "work",
    Label.PRODUCT: "product",
    Label.DATE: "date",
    Label.TIME: "time",
    Label.MONEY: "amount of money",
    Label.PERCENT: "share",
    Label.QUANTITY: "quantity",
}


def about_quote(quote: Quote) -> str:
    """Return what is known of a quote but its speaker's name: cue, reason, how sure."""
    if quote.reason == SAID_SO:
        return SAID_SO if quote.kind in WORDS_OF_SOMEBODY else f"Nobody’s speech. {SAID_SO}"
    if quote.kind is QuoteKind.SCARE:
        return "A word held at arm’s length, nobody’s speech"
    if quote.kind is QuoteKind.TITLE:
        return "A title"
    if quote.speaker is None:
        return quote.reason or "No speaker is named"
    parts = [quote.reason] if quote.reason else []
    if quote.cue and quote.cue not in quote.reason:
        parts.insert(0, f"“{quote.cue}”")
    parts += [f"{round(quote.confidence * 100)} % sure"]
    return " · ".join(parts)


def name_of_speaker(quote: Quote) -> str:
    """Return what to call who says a quote; empty where it is nobody's words."""
    if quote.kind not in WORDS_OF_SOMEBODY:
        return ""
    return quote.speaker or ("Nobody named" if quote.reason == SAID_SO else "Unknown speaker")


def about_entity(entity: Entity) -> str:
    """Return what is known of an entity but its name: its kind, how often, under which names."""
    count = len(entity.mentions)
    times = "named once" if count == 1 else f"named {count} times"
    also = f" · also {', '.join(entity.aliases)}" if entity.aliases else ""
    return f"{KIND_NAMES[entity.label]} · {times}{also}"


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
        f"{said.speaker or 'Somebody'}, in the writer’s words: {said.reason}"
        for said in marks.reported.at(position)
    ]
    for mention in marks.mentions.at(position):
        entity = annotation.entities[mention.entity]
        lines.append(f"{entity.name}: {about_entity(entity)}")
    lines += [f"Link to {link.url}" for link in marks.links.at(position)]
    return "\n".join(lines)


def explain_removal(removal: Removal) -> str:
    """Return why cleaning took a stretch out, or would."""
    if removal.rule == BY_READER:
        return removal.reason
    what = "Removed" if removal.applied else "Would be removed"
    if removal.overruled:
        what = "You put it back. It would be removed"
    return f"{what} by {removal.rule}: {removal.reason} ({round(removal.confidence * 100)} % sure)"


def removal_at(article: Article, raw_position: int) -> Removal | None:
    """Return the removal that holds a position of `Article.raw`, if any."""
    for removal in article.removals:
        if removal.raw_start <= raw_position < removal.raw_end:
            return removal
    return None
