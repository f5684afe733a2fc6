"""The index says what the reader put right."""

from __future__ import annotations

from pathlib import Path

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
