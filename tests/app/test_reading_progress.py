from tuireader.app.workers.refresher import EntriesRead


def test_how_far_reading_is_is_told_within_a_file_too() -> None:
    assert EntriesRead([], [], 3, 9).progress == "Reading files: 3 of 9"
    assert EntriesRead([], [], 0, 1, part=0.137).progress == "Reading files: 0 of 1 (14 %)"
    assert EntriesRead([], [], 1, 4, part=1.0).progress == "Reading files: 1 of 4 (50 %)"


def test_nothing_is_told_once_nothing_is_left_to_be_read() -> None:
    assert EntriesRead([], [], 0, 0).progress == ""
    assert EntriesRead([], [], 3, 9, finished=True, part=0.5).progress == ""
