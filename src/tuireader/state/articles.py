"""What is kept about an article, as a document and as a value."""

from __future__ import annotations

from tuireader.state.documents import Fields
from tuireader.state.fields import number_of, tag_fields, tags_of, text_of
from tuireader.state.records import ArticleRecord, Subject

ARTICLES = "articles"
"""The table of articles, by `Article.id`."""
IMPORTED = "imported"
"""The machine of time that was imported."""
SECONDS = "seconds:"
"""How the name of a field begins that holds the time spent on one machine; they are added up."""


def article_record(article_id: str, document: Fields) -> ArticleRecord:
    """Return what a document says of an article; what makes no sense in it counts as missing."""
    return ArticleRecord(
        article_id=article_id,
        path=text_of(document, "path"),
        title=text_of(document, "title"),
        read=document.get("read") is True,
        bookmarked=document.get("bookmarked") is True,
        position=int(number_of(document, "position")),
        progress=min(1.0, number_of(document, "progress")),
        seconds=sum(number_of(document, name) for name in document if name.startswith(SECONDS)),
        opened=text_of(document, "opened"),
        finished=text_of(document, "finished"),
        tags=tags_of(document),
    )


def subject_fields(subject: Subject, document: Fields) -> dict[str, str]:
    """Return what is to be remembered of a subject and is not yet in its document."""
    wanted = {"path": subject.path, "title": subject.title}
    return {name: value for name, value in wanted.items() if value and document.get(name) != value}


def record_fields(record: ArticleRecord, known: ArticleRecord) -> dict[str, object]:
    """Return the fields that add what one record says of an article to what is known of it.

    Nothing is taken away: what is marked stays marked, and a place once reached stays reached.

    Args:
        record: What is to be added.
        known: What is known already.
    """
    fields: dict[str, object] = {
        name: getattr(record, name)
        for name in ("path", "title", "read", "bookmarked", "position", "opened", "finished")
        if getattr(record, name) and not getattr(known, name)
    }
    if record.progress > known.progress:
        fields["progress"] = record.progress
    if record.seconds and not known.seconds:
        fields[SECONDS + IMPORTED] = record.seconds
    new = set(record.tags) - set(known.tags)
    return fields | tag_fields(sorted(new))
