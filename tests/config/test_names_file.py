"""The reader's list of names is changed whole or not at all, and changed back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.own_names import OwnName
from tuireader.config.annotation import load_annotation
from tuireader.config.names_file import NamesFileError, add_name, remove_name
from tuireader.config.settings import Settings

ORSK = OwnName("Orsk", Label.GPE)
NOTED = OwnName("Ole Berg", Label.PERSON, ("Berg",), "#40a060", "the ferryman")


def _listed(folder: Path) -> tuple[OwnName, ...]:
    annotation, problems = load_annotation(Settings(), folder)
    assert problems == ()
    return annotation.own_names


def test_the_first_name_makes_the_list_and_taking_it_back_takes_the_list_away(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "config" / "new"
    change = add_name(folder, NOTED)
    assert _listed(folder) == (NOTED,)
    change.take_back()
    assert [*folder.iterdir()] == []
    change.do_again()
    assert _listed(folder) == (NOTED,)


def test_a_name_goes_into_the_list_that_can_say_all_of_it(tmp_path: Path) -> None:
    lines = tmp_path / "names.txt"
    lines.write_bytes("\ufeff# mine\r\nzinc | law\r\n".encode())
    assert add_name(tmp_path, ORSK).path == lines
    assert add_name(tmp_path, NOTED).path == tmp_path / "names.toml"
    assert lines.read_bytes().decode() == (
        "\ufeff# mine\r\nzinc | law\r\nOrsk | country, state or town\r\n"
    )
    assert {name.name for name in _listed(tmp_path)} == {"zinc", "Orsk", "Ole Berg"}


def test_a_link_and_who_may_read_the_list_stay(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "names.txt"
    kept.parent.mkdir()
    kept.write_text("zinc | law\n")
    kept.chmod(0o640)
    link = tmp_path / "names.txt"
    link.symlink_to(kept)
    add_name(tmp_path, ORSK)
    assert link.is_symlink()
    assert kept.stat().st_mode & 0o777 == 0o640
    assert "Orsk" in kept.read_text("utf-8")
    assert [path.name for path in kept.parent.iterdir()] == ["names.txt"]


def test_what_the_reader_wrote_meanwhile_stays_when_a_change_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("zinc | law\n")
    change = add_name(tmp_path, ORSK)
    path.write_text(path.read_text("utf-8") + "# new\nOle Berg\n")
    change.take_back()
    assert path.read_text("utf-8") == "zinc | law\n# new\nOle Berg\n"
    change.do_again()
    assert [name.name for name in _listed(tmp_path)] == ["zinc", "Ole Berg", "Orsk"]
    path.write_text("zinc | law\n")
    with pytest.raises(NamesFileError, match=r"“Orsk” is no longer in .*names\.txt"):
        change.take_back()


def test_a_name_is_taken_off_the_list_and_stands_where_it_was_when_taken_back(
    tmp_path: Path,
) -> None:
    path = tmp_path / "names.txt"
    text = "zinc | law\nOrsk | place\nOle Berg\n"
    path.write_text(text)
    change = remove_name(tmp_path, "Orsk")
    assert path.read_text("utf-8") == "zinc | law\nOle Berg\n"
    change.take_back()
    assert path.read_text("utf-8") == text
    with pytest.raises(NamesFileError, match=r"“Nobody” is not in .*names\.txt or names\.toml"):
        remove_name(tmp_path, "Nobody")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"zinc | metal\n", r"names\.txt, line 1: .*no kind of name.* Mend it first"),
        (b"Zo\xeb Holm\n", r"names\.txt is no UTF-8 text"),
        (b"zinc\nOrsk | law\n", r"“Orsk” stands in .*names\.txt already"),
    ],
)
def test_a_list_that_cannot_be_changed_is_named_and_left(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "names.txt"
    path.write_bytes(content)
    with pytest.raises(NamesFileError, match=message):
        add_name(tmp_path, ORSK)
    assert path.read_bytes() == content
    assert [*tmp_path.iterdir()] == [path]


def test_a_list_that_cannot_be_written_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "names.txt"
    path.write_text("zinc | law\n")

    def full(source: str, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(NamesFileError, match=r"names\.txt cannot be changed \(No space left"):
        add_name(tmp_path, ORSK)
    assert path.read_text("utf-8") == "zinc | law\n"
    assert [*tmp_path.iterdir()] == [path]
