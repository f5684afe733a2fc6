import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.strategies import items, tags, texts, views, words
from tuireader.articles.article import Metadata
from tuireader.export.bookmarks import read_bookmarks, write_bookmarks
from tuireader.export.bring_in import bring_in
from tuireader.export.item import Item
from tuireader.export.item import items as items_of
from tuireader.export.json_lines import read_json_lines, write_json_lines
from tuireader.export.reading import read_export
from tuireader.export.readwise import read_readwise, write_readwise
from tuireader.export.safe_cells import plain_cell, read_table, safe_cell, write_table
from tuireader.export.web_annotations import read_web_annotations, write_web_annotations
from tuireader.state import ArticleRecord, ReaderState, open_state
from tuireader.state.anchors import TextAnchor
from tuireader.state.notes import Note
from tuireader.state.views import View

URL = "https://example.org/a?b=1&c=2"


@given(st.lists(items(), max_size=4), st.lists(views, max_size=3))
def test_json_lines_lose_nothing(exported: list[Item], kept: list[View]) -> None:
    text = "".join(write_json_lines(exported, kept))
    assert read_json_lines(text) == (exported, kept)
    if text:
        assert read_export(text).items == tuple(exported)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(items(), max_size=4),
    st.lists(views, max_size=3, unique_by=lambda view: view.name),
)
def test_a_whole_state_goes_out_and_comes_in(exported: list[Item], kept: list[View]) -> None:
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        one, other = open_state(Path(first)), open_state(Path(second))
        bring_in(one, exported, (), kept)
        assert _told(one) == _expected(exported)
        text = "".join(write_json_lines(items_of(one, ()), one.views.all()))
        found = read_export(text) if text else None
        if found:
            bring_in(other, found.items, (), found.views)
        assert _told(other) == _told(one)
        assert other.views.all() == one.views.all()
        before = other.records()
        if found:
            message = bring_in(other, found.items, (), found.views).message
            assert message == "Nothing new to import"
        assert other.records() == before
        other.undo()
        assert not any(note.text for note in other.notes.all())
        one.close()
        other.close()


def _told(state: ReaderState) -> dict[str, tuple[object, ...]]:
    return {
        item.record.article_id: (item.record, set(item.notes), set(item.corrections))
        for item in items_of(state, ())
    }


def _expected(exported: list[Item]) -> dict[str, tuple[object, ...]]:
    def as_kept(note: Note) -> Note:
        return replace(note, changed=note.changed or note.created)

    return {
        item.record.article_id: (
            item.record,
            set(map(as_kept, item.notes)),
            set(item.corrections),
        )
        for item in exported
    }


@given(texts)
def test_a_safe_cell_is_no_formula_and_comes_back(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert plain_cell(cell) == text


@given(st.lists(st.fixed_dictionaries({"one": texts, "two": texts}), max_size=4))
def test_a_table_comes_back(rows: list[dict[str, str]]) -> None:
    assert list(read_table(write_table(("One", "Two"), _capital(rows)))) == rows


def _capital(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{name.capitalize(): cell for name, cell in row.items()} for row in rows]


@given(words, words, st.text("abc =+-@.'\"\n", max_size=30), st.integers(0, 10**6), tags)
def test_readwise_highlights_come_back(
    exact: str, title: str, text: str, start: int, tagged: tuple[str, ...]
) -> None:
    tagged = tuple(sorted({tag.replace("_", " ").strip() for tag in tagged} - {""}))
    text = text.lstrip(".")
    place = TextAnchor(exact, start=start, end=start + len(exact))
    note = Note("", "", place, text, tagged, "2026-03-01T09:30:00.000Z")
    item = Item(ArticleRecord("", title=title), Metadata(title, byline="Ana", url=URL), (note,))
    assert read_readwise(write_readwise([item])) == [item]


@given(words, tags, st.booleans())
def test_bookmarks_come_back(title: str, tagged: tuple[str, ...], dated: bool) -> None:
    opened = "2026-03-01T09:30:00.000Z" if dated else ""
    record = ArticleRecord("", title=title, bookmarked=True, opened=opened, tags=tagged)
    item = Item(record, Metadata(title, url=URL))
    assert read_bookmarks(write_bookmarks([item])) == [item]


@given(st.lists(items(), max_size=3))
def test_web_annotations_come_back(exported: list[Item]) -> None:
    found = read_web_annotations(write_web_annotations(exported))
    expected = {item.record.article_id: item.notes for item in exported if item.notes}
    assert {item.record.article_id: item.notes for item in found} == expected
