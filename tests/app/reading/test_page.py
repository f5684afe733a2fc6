from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.reading.specimen import ITEMS, P2, article, harbour, lengthy, quote
from tuireader.annotation.annotation import Annotation
from tuireader.app.rendition.cells import width_of
from tuireader.app.rendition.geometry import GUTTER, geometry
from tuireader.app.rendition.ink import Fate, Role
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.layout import Layout, LineKind
from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.page import Page
from tuireader.app.rendition.pointing import position_at
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.raw_sheet import RawSheet
from tuireader.app.rendition.reading import Reading
from tuireader.app.rendition.sheet import CleanSheet, Sheet
from tuireader.articles.article import BlockKind
from tuireader.library.entry import Loaded

BLOCK = st.tuples(
    st.sampled_from(list(BlockKind)),
    st.lists(st.sampled_from([*"ab c“”,.-", "漢", "e\u0301", "👍"]), min_size=1)
    .map("".join)
    .filter(str.strip),
)
BLOCKS = st.lists(BLOCK, min_size=1, max_size=6)


def page_of(reading: Reading, width: int, desired: int = 72) -> Page:
    sheet = reading.sheet
    return Page(sheet, geometry(width, desired), reading.side_notes(sheet))


def painted(page: Page, number: int, marks: Marks) -> str:
    return "".join(fragment.text for fragment in page.paint(number, marks))


@given(st.integers(1, 300), st.integers(1, 220))
def test_the_columns_fit_the_pane(width: int, desired: int) -> None:
    place = geometry(width, desired)
    assert 1 <= place.column <= max(desired, 1)
    assert 0 <= place.left <= width
    assert place.left + place.column <= max(width, 1)
    if place.margin:
        assert place.margin + 1 + GUTTER <= place.left


@given(BLOCKS, st.integers(4, 60))
def test_every_character_of_the_blocks_is_on_exactly_one_line(
    blocks: list[tuple[BlockKind, str]], width: int
) -> None:
    made = article(blocks)
    for sheet in (CleanSheet(made), RawSheet(made)):
        layout = Layout(sheet, width)
        texts = [
            (line.start, line.end)
            for line in map(layout.line, range(layout.height))
            if line.kind is LineKind.TEXT
        ]
        covered = [at for start, end in texts for at in range(start, end)]
        wanted = [at for p in sheet.passages for at in range(p.start, p.end)]
        assert covered == wanted


@given(BLOCKS, st.integers(4, 60))
def test_places_lead_to_their_line_and_back(
    blocks: list[tuple[BlockKind, str]], width: int
) -> None:
    made = article(blocks)
    page = Page(CleanSheet(made), geometry(width, 40))
    for block in made.blocks:
        for position in range(block.start, block.end):
            line = page.layout.line(page.line_of_position(position))
            assert line.kind is LineKind.TEXT
            assert line.start <= position < line.end
    for number in range(page.height):
        if page.layout.line(number).kind is LineKind.TEXT:
            assert page.line_of_position(page.position_of_line(number)) == number


@settings(max_examples=40)
@given(BLOCKS, st.integers(12, 130), st.integers(20, 90))
def test_no_painted_line_is_wider_than_the_pane(
    blocks: list[tuple[BlockKind, str]], width: int, desired: int
) -> None:
    reading = Reading(Prepared(harbour()))
    page = page_of(reading, width, desired)
    other = Page(CleanSheet(article(blocks)), geometry(width, desired))
    for shown in (page, other):
        for number in range(shown.height):
            assert width_of(painted(shown, number, reading.marks)) <= width


def test_a_cell_leads_to_the_character_painted_there() -> None:
    reading = Reading(Prepared(harbour()))
    page = page_of(reading, 100)
    number = page.line_of_position(reading.loaded.article.text.index("different"))
    line = painted(page, number, reading.marks)
    cell = line.index("different")
    found = position_at(page, number, cell)
    assert found == reading.loaded.article.text.index("different")
    assert position_at(page, number, 0) is None
    assert position_at(page, page.height, cell) is None


