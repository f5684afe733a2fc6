"""Clubs in tables of results are organisations, though they are called by their cities."""

from __future__ import annotations

from tests.annotation.entity_helpers import names

STANDINGS = "Hull 4 3 1 0 9 3 10 Leeds 4 3 0 1 8 4 9 Crewe Vale 4 2 1 1 6 4 7 Derby 4 1 0 3 2 8 3"


def organisations(*paragraphs: str) -> list[str]:
    return [text for text, label in names(*paragraphs) if label == "ORG"]


def test_clubs_of_a_table_are_organisations() -> None:
    assert organisations(f"Standings: {STANDINGS}") == ["Hull", "Leeds", "Crewe Vale", "Derby"]


def test_scores_are_a_table() -> None:
    text = "Played on Saturday: Hull 2 Leeds 1 Derby 0 Crewe 0 Stoke 3 Luton 2"
    assert organisations(text) == ["Hull", "Leeds", "Derby", "Crewe", "Stoke", "Luton"]


def test_every_row_may_be_a_line() -> None:
    rows = ("Hull 4 3 1 0 10", "Leeds 4 3 0 1 9", "Derby 4 2 1 1 7", "Stoke 4 1 0 3 3")
    assert organisations("The table after four games", *rows) == ["Hull", "Leeds", "Derby", "Stoke"]


def test_shares_and_places_left_out_by_a_dash_are_figures() -> None:
    text = "Hull 74 59 .556 - Leeds 70 63 .526 4 Derby 65 71 .478 16 1/2 Stoke 61 75 .449 20"
    assert organisations(text) == ["Hull", "Leeds", "Derby", "Stoke"]


def test_headings_are_no_part_of_a_club() -> None:
    text = STANDINGS.replace("Derby", "Western Division B Derby")
    assert organisations(f"Eastern Division {text}") == ["Hull", "Leeds", "Crewe Vale", "Derby"]


def test_a_table_of_nations_or_people_has_no_clubs() -> None:
    assert organisations("Medals: Norway 4 2 1 Kenya 3 3 0 France 3 1 1 Japan 2 2 5") == []
    people = "Anna Berg 70 71 Mary Holt 71 72 Susan Price 72 72 Helen Marsh 72 74"
    assert organisations(f"Scores: {people}") == []


def test_three_names_with_figures_are_no_table() -> None:
    assert organisations("Trains to Hull 4 Leeds 3 Derby 2 hours apart.") == []
