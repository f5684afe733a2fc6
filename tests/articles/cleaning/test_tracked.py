import itertools

from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.cleaning.tracked import Edit, Replacement, Swap, TrackedText

Recipe = list[tuple[int, int, int, str | None]]


def _edits(length: int, recipe: Recipe) -> list[Edit]:
    """Make valid edits of a text out of arbitrary numbers."""
    edits: list[Edit] = []
    at = 0
    for skip, first, second, text in recipe:
        start = at + skip
        middle, end = start + first, start + first + second
        if end > length:
            break
        if text is None:
            edits.append(Swap(start, middle, end))
        else:
            edits.append(Replacement(start, end, text))
        at = end
    return edits


def _plainly(text: str, edits: list[Edit]) -> str:
    """Make edits on a plain string, from the last to the first."""
    for edit in reversed(edits):
        if isinstance(edit, Swap):
            new = text[edit.middle : edit.end] + text[edit.start : edit.middle]
        else:
            new = edit.text
        text = text[: edit.start] + new + text[edit.end :]
    return text


small = st.integers(0, 4)
recipes = st.lists(st.tuples(small, small, small, st.none() | st.text(max_size=4)), max_size=8)


@given(st.text(max_size=60), st.lists(recipes, max_size=4))
def test_edits_read_as_on_a_plain_string_and_keep_their_source(
    raw: str, rounds: list[Recipe]
) -> None:
    tracked = TrackedText.of_raw(raw, 0, len(raw))
    plain = raw
    for recipe in rounds:
        edits = _edits(len(plain), recipe)
        tracked, plain = tracked.apply(edits), _plainly(plain, edits)
    assert tracked.text == plain
    assert [run.start for run in tracked.runs] == [0, *(run.end for run in tracked.runs)][:-1]
    assert sum(run.end - run.start for run in tracked.runs) == len(plain)
    sources = [run for run in tracked.runs if run.raw_end > run.raw_start]
    spans = sorted((run.raw_start, run.raw_end) for run in sources)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert all(0 <= start <= end <= len(raw) for start, end in spans)


@given(st.text("abc", min_size=1, max_size=40), small, small)
def test_untouched_characters_map_to_themselves(raw: str, start: int, length: int) -> None:
    text = TrackedText.of_raw(raw, 0, len(raw))
    end = min(len(raw), start + length)
    start = min(start, end)
    edited = text.apply([Replacement(start, end, "###")])
    for run in edited.runs:
        if run.one_to_one and "#" not in edited.text[run.start : run.end]:
            assert edited.text[run.start : run.end] == raw[run.raw_start : run.raw_end]
    assert edited.text == raw[:start] + "###" + raw[end:]


def test_a_swapped_mark_keeps_its_own_place() -> None:
    text = TrackedText.of_raw("x, ”a", 0, 5).apply([Swap(2, 3, 4)])
    assert text.text == "x,” a"
    assert [(run.start, run.raw_start, run.raw_end) for run in text.runs] == [
        (0, 0, 2),
        (2, 3, 4),
        (3, 2, 3),
        (4, 4, 5),
    ]


def test_stripped_and_joined() -> None:
    text = TrackedText.of_raw("  ab  cd ", 0, 9)
    joined = text.part(0, 4).stripped() + text.part(4, 9).stripped()
    assert joined.text == "abcd"
    assert [(run.raw_start, run.raw_end) for run in joined.runs] == [(2, 4), (6, 8)]
