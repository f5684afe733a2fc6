"""Where names begin and end: without titles, roles and pronouns, one name each."""

from __future__ import annotations

import pytest

from tests.annotation.entity_helpers import names
from tuireader.annotation.entities.apart import apart
from tuireader.annotation.entities.beside import with_partners
from tuireader.annotation.entities.capitals import is_capital
from tuireader.annotation.entities.consensus import Consensus, without_things
from tuireader.annotation.entities.edges import trim
from tuireader.annotation.entities.lexicon import lexicon
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import split_words


def trimmed(
    text: str, label: str, start: int, end: int, confidence: float = 0.89
) -> list[tuple[str, str]]:
    """Return what is left of the words ``[start, end)`` of a text as a name of a label."""
    words = split_words(text, 0, len(text))
    found = [
        part
        for name in trim(words, [Name(start, end, label, confidence)], lexicon())
        for part in apart(words, name, lexicon())
    ]
    return [(text[words[n.start].start : words[n.end - 1].end], n.label) for n in found]


@pytest.mark.parametrize(
    ("text", "start", "end", "name"),
    [
        ("Referee Grace Okafor blew her whistle.", 0, 3, "Grace Okafor"),
        ("Chief Economist Tomasz Barr left.", 0, 4, "Tomasz Barr"),
        ("Prime Minister Anneli Saar left.", 0, 4, "Anneli Saar"),
        ("As Vera Holm I am not known.", 1, 4, "Vera Holm"),
        ("King Gustav I ruled.", 1, 3, "Gustav I"),
        ("Old Porter Quinn slept.", 1, 3, "Porter Quinn"),
        ("Ahmed Larch Image: Twitter", 0, 3, "Ahmed Larch"),
        ("A friend of Chris Vale spoke.", 3, 5, "Chris Vale"),
    ],
)
def test_what_somebody_is_stays_outside_of_the_name(
    text: str, start: int, end: int, name: str
) -> None:
    assert trimmed(text, "PER", start, end) == [(name, "PER")]


def test_a_name_ends_before_a_title_and_half_a_title_is_none() -> None:
    text = "The Amber Hall Press Secretary Una Reyes declined."
    assert trimmed(text, "ORG", 1, 4) == [("Amber Hall", "ORG")]
    assert trimmed("Kenyan Prime Minister Otieno Baraka spoke.", "PER", 1, 2) == []


def test_no_name_ends_in_a_link() -> None:
    assert trimmed("She reads Statistics in Tartu.", "ORG", 2, 4) == [("Statistics", "ORG")]
    assert trimmed("She likes Holm's best.", "ORG", 2, 4) == [("Holm's", "ORG")]


def test_an_article_belongs_to_a_name_only_inside_a_sentence() -> None:
    inside = "He writes in The Larch Courier."
    assert trimmed(inside, "ORG", 4, 6) == [("The Larch Courier", "ORG")]
    after_dash = "Larch News, 26 March - The UN agencies met."
    assert trimmed(after_dash, "ORG", 7, 8) == [("UN", "ORG")]


def test_what_ends_as_only_organisations_do_is_one() -> None:
    assert trimmed("In Larchfield High School they met.", "LOC", 1, 4)[0][1] == "ORG"
    assert trimmed("On the West Bank they met.", "LOC", 2, 4)[0][1] == "LOC"
    assert trimmed("Grace Police was born here.", "PER", 0, 2)[0][1] == "PER"


def test_names_that_stand_side_by_side_are_taken_apart() -> None:
    assert trimmed("In Washington, D.C. it rained.", "LOC", 1, 4) == [
        ("Washington", "LOC"),
        ("D.C.", "LOC"),
    ]
    assert trimmed("So Rafael Lemos y Hugo Fonte played.", "PER", 1, 6) == [
        ("Rafael Lemos", "PER"),
        ("Hugo Fonte", "PER"),
    ]
    assert trimmed("Here NFU and CBI met.", "ORG", 1, 4) == [("NFU", "ORG"), ("CBI", "ORG")]
    assert trimmed("Here Lydia Vale for Food Standards Kenya said.", "ORG", 1, 7) == [
        ("Lydia Vale", "PER"),
        ("Food Standards Kenya", "ORG"),
    ]
    firm = [("Marlow and Finch", "ORG")]
    assert trimmed("Here Marlow and Finch met.", "ORG", 1, 4) == firm


