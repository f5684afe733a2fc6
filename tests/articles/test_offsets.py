from tuireader.articles.offsets import OffsetMap, Run

# raw "ab, ”cd.." -> clean "ab,” cd.": a swapped mark and a dropped stop
SWAPPED = OffsetMap(
    (Run(0, 3, 0, 3), Run(3, 4, 4, 5), Run(4, 5, 3, 4), Run(5, 7, 5, 7), Run(7, 8, 7, 9)), 9
)


def test_a_moved_mark_maps_to_where_it_was() -> None:
    assert SWAPPED.to_raw(3) == 4
    assert SWAPPED.span_to_raw(0, 4) == (0, 5)
    assert SWAPPED.from_raw(4) == 3
    assert SWAPPED.from_raw(3) == 4


def test_a_contracted_stretch_stands_for_all_of_its_source() -> None:
    assert SWAPPED.span_to_raw(7, 8) == (7, 9)
    assert SWAPPED.from_raw(8) == 7


def test_an_empty_span_stays_empty() -> None:
    assert SWAPPED.span_to_raw(5, 5) == (5, 5)


def test_identity() -> None:
    plain = OffsetMap.identity(5)
    assert [plain.to_raw(at) for at in range(6)] == [0, 1, 2, 3, 4, 5]
    assert OffsetMap.identity(0).to_raw(0) == 0
