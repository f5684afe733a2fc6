"""What is kept about an article, as a document and as a value."""

from __future__ import annotations

from tuireader.state.documents import Fields
from tuireader.state.reader_state import ArticleRecord, Subject

ARTICLES = "articles"
"""The table of articles, by `Article.id`."""
TAG = "tag:"
"""How the name of a field that sets a tag begins: one field a tag, so that two machines can tag."""
SECONDS = "seconds:"
"""How the name of a field begins that holds the time spent on one machine; they are added up."""


def article_record(article_id: str, document: Fields) -> ArticleRecord:
    """Return what a document says of an article; what makes no sense in it counts as missing."""
    return ArticleRecord(
        article_id=article_id,
        path=_text(document.get("path")),
        title=_text(document.get("title")),
        read=document.get("read") is True,
        bookmarked=document.get("bookmarked") is True,
        position=int(_number(document.get("position"))),
        progress=min(1.0, _number(document.get("progress"))),
        seconds=sum(_number(value) for name, value in document.items() if name.startswith(SECONDS)),
        opened=_text(document.get("opened")),
        finished=_text(document.get("finished")),
        tags=tags_of(document),
    )


def tags_of(document: Fields) -> tuple[str, ...]:
    """Return the tags set in a document, sorted."""
    return tuple(
        sorted(
            name.removeprefix(TAG)
            for name, value in document.items()
            if value is True and name.startswith(TAG)
        )
    )


def subject_fields(subject: Subject, document: Fields) -> dict[str, str]:
    """Return what is to be remembered of a subject and is not yet in its document."""
    wanted = {"path": subject.path, "title": subject.title}
    return {name: value for name, value in wanted.items() if value and document.get(name) != value}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float:
    """Return a number that is not below 0; 0 for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value < float("inf") else 0.0
