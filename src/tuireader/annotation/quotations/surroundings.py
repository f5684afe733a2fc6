"""What the words right before and after a quote say about its kind."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.annotation.attribution.context import Context
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.quotations.evidence import Evidence
from tuireader.annotation.quotations.wording import is_title_case

_NEAR = 4
_PERFORMING = frozenset(
    {"play", "plays", "played", "playing", "perform", "performs", "performed", "performing"}
    | {"sing", "sings", "sang", "sung", "singing", "star", "stars", "starred", "starring"}
)
_ON = frozenset({"on", "in", "with", "to", "at", "for", "by", "of", "told"})


_TO_PAPERS = frozenset({"der", "dem", "den", "im", "gegenüber"})
_OBJECTS = frozenset({"von", "als", "über", "mit", "für", "wegen", "zu", "aus", "gegen", "um"})


def is_titled(inner: str) -> bool:
    """Whether every longer word has a capital: "Zeit am Abend"."""
    return all(word[0].isupper() or len(word) < _NEAR for word in inner.split())


class Surroundings:
    """Looks at what stands next to the quotes of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.words = context.words
        self.cues = context.cues
        self._indefinite = self.cues.determiners - self.cues.definite
        self._article = self.cues.determiners - self.cues.conjunctions

    def of(self, frame: Frame, inner: str) -> Iterator[Evidence]:
        """Yield what the neighbours of a quote say about it.

        Args:
            frame: The sentence around the quote.
            inner: The quote's words, without the marks.
        """
        words = self.words
        last = self.context.frames.first_token(frame.quote) - 1
        after = self.context.frames.end_token(frame.quote)
        before = words.lower[last] if frame.before and last == frame.before[-1] else ""
        following = words.lower[after] if frame.after and after == frame.after[0] else ""
        yield from self._title(frame, inner, before, after)
        yield from self._named_abroad(frame, inner, before, last)
        yield from self._woven(frame, before, following)
        yield from self._as_a_word(inner, before, following, last, after)

    def _title(self, frame: Frame, inner: str, before: str, after: int) -> Iterator[Evidence]:
        """Yield what speaks for the title of a work, or a name."""
        words, cues = self.words, self.cues
        last = self.context.frames.first_token(frame.quote) - 1
        near = {words.lower[at] for at in frame.before[-_NEAR:]}
        if self._names(last, before):
            yield Evidence("naming", -1.8, "a word before it gives a name", title=True)
        beside = set()
        if frame.after[:1] == (after,):
            apposed = words.tokens[after].text == ","
            beside = {words.lower[at] for at in frame.after[: _NEAR if apposed else 1]}
        small = self.context.grammar.abroad and not cues.nouns_capitalised and inner[:1].islower()
        if (near | beside) & cues.creations and not small:
            yield Evidence("work", -1.8, "it names a work", title=True)
        capitals = is_title_case(inner)
        if near & _PERFORMING and capitals:
            yield Evidence(
                "performed", -2.0, "it is capitalised like what is performed", title=True
            )
        shown = capitals or (before == "on" and inner.isupper())
        if before in _ON and shown and not inner.endswith(("!", "?")):
            yield Evidence("shown", -2.0, f"“{before}” leads to a name", title=True)
        if before and capitals and words.possessive(last):
            yield Evidence("owned", -2.2, "it is capitalised like somebody’s work", title=True)
        if near & cues.terms:
            yield Evidence("term", -1.0, "it is spoken of as a word")

    def _named_abroad(self, frame: Frame, inner: str, before: str, last: int) -> Iterator[Evidence]:
        """Yield what speaks for a name in languages in which it needs its marks.

        Words that somebody says inside of another's sentence begin with a small letter there, but
        in German, where a paper is named after whoever spoke to it: "sagte Lee der „Hafenpost“".

        Args:
            frame: The sentence around the quote.
            inner: The quote's words, without the marks.
            before: The word right before it, in lower case; empty where there is none.
            last: The token before it.
        """
        words, cues, grammar = self.words, self.cues, self.context.grammar
        short = len(inner.split()) <= _NEAR and inner[:1].isupper() and inner[-1:] not in "?!…"
        if not grammar.abroad or not cues.finite or not before or not short:
            return
        if cues.nouns_capitalised:
            earlier = words.lower[last - 1] if last else ""
            told = before in _TO_PAPERS and earlier not in _OBJECTS and is_titled(inner)
            verbs = grammar.verbs(frame.before)
            if told and verbs and verbs[-1].strong:
                yield Evidence("paper", -3.4, "it is capitalised inside of a sentence", title=True)
            return
        leads = before in cues.conjunctions or before in cues.subjects
        verb = grammar.verb(last)
        if leads or (verb is not None and verb.strong) or not words.tokens[last].text[0].isalpha():
            return
        if before in self._indefinite and before not in cues.prepositions and cues.definite:
            return
        yield Evidence("paper", -3.4, "it is capitalised inside of a sentence", title=True)

    def _woven(self, frame: Frame, before: str, following: str) -> Iterator[Evidence]:
        """Yield what speaks for words that the writer's own sentence is built around."""
        words, cues = self.words, self.cues
        earlier = words.lower[frame.before[-2]] if len(frame.before) > 1 else ""
        if before in cues.likening or (before in self._indefinite and earlier in cues.likening):
            yield Evidence("likened", 1.4, "it says as what somebody is seen")
        if following in self._article or following == "of":
            yield Evidence("woven", 0.9, "the sentence around it is built on it")

    def _as_a_word(
        self, inner: str, before: str, following: str, last: int, after: int
    ) -> Iterator[Evidence]:
        """Yield what speaks for words that only stand for a noun or an adjective.

        Args:
            inner: The quote's words, without the marks.
            before: The word right before it, in lower case; empty where there is none.
            following: The word right after it.
            last: The token before it.
            after: The token after it.
        """
        words, cues = self.words, self.cues
        count = len(inner.split())
        if following and self._is_noun(after) and count <= _NEAR:
            owned = before in cues.determiners or (before and words.possessive(last))
            weight = -1.0 if owned else -0.7
            yield Evidence("modifier", weight, "it qualifies the noun after it")
        elif before and count == 1 and self._is_noun(last) and before not in cues.nouns:
            yield Evidence("noun", -0.5, "it stands where a noun would")
        if (
            before
            and following
            and count == 1
            and inner[:1].isupper()
            and self.context.grammar.is_proper(last)
            and self.context.grammar.is_proper(after)
        ):
            yield Evidence("nickname", -4.0, "it is a nickname", title=True)

    def _names(self, last: int, before: str) -> bool:
        """Whether "named", "dubbed the" or the like stands before a quote, without a speaker."""
        words, cues = self.words, self.cues
        at = last - 1 if before in cues.determiners else last
        if not before or at < 1 or words.lower[at] not in cues.naming:
            return False
        if at < last:
            return words.lower[at] not in cues.weak_finite or words.lower[at] == "dubbed"
        verb = self.context.grammar.verb(at)
        spoken = words.lower[at - 1] in cues.subjects or self.context.grammar.is_proper(at - 1)
        return verb is None or not spoken

    def _is_noun(self, at: int) -> bool:
        """Whether a token may be a noun or an adjective, as far as the lists know."""
        words, cues = self.words, self.cues
        lower = words.lower[at]
        if not words.tokens[at].text[0].islower() or lower in cues.subjects:
            return False
        if lower in cues.conjunctions or lower in cues.prepositions or lower in cues.determiners:
            return False
        if lower in cues.auxiliaries or lower in cues.adverbs:
            return False
        return self.context.grammar.verb(at) is None