def test_who_stands_right_after_a_body_of_a_place_is_no_part_of_it() -> None:
    found = names("A study by University of Tartu Liis Kask and others was read in Riga.")
    assert ("University of Tartu", "ORG") in found
    assert ("Liis Kask", "PERSON") in found
    whole = names("It was printed by the University of California Press and the Bank of Ghana.")
    assert [n for n, _ in whole] == ["University of California Press", "Bank of Ghana"]


def test_contractions_are_no_names() -> None:
    assert not any(is_capital(text) for text in ("I’ve", "We've", "They’re"))
    assert is_capital("O’Hara")


def test_a_prefix_with_a_capital_is_part_of_the_name() -> None:
    def split(text: str) -> list[str]:
        return [word.text for word in split_words(text, 0, len(text), peoples=("Kenyan",))]

    assert split("Non-Academic") == ["Non-Academic"]
    assert split("Anti-Kenyan") == ["Anti", "-", "Kenyan"]
    assert split("anti-Academic") == ["anti", "-", "Academic"]


def test_compounds_whose_hyphens_a_machine_set_apart_are_one_word() -> None:
    def split(text: str) -> list[str]:
        return [w.text for w in split_words(text, 0, len(text), compounds=("rolls-royce",))]

    assert split("A Rolls - Royce of Omar al - Bakri") == [
        "A",
        "Rolls-Royce",
        "of",
        "Omar",
        "al-Bakri",
    ]
    assert "-" in split("A well-kept, second-hand Rolls - Royce")
    assert "-" in split("The train Larch - Harrow left")


def test_the_place_of_a_joined_compound_is_that_of_the_text() -> None:
    text = "They saw Jean - Claude Morel there."
    words = split_words(text, 0, len(text), compounds=("jean-claude",))
    assert text[words[2].start : words[2].end] == "Jean - Claude"


def test_listed_regions_and_people_addressed_are_what_they_are() -> None:
    assert trimmed("They left the West Bank today.", "ORG", 3, 5) == [("West Bank", "LOC")]
    assert trimmed("Then Frau Kuhnert left.", "LOC", 1, 3) == [("Kuhnert", "PER")]
    assert trimmed("From Bergen Airport for Lake Victoria.", "LOC", 1, 6) == [
        ("Bergen Airport", "LOC"),
        ("Lake Victoria", "LOC"),
    ]


def test_a_country_in_letters_is_found_where_the_tagger_saw_none() -> None:
    words = [split_words(t, 0, len(t)) for t in ("It leaves 7 US soldiers.", "GIVE US PEACE")]
    consensus = Consensus(words, [[], []], lexicon(), frozenset())
    assert [consensus.apply(block, []) for block in words] == [[Name(3, 4, "LOC", 0.7)], []]


def test_what_follows_a_known_surname_is_no_part_of_the_name() -> None:
    texts = ("So Grace Lindqvar sang.", "The Lindqvar Grophone played.", "Then Lindqvar Vale-Oro.")
    words = [split_words(text, 0, len(text)) for text in texts]
    found = [[Name(1, 3, "PER", 0.9)], [Name(1, 3, "PER", 0.9)], [Name(1, 3, "PER", 0.9)]]
    kept = without_things(words, found, lexicon())
    assert [name.end for names in kept for name in names] == [3, 2, 3]


def test_files_are_no_names() -> None:
    text = "See Larch Budget.pdf and OaksPlan.docx today."
    skipped = [word.text for word in split_words(text, 0, len(text)) if word.skip]
    assert skipped == ["Budget.pdf", "OaksPlan.docx"]


@pytest.mark.parametrize(
    ("text", "start", "end", "name"),
    [
        ("This Easter Vera Holm baked.", 1, 4, "Vera Holm"),
        ("On Monday Vera Holm paid.", 1, 4, "Vera Holm"),
        ("In May Okonjo left.", 1, 3, "Okonjo"),
        ("Nobody knew May Okonjo.", 2, 4, "May Okonjo"),
        ("Summer Holm sang.", 0, 2, "Summer Holm"),
    ],
)
def test_a_date_before_a_person_is_no_part_of_the_name(
    text: str, start: int, end: int, name: str
) -> None:
    assert trimmed(text, "PER", start, end) == [(name, "PER")]


def test_a_date_before_a_place_is_no_part_of_it() -> None:
    assert trimmed("In January Kharkiv saved.", "ORG", 1, 3) == [("Kharkiv", "LOC")]
    assert trimmed("The January Club met.", "ORG", 1, 3) == [("January Club", "ORG")]


