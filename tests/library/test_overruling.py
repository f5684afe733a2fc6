"""The index says what the reader put right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.own_names import OwnName
from tuireader.annotation.settings import AnnotationSettings
from tuireader.articles.article import Article, Document, Unreadable
from tuireader.articles.open import cleaned
from tuireader.library import file_reading
from tuireader.library.entry import Loaded
from tuireader.library.library import Library
from tuireader.state.anchors import anchor
from tuireader.state.corrections import Correction, CorrectionKind
from tuireader.state.overruling import Overruling

TEXT = "Pier\n\n“The ferry will not sail before spring,” said Ann Lee.\n"


def _library(tmp_path: Path) -> Library:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "pier.txt").write_text(TEXT, "utf-8")
    return Library([folder], tmp_path / "cache")


def _overruling(library: Library, speaker: str) -> Overruling:
    (entry,) = library.entries()
    loaded = library.load(entry)
    assert isinstance(loaded, Loaded)
    text, quote = loaded.article.text, loaded.annotation.quotes[0]
    place = anchor(text, quote.start, quote.end)
    return Overruling((Correction("1", entry.id, CorrectionKind.SPEAKER, place, speaker),))


def _overrule(library: Library, made: Overruling) -> None:
    library.overruling = lambda: made
    assert [entry for step in library.read_corrected(stop=lambda: False) for entry in step.entries]


def _read(library: Library) -> int:
    return sum(len(step.entries) for step in library.update())


def _who(library: Library) -> list[str]:
    return [speaker.name for speaker in library.speakers()]


def test_a_correction_is_found_at_once_and_after_it_is_taken_back(tmp_path: Path) -> None:
    library = _library(tmp_path)
    assert _read(library) == 1
    _overrule(library, _overruling(library, "Mara Holm"))
    assert _who(library) == ["Mara Holm"]
    _overrule(library, Overruling())
    assert _who(library) == ["Ann Lee"]


def test_a_corrected_file_is_not_read_again_while_nothing_changes(tmp_path: Path) -> None:
    library = _library(tmp_path)
    _read(library)
    made = _overruling(library, "Mara Holm")
    _overrule(library, made)
    library.close()
    library = Library([tmp_path / "articles"], tmp_path / "cache")
    library.overruling = lambda: made
    assert _read(library) == 0
    assert _who(library) == ["Mara Holm"]


def test_a_corrected_file_that_changes_is_corrected_again(tmp_path: Path) -> None:
    library = _library(tmp_path)
    _read(library)
    _overrule(library, _overruling(library, "Mara Holm"))
    folder = tmp_path / "articles"
    (folder / "pier.txt").rename(folder / "quay.txt")
    _read(library)
    assert _who(library) == ["Mara Holm"]


def _records(tmp_path: Path, count: int) -> Library:
    folder = tmp_path / "articles"
    folder.mkdir()
    said = "“The ferry will not sail before spring {},” said Ann Lee."
    lines = [json.dumps({"title": f"Pier {at}", "text": said.format(at)}) for at in range(count)]
    (folder / "pier.jsonl").write_text("\n".join(lines), "utf-8")
    return Library([folder], tmp_path / "cache")


def _correction(library: Library, item: int, speaker: str) -> Correction:
    entry = next(entry for entry in library.entries() if entry.item == item)
    loaded = library.load(entry)
    assert isinstance(loaded, Loaded)
    quote = loaded.annotation.quotes[0]
    place = anchor(loaded.article.text, quote.start, quote.end)
    return Correction(f"c{item}", entry.id, CorrectionKind.SPEAKER, place, speaker)


def _speakers(library: Library) -> dict[str, int]:
    return {speaker.name: speaker.quotes for speaker in library.speakers()}


def test_of_a_file_of_many_only_what_was_put_right_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = _records(tmp_path, 9)
    assert _read(library) == 9
    made = [_correction(library, item, "Mara Holm") for item in (2, 7)]
    items: list[int] = []

    def spy(document: Document, *rest: Any) -> Article | Unreadable:
        items.append(document.item)
        return cleaned(document, *rest)

    monkeypatch.setattr(file_reading, "cleaned", spy)
    _overrule(library, Overruling((made[0],)))
    assert (_speakers(library), items) == ({"Ann Lee": 8, "Mara Holm": 1}, [2])
    _overrule(library, Overruling((*made,)))
    assert (_speakers(library), items) == ({"Ann Lee": 7, "Mara Holm": 2}, [2, 2, 7])
    _overrule(library, Overruling((made[1],)))
    assert (_speakers(library), items[3:]) == ({"Ann Lee": 8, "Mara Holm": 1}, [2, 7])
    again = Library([tmp_path / "articles"], tmp_path / "cache")
    again.overruling = lambda: Overruling((made[1],))
    assert _read(again) == 0
    again.overruling = Overruling
    assert [*again.read_corrected(stop=lambda: False)]
    assert _speakers(again) == {"Ann Lee": 9}
    assert items[5:] == [7]
    assert _read(again) == 0


def test_what_was_put_right_while_the_program_was_away_is_found(tmp_path: Path) -> None:
    library = _records(tmp_path, 5)
    _read(library)
    made = [_correction(library, item, "Mara Holm") for item in (1, 3)]
    _overrule(library, Overruling((made[0],)))
    again = Library([tmp_path / "articles"], tmp_path / "cache")
    again.overruling = lambda: Overruling((made[1],))
    assert _read(again) > 0
    assert _speakers(again) == {"Ann Lee": 4, "Mara Holm": 1}
    (saying,) = again.sayings(next(one for one in again.speakers() if one.name == "Mara Holm"))
    assert saying.title == "Pier 3"
    assert _read(again) == 0


def test_a_file_that_was_read_otherwise_is_read_wholly_where_something_is_put_right(
    tmp_path: Path,
) -> None:
    before = _records(tmp_path, 3)
    _read(before)
    made = _correction(before, 1, "Mara Holm")
    own = AnnotationSettings(own_names=(OwnName("spring", Label.EVENT),))
    library = Library([tmp_path / "articles"], tmp_path / "cache", own)
    assert not library.names([Label.EVENT.value])
    _overrule(library, Overruling((made,)))
    (name,) = library.names([Label.EVENT.value])
    assert name.articles == 3
    assert _read(library) == 0


def test_what_is_put_right_while_its_file_is_read_is_right_once_it_has_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuireader.library.reading._LOOK_UP", 1e-9)
    library = _records(tmp_path, 6)
    steps = library.update()
    while len(library.entries()) < 3:
        next(steps)
    made = _correction(library, 1, "Mara Holm")
    library.overruling = lambda: Overruling((made,))
    assert not list(library.read_corrected(stop=lambda: False))
    list(steps)
    assert _speakers(library) == {"Ann Lee": 5, "Mara Holm": 1}
    assert _read(library) == 0
