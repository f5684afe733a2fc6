"""What the reader put right is applied to the articles it was put right in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.annotation.annotation import Label
from tuireader.annotation.corrections import SAID_SO
from tuireader.articles.article import Document
from tuireader.articles.decision import Decision
from tuireader.library.entry import Entry, Loaded
from tuireader.library.library import Library
from tuireader.state.anchors import anchor
from tuireader.state.corrections import CorrectionKind
from tuireader.state.overruling import Overruling, source_subject
from tuireader.state.records import Subject
from tuireader.state.tinydb_state import TinyDBState, open_state

RAW = """The pier at Orsk

"We sold every ticket," said Ana Kovac, who runs the ferry.

The council of Orsk paid for the pier out of its own pocket.

Advertisement

Ivo Marin, the mayor, was not there.
"""


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    path = tmp_path / "pier.txt"
    path.write_text(RAW, encoding="utf-8")
    return Entry(path, source="The Orsk Bell")


@pytest.fixture
def state(tmp_path: Path) -> TinyDBState:
    return open_state(tmp_path / "state")


def _load(entry: Entry, state: TinyDBState) -> Loaded:
    overruling = Overruling(state.corrections.all())
    loaded = Library([entry.path.parent]).load(entry, overruling=overruling)
    assert isinstance(loaded, Loaded)
    return loaded


def _set(
    state: TinyDBState, subject: Subject, kind: CorrectionKind, words: str, value: str = ""
) -> None:
    start = RAW.index(words)
    state.corrections.set(subject, kind, anchor(RAW, start, start + len(words)), value)


def test_a_speaker_put_right_is_there_when_the_article_is_loaded(
    entry: Entry, state: TinyDBState
) -> None:
    article = _load(entry, state).article
    start = article.text.index('"We')
    place = anchor(article.text, start, article.text.rindex('"') + 1)
    subject = Subject(article.id)
    state.corrections.set(subject, CorrectionKind.SPEAKER, place, "Ivo Marin")
    [quote] = _load(entry, state).annotation.quotes
    assert (quote.speaker, quote.reason) == ("Ivo Marin", SAID_SO)
    state.corrections.set(subject, CorrectionKind.NO_QUOTE, place)
    assert [made.kind for made in state.corrections.all()] == [CorrectionKind.NO_QUOTE]
    assert _load(entry, state).annotation.quotes[0].speaker is None
    state.undo()
    assert _load(entry, state).annotation.quotes[0].speaker == "Ivo Marin"


def test_blocks_are_put_back_and_taken_out(entry: Entry, state: TinyDBState) -> None:
    article = _load(entry, state).article
    assert "Advertisement" not in article.text
    subject = Subject(article.id)
    _set(state, subject, CorrectionKind.RESTORED, "Advertisement", "advertisement-label")
    _set(state, subject, CorrectionKind.REMOVED, RAW.split("\n\n")[2])
    article = _load(entry, state).article
    assert "Advertisement" in article.text
    assert "own pocket" not in article.text
    assert [(gone.applied, gone.overruled) for gone in article.removals] == [
        (True, False),
        (False, True),
    ]


def test_what_holds_for_a_source_holds_for_all_its_articles(
    entry: Entry, state: TinyDBState
) -> None:
    [removal] = _load(entry, state).article.removals
    _set(
        state,
        source_subject("The  Orsk bell"),
        CorrectionKind.RESTORED,
        "Advertisement",
        removal.rule,
    )
    _set(state, source_subject("Another"), CorrectionKind.REMOVED, RAW.split("\n\n")[2])
    text = _load(entry, state).article.text
    assert "Advertisement" in text
    assert "own pocket" in text


def test_an_article_goes_before_its_source(entry: Entry, state: TinyDBState) -> None:
    document = Document("a1", entry.path, RAW)
    _set(state, Subject("a1"), CorrectionKind.RESTORED, "Advertisement")
    _set(state, source_subject("The Orsk Bell"), CorrectionKind.REMOVED, "Advertisement")
    overruling = Overruling(state.corrections.all())
    start = RAW.index("Advertisement")
    assert overruling.decisions(document, "The Orsk Bell") == (
        Decision(keep=False, line="Advertisement"),
        Decision(keep=True, raw_start=start, raw_end=start + 13),
    )
    assert overruling.decisions(document, "") == (
        Decision(keep=True, raw_start=start, raw_end=start + 13),
    )


def test_what_the_reader_says_of_names_is_there_when_the_article_is_loaded(
    entry: Entry, state: TinyDBState
) -> None:
    article = _load(entry, state).article
    subject = Subject(article.id)
    for kind, words, value in (
        (CorrectionKind.LABEL, "Orsk", Label.ORG.value),
        (CorrectionKind.LABEL, "Ivo Marin", ""),
        (CorrectionKind.NAME, "Ana Kovac", "Ana Kovac-Brandt"),
        (CorrectionKind.LABEL, "mayor", "a kind of a later version"),
    ):
        start = article.text.index(words)
        place = anchor(article.text, start, start + len(words))
        state.corrections.set(subject, kind, place, value)
    loaded = _load(entry, state)
    names = {entity.name: entity.label for entity in loaded.annotation.entities}
    assert names["Orsk"] is Label.ORG
    assert not {"Ivo Marin", "Ana Kovac", "mayor"} & set(names)
    assert loaded.annotation.quotes[0].speaker == "Ana Kovac-Brandt"
    assert loaded.annotation.quotes[0].speaker_id == "person:ana kovac-brandt"


def test_the_message_says_the_kind_in_words(state: TinyDBState) -> None:
    place = anchor(RAW, 0, 8)
    said = state.corrections.set(Subject("a"), CorrectionKind.LABEL, place, Label.GPE.value)
    assert said.startswith("Set the kind of “The pier” to country, state or town")
    said = state.corrections.set(Subject("a"), CorrectionKind.LABEL, place, "")
    assert said.startswith("Set the kind of “The pier” to no name")
