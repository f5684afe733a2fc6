"""A reader who presses anything at any moment; ``TUIREADER_ROUNDS`` gives more such readers."""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import pytest

from tests.app.reading.reader import Reader, reading
from tests.app.reading.specimen import article, harbour, lengthy
from tuireader.annotation.annotation import (
    Annotation,
    Entity,
    Label,
    Mention,
    Quote,
    QuoteKind,
    Span,
)
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.prepared import Prepared
from tuireader.articles.article import BlockKind
from tuireader.library.entry import Loaded

STEPS = 60
LENGTHY = lengthy(6000)
PIECES = [
    *"abc defg ij ,.“”‘’-—/漢字。（）Жé",
    *("👩\u200d🚀", "🇩🇪", "e\u0301", "\xa0", "قال ", "\x1b[31m", "\t"),
]
SPEAKERS = [None, "A B", "Very Long Name " * 9, "漢字", "[/]"]


def any_article(dice: random.Random) -> Loaded:
    """Return an article of any text with any annotation."""
    kinds = list(BlockKind)
    made = article(
        [
            (dice.choice(kinds), "x" + "".join(dice.choices(PIECES, k=dice.choice([1, 9, 300]))))
            for _ in range(dice.randint(1, 8))
        ]
    )
    length = len(made.text)

    def extent(longest: int) -> tuple[int, int]:
        start = dice.randrange(length)
        return start, min(length, start + dice.randint(1, longest))

    kinds_of_quotes = dice.choices(list(QuoteKind), k=dice.randint(0, 6))
    quotes = [
        Quote(*extent(200), kind, dice.random() < 0.2, dice.choice(SPEAKERS))
        for kind in kinds_of_quotes
    ]
    labels = dice.choices(list(Label), k=dice.randint(0, 6))
    entities = [
        Entity(f"e:{n}", f"Name {n} [b]", label, (), (Mention(*extent(20), "x", label),))
        for n, label in enumerate(labels)
    ]
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    return Loaded(made, Annotation(tuple(quotes), tuple(entities)))


def any_step(app: Reader, dice: random.Random) -> Callable[[], object]:
    """Return something that a reader may do."""
    pane = app.pane
    step = dice.choice([-2, -1, 1, 2])
    flag = dice.random() < 0.3
    loaded = dice.choice([any_article(dice), harbour(), LENGTHY])
    return dice.choice(
        [
            lambda: pane.next_quote(step, flag),
            lambda: pane.next_entity(step, flag, not flag),
            lambda: pane.next_paragraph(step),
            lambda: pane.scroll_lines(step * 9),
            lambda: pane.scroll_pages(step / 2),
            pane.go_top,
            pane.go_bottom,
            pane.jump_back,
            pane.jump_forward,
            pane.toggle_raw,
            pane.toggle_people,
            pane.toggle_legend,
            pane.clear_cursor,
            pane.clear_find,
            pane.open_find,
            lambda: pane.set_linear(flag),
            lambda: pane.set_justify(flag),
            lambda: pane.narrow("name:a b" if flag else "person:ilse marren"),
            lambda: pane.change_width(step * 20),
            lambda: pane.start_find(dice.choice(["a", "the", "“", "漢", ""])),
            lambda: pane.find_next(step),
            lambda: pane.toggle_layer(dice.choice(list(Layer))),
            lambda: pane.set_notes([Span(0, 5)]),
            lambda: pane.show_message("[/]", "x [b]"),
            lambda: pane.show(Prepared(loaded), position=dice.choice([0, 7, 500, 10**6])),
        ]
    )


@pytest.mark.parametrize("seed", range(int(os.environ.get("TUIREADER_ROUNDS", "3"))))
async def test_nothing_breaks_whatever_is_pressed(seed: int) -> None:
    dice = random.Random(seed)
    async with reading(any_article(dice), (80, 24)) as (app, pilot):
        for _ in range(STEPS):
            if dice.random() < 0.15:
                await pilot.resize_terminal(dice.randint(10, 200), dice.randint(5, 60))
            any_step(app, dice)()
            if dice.random() < 0.5:
                await pilot.pause()
            view = app.view
            if view.is_on_screen:
                widths = {view.render_line(y).cell_length for y in range(view.size.height)}
                assert widths <= {view.size.width}
            assert 0 <= app.pane.progress <= 1