@pytest.mark.parametrize(
    ("text", "confidence", "label"),
    [
        ("Vera Holm of Lyon won.", 0.6, "LOC"),
        ("Vera Holm from Lyon won.", 0.6, "LOC"),
        ("Vera Holm and Lyon won.", 0.6, "PER"),
        ("Vera Holm of Otieno won.", 0.6, "PER"),
        ("Vera Holm of Lyon won.", 0.95, "PER"),
    ],
)
def test_a_place_after_a_person_is_where_they_are_from(
    text: str, confidence: float, label: str
) -> None:
    words = split_words(text, 0, len(text))
    found = trim(words, [Name(0, 2, "PER", 0.9), Name(3, 4, "PER", confidence)], lexicon())
    assert [name.label for name in found] == ["PER", label]


def test_the_parts_of_a_name_side_by_side_are_one_name() -> None:
    words = split_words("Ole Johan Berg left. Ann", 0, 24)
    found = trim(words, [Name(0, 1, "PER", 0.9), Name(1, 3, "PER", 0.6)], lexicon())
    assert [(name.start, name.end, name.confidence) for name in found] == [(0, 3, 0.6)]


def test_names_on_both_sides_of_a_sentence_end_stay_apart() -> None:
    words = split_words("They met Ole! Ann left.", 0, 23)
    found = trim(words, [Name(2, 3, "PER", 0.9), Name(4, 5, "PER", 0.9)], lexicon())
    assert [(name.start, name.end) for name in found] == [(2, 3), (4, 5)]


@pytest.mark.parametrize(
    ("text", "label", "end", "found"),
    [
        ("Norway's Border Agency met.", "ORG", 4, [("Norway", "LOC"), ("Border Agency", "ORG")]),
        ("UKB's Academy opened.", "ORG", 3, [("UKB", "ORG"), ("Academy", "ORG")]),
        ("Holm’s Cabinet fell.", "PER", 3, [("Holm", "PER")]),
        ("Vera Holm of Lyon won.", "PER", 4, [("Vera Holm", "PER"), ("Lyon", "LOC")]),
        ("Albrecht of Lyon won.", "PER", 3, [("Albrecht of Lyon", "PER")]),
        ("King's College opened.", "ORG", 3, [("King's College", "ORG")]),
        ("Bergen’s Laksevåg burned.", "LOC", 3, [("Bergen", "LOC"), ("Laksevåg", "LOC")]),
    ],
)
def test_an_owner_and_an_origin_stand_apart(
    text: str, label: str, end: int, found: list[tuple[str, str]]
) -> None:
    assert trimmed(text, label, 0, end) == found


def test_a_given_name_stays_with_its_surname() -> None:
    assert trimmed("The envoy John Kestle left.", "PER", 3, 4) == [("John Kestle", "PER")]
    assert trimmed("The envoy Jordan Kestle left.", "PER", 3, 4) == [("Kestle", "PER")]
    assert trimmed("Will Kestle stay?", "PER", 1, 2) == [("Kestle", "PER")]


@pytest.mark.parametrize("label", ["PER", "ORG"])
def test_a_person_behind_a_place_stands_apart(label: str) -> None:
    found = trimmed("The governor of Ohio Chris Vale spoke.", label, 3, 6)
    assert found == [("Ohio", "LOC"), ("Chris Vale", "PER")]
    sure = trimmed("The governor of Ohio Chris Vale spoke.", "ORG", 3, 6, 0.95)
    assert sure == [("Ohio Chris Vale", "ORG")]
    hospital = trimmed("A room of Ohio Grace Hospital burnt.", "ORG", 3, 6)
    assert hospital == [("Ohio Grace Hospital", "ORG")]


@pytest.mark.parametrize(
    ("text", "at", "label"),
    [
        ("Talks between Bolton and Petrov failed.", 2, "PER"),
        ("Nurses in Bolton and Petrov spoke.", 2, "LOC"),
        ("Talks between Kenya and Petrov failed.", 2, "LOC"),
        ("Talks of Bolton with Petrov failed.", 2, "LOC"),
    ],
)
def test_a_surname_that_is_a_town_is_a_person_beside_one(text: str, at: int, label: str) -> None:
    words = split_words(text, 0, len(text))
    pair = [Name(at, at + 1, "LOC", 0.98), Name(at + 2, at + 3, "PER", 0.7)]
    assert [name.label for name in with_partners(words, pair, lexicon())] == [label, "PER"]


def test_kinds_of_things_and_parts_of_addresses_are_no_names() -> None:
    assert names("The nearest National Park is full.", "They bought new PCs and SUVs.") == []
    assert ("Ste", "ORG") not in names("Write to Vale Press, 500 Market Street, Ste 40.")
