"""Who said each quote, and why we think so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tuireader.annotation.annotation import (
    Entity,
    IndirectSpeech,
    Quote,
    QuoteKind,
    Reference,
    Span,
)
from tuireader.annotation.attribution.actors import Actors
from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.confidence import calibrated
from tuireader.annotation.attribution.context import Context
from tuireader.annotation.attribution.cues import OwnCues
from tuireader.annotation.attribution.discourse import Discourse
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.identity import Identities
from tuireader.annotation.attribution.indirect import Report, Reports
from tuireader.annotation.attribution.interviews import answers, asks
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.pronouns import Identity
from tuireader.annotation.attribution.reasons import explain
from tuireader.annotation.attribution.references import References
from tuireader.annotation.attribution.words import OUTSIDE
from tuireader.articles.article import Article

_PARAGRAPHS = 2
_UNNAMED = 0.3
"""Words less sure than this to name the speaker are left out."""
_SURE = 0.86
"""A speaker in the quote's own sentence who fits so well is not looked for elsewhere."""
_DOUBTFUL = 0.62
_LABEL = 5
_OPENING = "\"“„«»‘‚'‹›「『"
_CLOSING = "\"”“»«’'›‹」』‟‘"
_BY_WORD_ORDER = frozenset({Rule.VERB_BEFORE, Rule.SUBJECT, Rule.COLON})
_SPOKEN = frozenset({QuoteKind.SPEECH, QuoteKind.PARTIAL})


@dataclass(frozen=True, slots=True)
class Spoken:
    """The quotes of an article with their speakers, and its reported speech.

    Attributes:
        quotes: The quotes.
        indirect: The reported speech.
        references: For the ids of people where the article means them without a name.
        roles: For the ids of people what appositions say they are.
    """

    quotes: tuple[Quote, ...]
    indirect: tuple[IndirectSpeech, ...]
    references: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def attribute(
    article: Article,
    quotes: tuple[Quote, ...],
    entities: tuple[Entity, ...],
    own_cues: tuple[OwnCues, ...] = (),
    context: Context | None = None,
) -> Spoken:
    """Return the quotes with their speakers.

    Args:
        article: A clean article.
        quotes: Its quoted spans, as `quotes.find_quotes` gives them.
        entities: Its entities.
        own_cues: The reader's own lists of cues, which add to those built in.
        context: What `quotes.read_quotes` gave with these quotes; saves reading the article again.
    """
    if context is None:
        context = Context(article, quotes, own_cues)
    return _Attribution(context, quotes, entities).run()


def _is_guess(quote: Quote) -> bool:
    """Whether a speaker is neither known as a person or an organisation nor clearly named."""
    known = (quote.speaker_id or "").startswith(("person:", "org:"))
    return not known and quote.confidence < _UNNAMED


def _best(candidates: Iterable[Candidate]) -> float:
    return max((candidate.weight for candidate in candidates), default=0.0)


