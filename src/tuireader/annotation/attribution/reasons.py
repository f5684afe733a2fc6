"""Why a quote has its speaker, as a sentence for the reader."""

from __future__ import annotations

from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.pronouns import Identity


def explain(candidate: Candidate, identity: Identity, mention: str) -> str:
    """Return why a candidate was chosen.

    Args:
        candidate: The candidate.
        identity: Who its words stand for.
        mention: Its words.
    """
    tie = {
        Rule.VERB_AFTER: f"“{candidate.cue}” with “{mention}” follows it",
        Rule.VERB_BEFORE: f"“{mention}” with “{candidate.cue}” leads to it",
        Rule.SOURCE: f"“{candidate.cue}” names “{mention}” as the source",
        Rule.VIEW: f"“{candidate.cue}” names “{mention}” as the source",
        Rule.NOUN: f"“{candidate.cue}” of “{mention}” leads to it",
        Rule.DASH: f"“{mention}” signs the quote",
        Rule.COLON: f"a colon leads from “{mention}” to it",
        Rule.POSSESSIVE: f"“{mention}” stands right before it",
        Rule.SAME_PARAGRAPH: f"“{mention}” speaks in the same paragraph",
        Rule.PARAGRAPH_BEFORE: f"“{mention}” speaks in the paragraph before",
        Rule.PARAGRAPH_AFTER: f"it goes on in the paragraph after, where “{mention}” speaks",
        Rule.SUBJECT: f"the sentence is about “{mention}”",
        Rule.TRANSCRIPT: f"the paragraph is labelled “{mention}”",
    }[candidate.rule]
    return f"{tie}; {identity.how}." if identity.how else f"{tie}."
