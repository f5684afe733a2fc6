import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.state import ReaderState, Subject, open_state
from tuireader.state.anchors import TextAnchor
from tuireader.state.corrections import CorrectionKind
from tuireader.state.views import View

Change = Callable[[ReaderState], str]
articles = st.lists(st.sampled_from(["a1", "a2", "a3"]), min_size=1, unique=True).map(
    lambda ids: [Subject(each) for each in ids]
)
one = articles.map(lambda subjects: subjects[0])
places = st.sampled_from(["harbour", "storm"]).map(TextAnchor)
tags = st.lists(st.sampled_from(["x", "y"]), max_size=2)
words = st.sampled_from(["", "one", "two"])

changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(lambda a, v: lambda state: state.set_read(a, v), articles, st.booleans()),
    st.builds(lambda a, v: lambda state: state.set_bookmarked(a, v), articles, st.booleans()),
    st.builds(lambda a, t, u: lambda state: state.tag(a, t, u), articles, tags, tags),
    st.builds(lambda a, p, w, t: lambda s: s.notes.add(a, p, w, t), one, places, words, tags),
    st.builds(lambda w, t: lambda state: _edit_newest(state, w, t), words, tags),
    st.just(lambda state: _remove_all_notes(state)),
    st.builds(
        lambda a, p, w: lambda state: state.corrections.set(a, CorrectionKind.SPEAKER, p, w),
        one,
        places,
        words,
    ),
    st.builds(lambda a, w: lambda state: state.corrections.set_encoding(a, w), one, words),
    st.builds(lambda w, q: lambda state: state.views.save(View(w, q)), words, words),
    st.builds(lambda w: lambda state: state.views.remove(w), words),
)


def _edit_newest(state: ReaderState, text: str, tagged: list[str]) -> str:
    notes = state.notes.all()
    return state.notes.edit(notes[0].id if notes else "none", text, tagged)


def _remove_all_notes(state: ReaderState) -> str:
    return state.notes.remove([note.id for note in state.notes.all()])


def _seen(state: ReaderState) -> tuple[object, ...]:
    """Return all that the reader can see, without what only says that something was there."""
    marks = {
        (record.article_id, record.read, record.bookmarked, record.tags)
        for record in state.records()
        if record.read or record.bookmarked or record.tags
    }
    return marks, set(state.notes.all()), set(state.corrections.all()), state.views.all()


@settings(max_examples=60, deadline=None)
@given(st.lists(changes, max_size=12), st.integers(0, 12))
def test_every_step_is_undone_and_done_again(made: list[Change], back: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        state = open_state(Path(folder))
        seen = [_seen(state)]
        for change in made:
            message = change(state)
            if "undoes" in message:
                seen.append(_seen(state))
        steps = len(seen) - 1
        for at in range(steps - 1, -1, -1):
            assert state.undo().startswith("Undone: ")
            assert _seen(state) == seen[at]
        assert state.undo() == "Nothing to undo"
        for at in range(1, min(back, steps) + 1):
            assert state.redo().startswith("Done again: ")
            assert _seen(state) == seen[at]
        expected = _seen(state)
        state.close()
        reopened = open_state(Path(folder))
        assert _seen(reopened) == expected
        reopened.close()
