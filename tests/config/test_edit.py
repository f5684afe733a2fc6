from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.config.edit import CannotSaveError, change_setting, save_setting


def test_one_line_changes_and_the_rest_stays() -> None:
    text = '# mine\n[looks] # colours\n# no\ntheme = "nord" # cold\n\n[reading]\nwidth = 60\n'
    changed = change_setting(text, "looks", "theme", "gruvbox")
    assert changed == text.replace('theme = "nord" # cold', 'theme = "gruvbox"')


def test_a_setting_is_added_to_its_section_or_with_it() -> None:
    assert change_setting("[reading]\nwidth = 60\n", "reading", "mark_read", "never") == (
        '[reading]\nmark_read = "never"\nwidth = 60\n'
    )
    assert change_setting("", "reading", "width", 50) == "[reading]\nwidth = 50\n"


@pytest.mark.parametrize("text", ["looks = {theme = 'x'}\n", "looks.theme = 'x'\n", "[looks\n"])
def test_what_cannot_be_changed_safely_is_left_alone(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        change_setting(text, "looks", "theme", "nord")


@given(st.text().filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_any_text_is_written_as_toml_reads_it(name: str) -> None:
    assert tomllib.loads(change_setting("", "looks", "theme", name))["looks"]["theme"] == name


def test_the_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    save_setting(path, "list", "preview", False)
    assert path.read_text() == "[list]\npreview = false\n"
    path.chmod(0o600)
    save_setting(path, "library", "folders", ('/a "b"',))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert tomllib.loads(path.read_text())["library"]["folders"] == ['/a "b"']
    assert [item.name for item in path.parent.iterdir()] == ["config.toml"]


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text("")
    link = tmp_path / "config.toml"
    link.symlink_to(tmp_path / "real.toml")
    save_setting(link, "reading", "width", 50)
    assert link.is_symlink()
    assert "width = 50" in (tmp_path / "real.toml").read_text()


def test_what_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    with pytest.raises(CannotSaveError, match="cannot be written"):
        save_setting(tmp_path / "config.toml", "reading", "width", 50)
    broken = tmp_path / "broken.toml"
    broken.write_text("[looks\n")
    with pytest.raises(CannotSaveError, match="by hand"):
        save_setting(broken, "looks", "theme", "nord")
    assert broken.read_text() == "[looks\n"