class _Attribution:
    """One walk over the quotes of an article, in order."""

    def __init__(
        self, context: Context, quotes: tuple[Quote, ...], entities: tuple[Entity, ...]
    ) -> None:
        self.context = context
        self.quotes = quotes
        self.entities = entities
        self.words = context.words
        people = People(context.words, context.cues, context.grammar, entities)
        self.identities = Identities(Discourse(people), context.byline)
        self.actors = Actors(context.grammar, people)
        self.chosen: dict[int, Candidate] = {}
        self.report: Report | None = None

    def run(self) -> Spoken:
        """Return the quotes with their speakers."""
        context = self.context
        done: list[Quote] = []
        indirect: list[IndirectSpeech] = []
        reports = Reports(self.words, context.cues, context.grammar, context.candidates).all()
        report = next(reports, None)
        previous = OUTSIDE
        for number, quote in enumerate(self.quotes):
            while report is not None and report.first < context.frames.first_token(number):
                indirect.append(self._reported(report))
                report = next(reports, None)
            candidate = None
            if not quote.nested and quote.kind in _SPOKEN:
                candidate = self._choose(number, previous)
                previous = number
            if candidate is None:
                done.append(quote)
                continue
            self.chosen[number] = candidate
            attributed = self._attributed(quote, candidate)
            done.append(quote if _is_guess(attributed) else attributed)
        while report is not None:
            indirect.append(self._reported(report))
            report = next(reports, None)
        references = References(self.identities.discourse, done, self.entities)
        return Spoken(tuple(done), tuple(indirect), references.all(), references.stated_roles())

    def _choose(self, number: int, previous: int) -> Candidate | None:
        frame = self.context.frames.frame(number)
        answer = answers(self.words, frame, self.identities.people)
        if answer is not None or asks(self.words, frame):
            return answer
        led = bool(frame.before)
        found = [
            self._as_it_stands(candidate)
            for candidate in self.context.candidates.of(frame)
            if self._is_told(candidate, frame)
        ]
        if _best(found) < _SURE:
            found += self._goes_on(number)
            found += self.actors.unspoken(frame, self.context.frames.first_token(number))
            found += self._inherited(number, previous, led)
            found += self._reported_before(number, previous, led)
        if _best(found) < _DOUBTFUL:
            found += self.actors.among(frame)
            found += self.actors.spoken_of_before(frame, self.context.frames.first_token(number))
        return max(found, key=lambda candidate: candidate.weight, default=None)

    def _is_told(self, candidate: Candidate, frame: Frame) -> bool:
        """Whether a candidate is more than the capital that a sentence begins with.

        In a language without lists of cues nothing else is known of the first words.
        """
        phrase = candidate.phrase
        if candidate.rule is Rule.VIEW:
            return self.actors.may_judge(phrase)
        if self.context.cues.finite or candidate.rule not in _BY_WORD_ORDER:
            return True
        if len(frame.before) < _LABEL or not self.words.starts_sentence(phrase.first):
            return True
        named = self.identities.people.named
        return any(at in named for at in range(phrase.first, phrase.end))

    def _as_it_stands(self, candidate: Candidate) -> Candidate:
        """Return a candidate with the weight that its words have as a speaker's."""
        if candidate.rule not in _BY_WORD_ORDER:
            return candidate
        standing = self.actors.standing(candidate.phrase)
        if candidate.rule is Rule.COLON:
            standing *= self.actors.leads(candidate.phrase)
        return candidate._replace(weight=candidate.weight * standing) if standing < 1 else candidate

    def _goes_on(self, number: int) -> Iterator[Candidate]:
        """Yield who is named after the last of several paragraphs of one quote as their speaker.

        Each of them begins with an opening mark, and only the last has a closing one.

        Args:
            number: A quote.
        """
        frames, words = self.context.frames, self.words
        first = frames.first_token(number)
        if not self.context.grammar.abroad:
            return
        if not 0 < first < len(words) or words.block[first - 1] == words.block[first]:
            return
        while number + 1 < len(self.quotes):
            end, following = frames.end_token(number), frames.first_token(number + 1)
            frame = frames.frame(number)
            if frame.before or frame.after or end != following or following >= len(words):
                return
            if words.block[following] != words.block[end - 1] + 1 or not self._is_open(number):
                return
            number += 1
            if not self._is_open(number):
                best = self.context.candidates.of(frames.frame(number))[:1]
                if best and best[0].rule is Rule.VERB_AFTER and best[0].weight > _SURE:
                    yield best[0]._replace(rule=Rule.PARAGRAPH_AFTER, weight=_SURE)
                return

    def _is_open(self, number: int) -> bool:
        """Whether a quote that opens with a mark has lost its closing one."""
        quote, text = self.quotes[number], self.context.text
        return text[quote.start] in _OPENING and text[quote.end - 1] not in _CLOSING

    def _inherited(self, number: int, previous: int, led: bool) -> Iterator[Candidate]:
        """Yield the speaker of the quote before as a candidate for this one.

        Args:
            number: The quote.
            previous: The quote before, or `OUTSIDE`.
            led: Whether words of its own sentence stand before the quote.
        """
        before = self.chosen.get(previous)
        first = self.context.frames.first_token(number)
        if before is None or first >= len(self.words):
            return
        last = self.context.frames.end_token(previous) - 1
        apart = self.words.block[first] - self.words.block[last]
        if apart == 0:
            weight = (0.8 if not led else 0.72) * min(1.0, before.weight + 0.1)
            yield before._replace(rule=Rule.SAME_PARAGRAPH, weight=weight)
        elif apart <= _PARAGRAPHS:
            weight = 0.5 / apart if not led else 0.2
            yield before._replace(rule=Rule.PARAGRAPH_BEFORE, weight=weight)

    def _reported_before(self, number: int, previous: int, led: bool) -> Iterator[Candidate]:
        """Yield whose words the sentences since the quote before report."""
        first = self.context.frames.first_token(number)
        since = self.context.frames.end_token(previous) if previous != OUTSIDE else 0
        report = self.report
        if report is None or report.first < since or first >= len(self.words):
            return
        apart = self.words.block[first] - self.words.block[report.first]
        if apart == 0:
            weight = 0.85 if not led else 0.6
            yield report.candidate._replace(rule=Rule.SAME_PARAGRAPH, weight=weight)
        elif apart <= _PARAGRAPHS:
            weight = 0.55 / apart if not led else 0.25
            yield report.candidate._replace(rule=Rule.PARAGRAPH_BEFORE, weight=weight)

    def _attributed(self, quote: Quote, candidate: Candidate) -> Quote:
        identity, mention = self._identify(candidate)
        return Quote(
            quote.start,
            quote.end,
            quote.kind,
            nested=quote.nested,
            speaker=identity.person.name if identity.known else None,
            speaker_id=identity.person.id,
            mention=mention,
            cue=candidate.cue,
            confidence=round(calibrated(candidate.weight * identity.confidence), 2),
            reason=explain(candidate, identity, self.context.text[mention.start : mention.end]),
        )

    def _reported(self, report: Report) -> IndirectSpeech:
        self.report = report
        candidate = report.candidate
        identity, mention = self._identify(candidate)
        tokens = self.words.tokens
        return IndirectSpeech(
            start=tokens[report.first].start,
            end=tokens[report.end - 1].end,
            speaker=identity.person.name if identity.known else None,
            speaker_id=identity.person.id,
            mention=mention,
            cue=candidate.cue,
            confidence=round(calibrated(candidate.weight * identity.confidence), 2),
            reason=explain(candidate, identity, self.context.text[mention.start : mention.end]),
        )

    def _identify(self, candidate: Candidate) -> tuple[Identity, Span]:
        phrase, tokens = candidate.phrase, self.words.tokens
        identity = self.identities.of(phrase)
        self.identities.hear(phrase, identity)
        return identity, Span(tokens[phrase.first].start, tokens[phrase.end - 1].end)
