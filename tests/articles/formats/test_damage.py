"""Every format, damaged in every way: an article or a clear reason, never an exception."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.articles.formats.helpers import read_bytes
from tests.articles.formats.samples import SAMPLES
from tests.articles.formats.soundness import check
from tuireader.articles.article import Document

_ROUNDS = int(os.environ.get("TUIREADER_ROUNDS", "12"))

edits = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from(
                [b"<", b">", b"&", b"&#27;", b"\x1b[31m", b"\x00", b"\xff", b'"', b"<!--", b"]]>"]
            ),
        ),
    ),
    min_size=1,
    max_size=6,
)
"""Where, as a share of the file, how many bytes go, and what comes in their place."""


def damaged(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for share, length, new in changes:
        at = int(share * len(data))
        data = data[:at] + new + data[at + length :]
    return data


@pytest.mark.parametrize("name", SAMPLES)
def test_whole_file_is_read(name: str) -> None:
    found = read_bytes(SAMPLES[name], name)
    check(found)
    assert any(isinstance(each, Document) for each in found)


@pytest.mark.parametrize("name", SAMPLES)
@settings(
    max_examples=_ROUNDS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@given(changes=edits)
def test_damaged_file_is_read_or_refused_clearly(
    name: str, changes: list[tuple[float, int, bytes]]
) -> None:
    check(read_bytes(damaged(SAMPLES[name], changes), name))


@pytest.mark.parametrize("name", SAMPLES)
@settings(
    max_examples=_ROUNDS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@given(data=st.binary(min_size=1, max_size=2_000))
def test_anything_under_a_format_s_name_is_read_or_refused_clearly(name: str, data: bytes) -> None:
    check(read_bytes(data, name))


def test_half_a_character_in_json_becomes_a_stand_in() -> None:
    (found,) = read_bytes(b'{"text": "The harb\\ud800our is closed."}', "a.jsonl")
    assert isinstance(found, Document)
    assert found.raw == "The harb\N{REPLACEMENT CHARACTER}our is closed."


def test_control_characters_in_front_matter_do_not_reach_the_metadata() -> None:
    (found,) = read_bytes(b"---\ntitle: Clo\x1b[31msed\x0e\n: [\n---\nText.\n", "a.md")
    check([found])


def test_record_of_a_wrong_length_is_not_written_to_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    wrong = SAMPLES["site.warc"].replace(b"quay", b"quay\x1b]0;x\x07")
    read_bytes(wrong.replace(b"example/1", b"example/ 1"), "site.warc")
    assert capfd.readouterr() == ("", "")


def test_no_reader_writes_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    for name, data in SAMPLES.items():
        for at in (3, 2, 1.5):
            read_bytes(data[: int(len(data) / at)], name)
    assert capfd.readouterr() == ("", "")


def test_long_title_is_cut_without_a_space_at_its_end() -> None:
    for length in range(995, 1_003):
        title = f"<title>{'a' * length} {'b' * 50}</title>"
        check(read_bytes(SAMPLES["page.html"].replace(b"<title>", title.encode(), 1), "a.html"))
