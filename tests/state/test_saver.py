import threading

import pytest

from tuireader.state.saver import Saver


class Work:
    def __init__(self) -> None:
        self.saves = 0
        self.tidied = threading.Semaphore(0)
        self.error: Exception | None = None
        self.tidy_error: Exception | None = None

    def save(self) -> None:
        if self.error:
            raise self.error
        self.saves += 1

    def tidy(self) -> None:
        self.tidied.release()
        if self.tidy_error:
            raise self.tidy_error


def test_many_changes_are_saved_at_once() -> None:
    work = Work()
    saver = Saver(work.save, work.tidy, delay=60)
    for _ in range(100):
        saver.wake()
    saver.flush()
    assert work.saves == 1
    saver.flush()
    assert work.saves == 1
    saver.stop()
    saver.stop()


def test_a_change_nobody_waits_for_is_saved_after_the_delay() -> None:
    work = Work()
    saver = Saver(work.save, work.tidy, delay=0.001)
    saver.wake()
    assert work.tidied.acquire(timeout=60)
    assert work.saves == 1
    saver.stop()


def test_an_error_is_told_and_the_thread_lives_on() -> None:
    work = Work()
    work.error = OSError(28, "No space left on device")
    saver = Saver(work.save, work.tidy, delay=60)
    saver.wake()
    with pytest.raises(OSError, match="No space left"):
        saver.flush()
    assert saver.problem is work.error
    work.error = None
    saver.flush()
    assert saver.problem is None
    assert work.saves == 1
    saver.stop()


def test_an_error_while_tidying_stops_nothing() -> None:
    work = Work()
    work.tidy_error = RuntimeError("broken")
    saver = Saver(work.save, work.tidy, delay=60)
    for _ in range(2):
        saver.wake()
        saver.flush()
    assert work.saves == 2
    assert work.tidied.acquire(timeout=60)
    saver.stop()
    assert saver.problem is work.tidy_error


def test_what_may_wait_long_holds_up_no_change() -> None:
    work = Work()
    saver = Saver(work.save, work.tidy, delay=0.001)
    saver.wake(3600)
    saver.wake()
    assert work.tidied.acquire(timeout=10)
    assert work.saves == 1
    saver.stop()


def test_what_may_wait_long_is_done_at_once_where_it_is_waited_for() -> None:
    work = Work()
    saver = Saver(work.save, work.tidy, delay=0.001)
    saver.wake(3600)
    saver.flush()
    assert work.saves == 1
    saver.stop()
