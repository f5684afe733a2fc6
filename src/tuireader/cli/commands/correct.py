"""``tuireader correct``: say who speaks, where the program is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tuireader.annotation.annotation import Annotation, Quote, QuoteKind, Span
from tuireader.annotation.corrections import SAID_SO, known_name
from tuireader.articles.article import Article, Unreadable
from tuireader.articles.open import open_articles
from tuireader.cli.annotating import add_engine, annotation_settings
from tuireader.cli.command import Command, add_reading, read_options
from tuireader.cli.output import complain, print_text, report
from tuireader.config import state_folder
from tuireader.language import translated as _
from tuireader.library.opening import annotated, decided
from tuireader.state.anchors import anchor, locate
from tuireader.state.corrections import CorrectionKind
from tuireader.state.overruling import Overruling
from tuireader.state.records import Subject
from tuireader.state.snapshot import NewerStateError
from tuireader.state.tinydb_state import TinyDBState, open_state

_SPOKEN = (QuoteKind.SPEECH, QuoteKind.PARTIAL)
_OF_QUOTES = (CorrectionKind.SPEAKER, CorrectionKind.NO_QUOTE)
_SHOWN = 60


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the file the quote stands in"))
    parser.add_argument(
        "number",
        nargs="?",
        type=int,
        metavar="NUMBER",
        help=_("which quote; without one, list them"),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--speaker", metavar="NAME", help=_("this one says it"))
    what.add_argument("--nobody", action="store_true", help=_("the article does not say who"))
    what.add_argument("--confirm", action="store_true", help=_("what the program thinks is right"))
    what.add_argument("--no-quote", action="store_true", help=_("these are nobody's words"))
    what.add_argument(
        "--undo", action="store_true", help=_("take back what you said of this quote")
    )
    parser.add_argument(
        "--item",
        type=int,
        metavar="N",
        help=_("which article of the file, from 0, where it has many"),
    )
    add_engine(parser)
    add_reading(parser)


def _run(arguments: argparse.Namespace) -> int:
    changes = _changes(arguments)
    if changes and arguments.number is None:
        complain(_("say which quote: without options the command lists them with their numbers"))
        return 2
    if arguments.number is not None and not changes:
        complain(_("say what is right: --speaker NAME, --nobody, --confirm, --no-quote, or --undo"))
        return 2
    try:
        state = open_state(state_folder(), read_only=not changes)
    except NewerStateError as error:
        complain(str(error))
        return 1
    try:
        if changes and state.read_only:
            complain(state.notices[0])
            return 1
        return _with_state(state, arguments)
    except OSError as error:
        complain(
            _("{path}: {error}; nothing was kept").format(path=state.location, error=error.strerror)
        )
        return 1
    finally:
        state.close()


def _changes(arguments: argparse.Namespace) -> bool:
    said = arguments.nobody or arguments.confirm or arguments.no_quote or arguments.undo
    return said or arguments.speaker is not None


def _with_state(state: TinyDBState, arguments: argparse.Namespace) -> int:
    overruling = Overruling(state.corrections.all())
    article = _article(arguments, overruling)
    if article is None:
        return 1
    annotation = annotated(article, annotation_settings(arguments.engine), overruling)
    if arguments.number is None:
        print_text(_lines(article, annotation))
        return 0
    if not 1 <= arguments.number <= len(annotation.quotes):
        complain(
            _("{path}: there is no quote {n}; list them without number").format(
                path=article.path, n=arguments.number
            )
        )
        return 2
    quote = annotation.quotes[arguments.number - 1]
    done = _change(state, arguments, article, annotation, quote)
    if not done:
        complain(
            _("you said nothing of quote {n}: there is nothing to take back").format(
                n=arguments.number
            )
        )
        return 1
    state.flush()
    print_text([f"{done}."])
    return 0


def _article(arguments: argparse.Namespace, overruling: Overruling) -> Article | None:
    """Return the article that is meant; None, and say so, where it cannot be told."""
    found = list(open_articles(arguments.file, read_options(arguments), decided(overruling)))
    if arguments.item is not None:
        found = [one for one in found if one.item == arguments.item]
    if len(found) != 1:
        told = (
            _("{path}: it holds {n} articles: say which with --item")
            if found
            else _("{path}: it has no such item")
        )
        complain(told.format(path=arguments.file, n=len(found)))
        return None
    (one,) = found
    if isinstance(one, Unreadable):
        report(one, as_json=False)
        return None
    return one


def _change(
    state: TinyDBState,
    arguments: argparse.Namespace,
    article: Article,
    annotation: Annotation,
    quote: Quote,
) -> str:
    """Keep what the reader says of a quote; return the message, empty where nothing is changed."""
    if arguments.undo:
        return _take_back(state, article, quote)
    kind, value = CorrectionKind.SPEAKER, ""
    if arguments.no_quote or (arguments.confirm and quote.kind not in _SPOKEN):
        kind = CorrectionKind.NO_QUOTE
    elif arguments.confirm:
        value = quote.speaker or ""
    elif arguments.speaker:
        value = known_name(arguments.speaker.strip(), annotation)
    subject = Subject(article.id, str(article.path.absolute()), article.title)
    place = anchor(article.text, quote.start, quote.end)
    return state.corrections.set(subject, kind, place, value).partition(" · ")[0]


def _take_back(state: TinyDBState, article: Article, quote: Quote) -> str:
    for made in reversed(state.corrections.of(article.id)):
        place = locate(made.anchor, article.text) if made.kind in _OF_QUOTES else None
        if place == Span(quote.start, quote.end):
            return state.corrections.remove(made.id).partition(" · ")[0]
    return ""


def _lines(article: Article, annotation: Annotation) -> Iterator[str]:
    yield article.title
    yield ""
    width = len(str(len(annotation.quotes)))
    for number, quote in enumerate(annotation.quotes, 1):
        who = quote.speaker or _("nobody named")
        if quote.kind not in _SPOKEN:
            who = _("no speech ({kind})").format(kind=quote.kind.value)
        yours = "  " + _("(you said so)") if quote.reason == SAID_SO else ""
        text = " ".join(article.text[quote.start : quote.end].split())
        shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        yield f"{number:>{width}}  {who}{yours}"
        yield f"{'':>{width}}    {shown}"
    yield ""


COMMAND = Command(
    name="correct",
    summary="Say who speaks where the program is wrong; it is kept, and can be taken back.",
    examples=(
        ("tuireader correct article.txt", "list the quotes with their numbers and speakers"),
        ('tuireader correct article.txt 3 --speaker "Ann Lee"', "Ann Lee says the third"),
        ("tuireader correct article.txt 3 --no-quote", "the third is nobody's words"),
        ("tuireader correct article.txt 3 --undo", "take back what you said of the third"),
    ),
    configure=_configure,
    run=_run,
)