def test_a_list_has_bullets_and_hangs() -> None:
    page = Page(CleanSheet(article([(BlockKind.LIST_ITEM, ITEMS[1])])), geometry(26, 22))
    marks = Marks.of(harbour().annotation)
    shown = [painted(page, number, marks).rstrip() for number in range(page.height)]
    assert shown == ["  • The last one at a", "    quarter to midnight."]


def test_an_ordered_list_has_its_numbers_and_hangs() -> None:
    made = article([(BlockKind.LIST_ITEM, ITEMS[1])])
    made = replace(made, blocks=(replace(made.blocks[0], number=12),))
    page = Page(CleanSheet(made), geometry(28, 24))
    marks = Marks.of(harbour().annotation)
    shown = [painted(page, number, marks).rstrip() for number in range(page.height)]
    assert shown == ["  12. The last one at a", "      quarter to midnight."]


def test_speakers_are_named_in_the_margin_where_it_is_wide() -> None:
    reading = Reading(Prepared(harbour()))
    page = page_of(reading, 110)
    named = [
        (number, fragment.text)
        for number in range(page.height)
        for fragment in page.paint(number, reading.marks)
        if fragment.ink.role is Role.NAME
    ]
    text = reading.loaded.article.text
    assert [name for _, name in named] == [
        "Ilse Marren",
        "Ilse Marren",
        "Marren’s father",
        "Tomas Oyelaran",
    ]
    assert named[0][0] == page.line_of_position(text.index("“We are not"))


def test_speakers_are_named_above_the_text_where_it_is_narrow() -> None:
    reading = Reading(Prepared(harbour()))
    page = page_of(reading, 60)
    shown = [painted(page, number, reading.marks).strip() for number in range(page.height)]
    first = page.line_of_position(reading.loaded.article.text.index(P2))
    assert shown[first - 2 : first] == ["", "▎ Ilse Marren"]
    assert "▎ Ilse Marren · Marren’s father" in shown


def test_a_bar_stands_beside_quotes_only() -> None:
    reading = Reading(Prepared(harbour()))
    page = page_of(reading, 60)
    text = reading.loaded.article.text
    marks = reading.marks.toggled(Layer.REPORTED)

    def bar(words: str) -> str:
        return painted(page, page.line_of_position(text.index(words)), marks)[:6].strip()

    assert bar("“We are not").startswith("▎")
    assert bar("Marren said the").startswith("╎")
    assert not bar("The harbour").startswith("▎")


def test_raw_text_shows_what_was_removed_and_by_which_rule() -> None:
    reading = Reading(Prepared(harbour()))
    reading.raw = True
    for width in (60, 120):
        page = page_of(reading, width)
        shown = [painted(page, number, reading.marks) for number in range(page.height)]
        assert any("share-line" in line for line in shown)
        fates = {
            fragment.text: fragment.ink.fate
            for number in range(page.height)
            for fragment in page.paint(number, reading.marks)
        }
        assert fates["Share this article"] is Fate.REMOVED
        assert fates["Harbour council delays the ferry vote"] is Fate.LIFTED
        assert fates["A long night"] is Fate.KEPT
        assert not any("\N{REPLACEMENT CHARACTER}" in line for line in shown)


def test_raw_and_clean_keep_each_others_place() -> None:
    reading = Reading(Prepared(harbour()))
    clean: Sheet = reading.sheet
    reading.raw = True
    raw = reading.sheet
    for word in ("hearing", "different", "gallery", "midnight"):
        position = clean.text.index(word)
        there = raw.from_article(position)
        assert raw.text[there:].startswith(word)
        assert raw.to_article(there) == position


def test_quotes_are_marked_in_raw_text_too() -> None:
    reading = Reading(Prepared(harbour()))
    reading.raw = True
    page = page_of(reading, 120)
    number = page.layout.line_of(page.sheet.text.index("“would not wake"))
    spoken = [f.text for f in page.paint(number, reading.marks) if f.ink.speech and f.ink.voice]
    assert "“would not wake a cat”" in spoken


def test_edits_are_marked_in_raw_text() -> None:
    made = article([(BlockKind.PARAGRAPH, "It ends here.")], raw="It ends here..")
    stains = RawSheet(made).stains(0, 14)
    assert [(s.start, s.end, s.fate) for s in stains] == [(13, 14, Fate.EDITED)]


