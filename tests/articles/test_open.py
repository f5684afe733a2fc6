import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tuireader.articles import open as opening
from tuireader.articles.article import Article, Document, Unreadable
from tuireader.articles.checkpoint import Checkpoint, go_on
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.cleaning.own_phrases import OwnPhrases
from tuireader.articles.decision import Decision
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.open import open_articles


def opened(path: Path, encoding: str = "") -> Article | Unreadable:
    (one,) = open_articles(path, ReadOptions(encoding=encoding))
    return one


def written(folder: Path, data: bytes) -> Path:
    path = folder / "a.txt"
    path.write_bytes(data)
    return path


def refused(path: Path, encoding: str = "") -> Unreadable:
    one = opened(path, encoding)
    assert isinstance(one, Unreadable)
    assert one.path == path
    return one


def article(path: Path, encoding: str = "") -> Article:
    one = opened(path, encoding)
    assert isinstance(one, Article)
    return one


def test_a_missing_file_is_listed_with_reason_and_advice(tmp_path: Path) -> None:
    one = refused(tmp_path / "gone.txt")
    assert one.reason == "There is no such file."
    assert one.advice


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path).reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in refused(tmp_path / "pipe.txt").reason


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no device files")
def test_a_device_is_never_read() -> None:
    assert "device" in refused(Path("/dev/zero")).reason


def test_an_impossible_name_is_no_traceback() -> None:
    assert "cannot be opened" in refused(Path("a\x00b.txt")).reason


def test_a_loop_of_links_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "cannot be opened" in refused(tmp_path / "loop.txt").reason


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    one = refused(written(tmp_path, b"text"))
    assert "permission" in one.reason
    assert "chmod" in one.advice


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", "\u200b\u200b".encode()])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    assert refused(written(tmp_path, data)).reason in {"It is empty.", "There is no text in it."}


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    one = refused(path)
    assert "60 MB" in one.reason
    assert "50 MB" in one.reason


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, bytes(range(256)) * 9, b"\x00" * 99]
)
def test_binary_data(tmp_path: Path, data: bytes) -> None:
    assert "binary" in refused(written(tmp_path, data)).reason


def test_a_reader_that_fails_is_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        NAME = "failing"
        SUFFIXES = (".txt",)

        def accepts(self, path: Path, head: bytes) -> bool:
            return True

        def read(
            self, data: bytes, path: Path, options: ReadOptions
        ) -> Iterator[Document | Unreadable]:
            yield Document("id", path, "first part")
            raise RecursionError("too deep")

    monkeypatch.setattr(opening, "FORMATS", (Failing(),))
    first, second = open_articles(written(tmp_path, b"text"))
    assert isinstance(first, Article)
    assert isinstance(second, Unreadable)
    assert "failing" in second.reason
    assert "too deep" in second.reason


SENTENCE = "The café’s owner said: “Naïve? Perhaps.” The bill came to £5."


@pytest.mark.parametrize(
    ("encoding", "mark", "shown"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-be", b"", "utf-32-be"),
    ],
)
def test_unicode_with_and_without_a_mark(
    tmp_path: Path, encoding: str, mark: bytes, shown: str
) -> None:
    one = article(written(tmp_path, mark + SENTENCE.encode(encoding)))
    assert one.text == SENTENCE
    assert one.encoding == shown


def test_windows_western(tmp_path: Path) -> None:
    text = (
        SENTENCE + " The ferry had left an hour before, and nobody could say when it would be back."
    )
    assert article(written(tmp_path, text.encode("cp1252"))).text == text


def test_a_few_foreign_bytes_do_not_spoil_utf8(tmp_path: Path) -> None:
    data = (SENTENCE * 9).encode() + b" caf\xe9 " + SENTENCE.encode()
    one = article(written(tmp_path, data))
    assert one.text == f"{SENTENCE * 9} café {SENTENCE}"
    assert one.encoding == "utf-8"


def test_utf8_cut_off_in_a_character(tmp_path: Path) -> None:
    assert article(written(tmp_path, (SENTENCE + " “Yes”").encode()[:-1])).text.endswith("“Yes")


def test_the_encoding_can_be_overruled(tmp_path: Path) -> None:
    path = written(tmp_path, "Żółć gęślą jaźń".encode("iso-8859-2"))
    one = article(path, "latin2")
    assert one.text == "Żółć gęślą jaźń"
    assert one.encoding == "iso8859-2"


@pytest.mark.parametrize("name", ["no-such-encoding", "rot13", "hex", "utf-8\x00", "idna"])
def test_a_wrong_name_of_an_encoding_is_said_clearly(tmp_path: Path, name: str) -> None:
    one = refused(written(tmp_path, b"text"), name)
    assert "encoding" in one.reason
    assert one.advice


@pytest.fixture
def three(tmp_path: Path) -> Path:
    path = tmp_path / "three.jsonl"
    lines = [f'{{"title": "Title {n}", "text": "The harbour was closed {n} days."}}' for n in "123"]
    path.write_text("\n".join(lines))
    return path


def test_one_article_of_several_is_opened_without_cleaning_the_others(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleaned: list[int] = []
    original = clean

    def spy(
        document: Document,
        decisions: Sequence[Decision] = (),
        own_phrases: tuple[OwnPhrases, ...] = (),
        checkpoint: Checkpoint = go_on,
    ) -> Article:
        cleaned.append(document.item)
        return original(document, decisions, own_phrases, checkpoint)

    monkeypatch.setattr(opening, "clean", spy)
    found = opening.open_article(three, 1)
    assert isinstance(found, Article)
    assert (found.item, found.title) == (1, "Title 2")
    assert cleaned == [1]


@pytest.mark.parametrize("item", [0, 1, 3])
def test_one_record_of_a_corpus_is_opened_as_among_all(tmp_path: Path, item: int) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"title": "One", "text": "The quay."}\n'
        '{"headline": "Two", "body": "The pier."}\n'
        "cut off\n"
        '{"title": "Four", "text": "The bridge."}\n'
    )
    assert opening.open_article(path, item) == list(open_articles(path))[item]
    assert [one.item for one in opening.open_documents(path, ReadOptions(only=3))] == [3]
    missing = opening.open_article(path, 4)
    assert isinstance(missing, Unreadable)
    assert "no longer holds" in missing.reason


def test_an_article_that_is_no_longer_in_its_file(three: Path) -> None:
    found = opening.open_article(three, 3)
    assert isinstance(found, Unreadable)
    assert "no longer holds" in found.reason
    three.unlink()
    found = opening.open_article(three, 2)
    assert isinstance(found, Unreadable)
    assert found.reason == "There is no such file."
