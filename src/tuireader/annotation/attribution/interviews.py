"""Who speaks in an interview whose labels are only letters."""

from __future__ import annotations

from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.words import Words

_QUESTIONS = frozenset({"q", "question", "frage", "вопрос", "запитання", "pregunta"})
_ANSWERS = frozenset({"a", "answer", "antwort", "ответ", "відповідь", "respuesta", "réponse"})


def asks(words: Words, frame: Frame) -> bool:
    """Whether a quote is a question of an interviewer whom no label names."""
    return _label(words, frame) in _QUESTIONS


def answers(words: Words, frame: Frame, people: People) -> Candidate | None:
    """Return who is interviewed: the one named most often before the first answer.

    Args:
        words: The words of the article.
        frame: A quote's frame.
        people: Everyone the article names.

    Returns:
        None where the quote is no answer of an interview or nobody is named before it.
    """
    if _label(words, frame) not in _ANSWERS:
        return None
    label = frame.before[0]
    named = [
        (sum(place < label for place in person.places), person)
        for person in people.all
        if person.human and person.places
    ]
    count, person = max(named, key=lambda entry: entry[0], default=(0, None))
    if person is None or count == 0:
        return None
    place = person.places[0]
    end = place + 1
    while people.named.get(end) is person:
        end += 1
    return Candidate(Phrase(place, end, end - 1), "A:", Rule.TRANSCRIPT, 0.65)


def _label(words: Words, frame: Frame) -> str:
    """Return the one word before a colon that a quote's sentence begins with, in lower case."""
    before = frame.before
    if len(before) != 2 or words.tokens[before[1]].text != ":":
        return ""
    return words.lower[before[0]]
