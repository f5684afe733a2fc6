import platform
import uuid
from pathlib import Path

import pytest

from tuireader.state import device
from tuireader.state.device import device_name


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TUIREADER_DEVICE", raising=False)
    monkeypatch.setattr(platform, "node", lambda: "Ana's Laptop.home.example")
    monkeypatch.setattr(device, "_machine_id", lambda: "0123456789abcdef")


def test_the_name_can_be_read_and_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = device_name(tmp_path)
    assert first.startswith("ana-s-laptop-")
    monkeypatch.setattr(device, "_machine_id", lambda: "another")
    assert device_name(tmp_path) != first


def test_another_host_name_keeps_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = device_name(tmp_path)
    (tmp_path / f"state-{first}.json").touch()
    (tmp_path / f"state-{first}.previous.json").touch()
    monkeypatch.setattr(platform, "node", lambda: "hotel-wifi-17")
    assert device_name(tmp_path) == first
    assert device_name(tmp_path / "elsewhere").startswith("hotel-wifi-17-")


def test_the_name_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUIREADER_DEVICE", "../Desk Top")
    assert device_name(tmp_path) == "desk-top"


def test_a_machine_without_an_identifier_goes_by_its_host_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(Path, "read_text", _no_file)
    monkeypatch.setattr(uuid, "getnode", lambda: (1 << 40) | 0xABCDEF)
    monkeypatch.setattr(platform, "node", lambda: "box")
    assert device._machine_id() == ""
    assert device_name(tmp_path) == device_name(tmp_path)
    monkeypatch.setattr(uuid, "getnode", lambda: 0xABCDEF)
    assert device._machine_id() == "abcdef"


def _no_file(self: Path, encoding: str = "") -> str:
    raise FileNotFoundError(str(self))
