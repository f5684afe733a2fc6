"""The file of the index is deleted at the worst moments, as a cache may be."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tuireader.library.index.database import DamagedIndexError, Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "indexes" / "a.sqlite"


def _when_opened(monkeypatch: pytest.MonkeyPatch, *happenings: Callable[[], None]) -> None:
    """Let something happen each time SQLite has opened the file and not yet looked at it."""
    waiting = [*happenings]
    connect = sqlite3.connect

    def opened(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        if waiting:
            connection.execute("PRAGMA user_version").fetchone()
            waiting.pop(0)()
        return connection

    monkeypatch.setattr(sqlite3, "connect", opened)


def _use(database: Database) -> int:
    """Put a row into the file; return how many are there."""
    with database.writing() as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS probe (number)")
        connection.execute("INSERT INTO probe VALUES (1)")
        (number,) = connection.execute("SELECT count(*) FROM probe").fetchone()
    assert isinstance(number, int)
    return number


def _fail_in_the_middle(
    database: Database, error: sqlite3.Error, before: Callable[[], None]
) -> None:
    with database.writing():
        before()
        raise error


def test_a_file_deleted_while_it_is_opened_is_opened_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(path)
    _when_opened(monkeypatch, path.unlink, path.unlink)
    assert _use(database) == 1
    assert path.exists()
    database.close()
    assert _use(database) == 2


def test_a_folder_deleted_while_the_file_is_opened_is_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(path)
    _when_opened(monkeypatch, lambda: shutil.rmtree(path.parent.parent))
    assert _use(database) == 1
    assert path.exists()


def test_a_file_deleted_in_a_transaction_is_said_to_be_damaged(path: Path) -> None:
    database = Database(path)
    _use(database)
    with pytest.raises(DamagedIndexError, match="deleted"):
        _fail_in_the_middle(database, sqlite3.OperationalError("disk I/O error"), path.unlink)
    with pytest.raises(DamagedIndexError, match="deleted"):
        _use(database)
    database.discard()
    assert _use(database) == 1


def test_what_another_thread_made_anew_is_not_thrown_away(path: Path) -> None:
    database = Database(path)
    _use(database)
    path.unlink()
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(_use, database).result() == 1
    with pytest.raises(DamagedIndexError, match="deleted"):
        _use(database)
    database.discard()
    assert _use(database) == 2


def test_an_error_that_is_no_damage_is_told_as_it_is(path: Path) -> None:
    database = Database(path)
    full = sqlite3.OperationalError("database or disk is full")
    with pytest.raises(sqlite3.OperationalError, match="is full"):
        _fail_in_the_middle(database, full, lambda: None)
    assert _use(database) == 1
