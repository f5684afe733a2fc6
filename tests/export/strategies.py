"""Articles as they leave and come in, of every kind that can be."""

from hypothesis import strategies as st

from tuireader.articles.article import Metadata
from tuireader.export.item import Item
from tuireader.state.anchors import TextAnchor
from tuireader.state.corrections import Correction, CorrectionKind
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord
from tuireader.state.views import View

texts = st.text(st.characters(codec="utf-8"), max_size=30)
words = texts.map(lambda text: " ".join(text.split())).filter(bool)
tags = st.lists(
    words.map(lambda text: text.replace(",", "").strip("# ")).filter(bool), max_size=3, unique=True
).map(lambda found: tuple(sorted(found)))
moments = st.sampled_from(["", "2026-03-01T09:30:00.000Z", "2026-03-02T10:00:00.000Z"])
ids = st.uuids().map(lambda found: found.hex)
places = st.builds(
    TextAnchor,
    words,
    texts,
    texts,
    st.integers(0, 10**6),
    st.integers(0, 10**6),
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    article_id = draw(ids)
    title = draw(words)
    record = ArticleRecord(
        article_id,
        path=draw(texts),
        title=title,
        read=draw(st.booleans()),
        bookmarked=draw(st.booleans()),
        position=draw(st.integers(0, 10**6)),
        progress=draw(st.floats(0, 1)),
        seconds=draw(st.floats(0, 10**6)),
        opened=draw(moments),
        finished=draw(moments),
        tags=draw(tags),
    )
    notes = draw(
        st.lists(
            st.builds(Note, ids, st.just(article_id), places, texts, tags, moments, moments),
            max_size=3,
        )
    )
    corrections = draw(
        st.lists(
            st.builds(
                Correction,
                ids,
                st.just(article_id),
                st.sampled_from(CorrectionKind),
                places,
                texts,
                moments,
            ),
            max_size=2,
        )
    )
    return Item(record, Metadata(title), tuple(notes), tuple(corrections))


views = st.builds(View, words, texts, texts)