def test_only_one_persons_words() -> None:
    reading = Reading(Prepared(harbour()))
    reading.only = "person:tomas oyelaran"
    page = page_of(reading, 60)
    shown = [painted(page, number, reading.marks).strip(" ▎") for number in range(page.height)]
    assert shown == ["Tomas Oyelaran:", "“would not wake a cat”"] or shown[-1] == (
        "“would not wake a cat”"
    )
    assert not any("harbour" in line for line in shown)
    assert reading.sheet is reading.sheet
    reading.only = "person:ilse marren"
    assert reading.sheet.passages[0].start == reading.quotes[0].start


def test_lines_are_in_order_however_long_the_article() -> None:
    reading = Reading(Prepared(lengthy(3000)))
    page = page_of(reading, 90)
    starts = [page.position_of_line(number) for number in range(page.height)]
    assert all(a <= b for a, b in pairwise(starts))


def test_a_long_text_is_broken_piece_by_piece_into_the_same_lines() -> None:
    reading = Reading(Prepared(lengthy(8000)))
    whole, pieces = page_of(reading, 60), page_of(reading, 60)
    assert not pieces.layout.settled
    whole.layout.settle()
    middle = len(reading.loaded.article.text) // 2
    seen = pieces.layout.line(pieces.line_of_position(middle))
    assert (seen.start, seen.end) == (
        (line := whole.layout.line(whole.line_of_position(middle))).start,
        line.end,
    )
    while not pieces.layout.settle(5000):
        assert pieces.height > 0
    assert [pieces.layout.line(n) for n in range(pieces.height)] == [
        whole.layout.line(n) for n in range(whole.height)
    ]


def test_only_what_is_looked_at_is_broken_into_lines() -> None:
    reading = Reading(Prepared(lengthy(20_000)))
    page = page_of(reading, 60)
    for number in range(40):
        page.paint(number, reading.marks)
    assert page.layout.passages_broken < 60


def test_two_names_of_one_line_stand_one_below_the_other() -> None:
    words = "“Yes,” said Ada. “No,” said Bo. " + "And then nobody said anything more. " * 6
    made = article([(BlockKind.PARAGRAPH, words)])
    quotes = (quote(made.text, "“Yes,”", "Ada"), quote(made.text, "“No,”", "Bo"))
    page = page_of(Reading(Prepared(Loaded(made, Annotation(quotes)))), 110)
    names = [
        (number, fragment.text)
        for number in range(page.height)
        for fragment in page.paint(number, Marks.of(Annotation()))
        if fragment.ink.role is Role.NAME
    ]
    assert names == [(0, "Ada"), (1, "Bo")]


def test_a_heading_stands_apart_from_what_is_before_it() -> None:
    made = article([(BlockKind.PARAGRAPH, "one"), (BlockKind.HEADING, "two")])
    layout = Layout(CleanSheet(made), 20)
    kinds = [layout.line(number).kind for number in range(layout.height)]
    assert kinds == [LineKind.TEXT, LineKind.GAP, LineKind.GAP, LineKind.TEXT]


def test_above_words_of_the_voice_before_stands_that_voice_too() -> None:
    made = article(
        [
            (BlockKind.PARAGRAPH, "“Yes,” said Ada."),
            (BlockKind.PARAGRAPH, "“Still yes.” “No,” said Bo."),
            (BlockKind.PARAGRAPH, "“And no.”"),
        ]
    )
    words = (("“Yes,”", "Ada"), ("“Still yes.”", "Ada"), ("“No,”", "Bo"), ("“And no.”", "Bo"))
    quotes = tuple(quote(made.text, said, speaker) for said, speaker in words)
    reading_ = Reading(Prepared(Loaded(made, Annotation(quotes))))
    page = page_of(reading_, 40)
    lines = [painted(page, number, reading_.marks).strip() for number in range(page.height)]
    assert [line for line in lines if "”" not in line and line] == ["▎ Ada", "▎ Ada · Bo"]
