from __future__ import annotations

from tests.annotation.speech.articles import quoted, speakers

TURNS = (
    "CHAIRMAN DOYLE: Who rang the bell?",
    "MS KERSHAW: I did, sir, and I would ring it again.",
    "CHAIRMAN DOYLE: Why?",
    "MS KERSHAW: There was smoke.",
)


def test_a_label_may_say_whom_it_stands_for() -> None:
    found = speakers(*TURNS, "MR ABARA, for the harbour board: Nobody had told you to.")
    assert found[-1] == "ABARA"
    assert quoted(*TURNS, "MR ABARA, for the harbour board: Nobody had told you to.")[-1] == (
        "Nobody had told you to."
    )


def test_a_sentence_with_a_comma_and_a_colon_is_no_label() -> None:
    line = "Later, in the hall: nobody moved."
    assert quoted(*TURNS, line, *TURNS)[len(TURNS)] == line


def test_a_paragraph_without_a_label_goes_on_with_the_turn() -> None:
    found = speakers(*TURNS, "It came up from the engine room.", *TURNS)
    assert len(found) == 2 * len(TURNS) + 1
    assert found[len(TURNS)] == "KERSHAW"


def test_narration_between_turns_is_no_speech() -> None:
    narration = "The board’s lawyers left. Ms Kershaw, who is 40, stayed until the evening."
    assert len(quoted(*TURNS, "The hall was full by then.", *TURNS, narration, *TURNS)) == 12


def test_quotes_in_narration_between_turns_have_their_own_speaker() -> None:
    narration = "“Smoke is a matter of opinion,” Peter Lund told the Mercury."
    found = speakers(*TURNS, narration, *TURNS)
    assert found[len(TURNS)] == "Peter Lund"
    assert len(found) == 2 * len(TURNS) + 1


def test_a_stage_direction_is_no_speech() -> None:
    assert "(Laughter.)" not in quoted(*TURNS, "(Laughter.)", *TURNS)


def test_notes_on_two_teams_are_no_transcript() -> None:
    notes = ("Rovers: Ann Lee missed a third match.", "Albion: Ines Kohl left early with a cut.")
    then = ("Rovers: Host Albion on Friday.", "Albion: Visit Rovers on Friday.")
    assert quoted(*notes, *then) == []
