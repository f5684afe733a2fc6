import pytest

from tests.articles.encoding_texts import samples
from tuireader.articles.encodings import EncodingError, decode

SAMPLES = samples()


def _exact(start: int, end: int | None) -> list[str]:
    """Return the samples whose stretch is not read exactly."""
    wrong = []
    for language, encoding, text, _ in SAMPLES:
        stretch = text[start:end]
        try:
            found = decode(stretch.encode(encoding)).text
        except EncodingError:
            found = ""
        if found != stretch:
            wrong.append(f"{language} {encoding}")
    return wrong


def test_there_are_many_encodings() -> None:
    assert len({encoding for _, encoding, _, _ in SAMPLES}) >= 30


@pytest.mark.parametrize(("start", "end"), [(0, None), (0, 150), (0, 80), (100, 200)])
def test_nearly_all_files_are_read_exactly(start: int, end: int | None) -> None:
    wrong = _exact(start, end)
    assert len(wrong) <= 0.07 * len(SAMPLES), wrong


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_a_few_names_in_an_english_text(encoding: str) -> None:
    text = (
        "The old man had come to Reykjavík with Zoë and a café’s worth of “plans”. "
        + "So on. " * 90
    )
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(("_language", "encoding", "text", "data"), SAMPLES[::7])
def test_what_the_reader_says_is_believed(
    _language: str, encoding: str, text: str, data: bytes
) -> None:
    assert decode(data, encoding).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02\x03" * 50,
        b"GIF89a\x10\x00\x10\x00" + bytes(range(256)),
        b"\x7fELF\x02\x01\x01\x00" * 9,
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(EncodingError, match="binary"):
        decode(data)
