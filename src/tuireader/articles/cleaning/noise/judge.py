"""What becomes of the findings: taken out, or only proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tuireader.articles.article import Removal
from tuireader.articles.checkpoint import Checkpoint, go_on
from tuireader.articles.cleaning.noise.decisions import Decisions
from tuireader.articles.cleaning.noise.draft import Draft, Finding, NoiseRule
from tuireader.articles.cleaning.noise.rules import NOISE
from tuireader.articles.cleaning.tracked import Replacement
from tuireader.articles.decision import Decision

MOST_LINES = 20_000
"""A text of more lines than these is no article: only its typography is mended."""
_LARGEST_SHARE = 1 / 3
_LONG = 40
"""From how many words on a sentence that stands nowhere else is only proposed for removal."""
_SPOKEN = re.compile(r"[“«„\"][^“”«»„\"]{12,}[,.!?…]?[”»“\"]")


def judge(
    draft: Draft, decided: Sequence[Decision] = (), checkpoint: Checkpoint = go_on
) -> list[Removal]:
    """Ask every rule about a draft, take out what is safe to take out, and return what was found.

    Args:
        draft: The article in the making; its metadata and lines are changed.
        decided: What the reader decided; it comes before every rule.
        checkpoint: Asked between two rules.
    """
    removals: list[Removal] = []
    whole = sum(len(line.plain) for line in draft.lines)
    decisions = Decisions(decided)
    for rule in (decisions.rule(), *(NOISE if len(draft.lines) <= MOST_LINES else ())):
        checkpoint()
        findings = [found for found in _findings(rule, draft) if found.at not in draft.gone]
        share = sum(len(_stretch(draft, finding)) for finding in findings)
        sure = rule.harmless or rule.sweeping
        too_much = not sure and share > whole * _LARGEST_SHARE
        # From the last to the first, so that offsets within a line stay true.
        for finding in _apart(findings):
            if finding.at in draft.gone:
                continue
            line = draft.lines[finding.at]
            applied = sure or not (too_much or _precious(draft, finding))
            removal = _removal(draft, rule, finding, applied=applied)
            if decisions.keep(line, rule.name, removal.raw_start, removal.raw_end):
                applied = False
                removal = replace(removal, applied=False, overruled=True)
            if applied:
                _take(draft, rule, finding)
            if not finding.quiet:
                removals.append(removal)
    return sorted(removals, key=lambda removal: removal.raw_start)


def _findings(rule: NoiseRule, draft: Draft) -> Iterable[Finding]:
    """Return what a rule finds; where the format marked the blocks up, by own phrases."""
    if not draft.structured or rule.gentle:
        return rule.find(draft)
    if rule.by_phrase and draft.phrases.own:
        return rule.find(replace(draft, phrases=draft.phrases.only_own))
    return ()


def _apart(findings: list[Finding]) -> Iterator[Finding]:
    """Yield findings from the last to the first, but for those that overlap one before."""
    last = (-1, 0)
    for finding in sorted(findings, key=lambda one: (one.at, one.start), reverse=True):
        if finding.at == last[0] and not finding.whole and finding.end > last[1]:
            continue
        last = (finding.at, finding.start)
        yield finding


def _take(draft: Draft, rule: NoiseRule, finding: Finding) -> None:
    """Take a finding out of its line, or the whole line."""
    line = draft.lines[finding.at]
    for name, value in finding.lifts:
        draft.lift(name, value)
    if finding.whole:
        draft.gone[finding.at] = (rule, finding)
        return
    left = line.text.apply([Replacement(finding.start, finding.end, "")]).stripped()
    if left.text:
        line.rewrite(left)
    else:
        draft.gone[finding.at] = (rule, finding)


def _stretch(draft: Draft, finding: Finding) -> str:
    plain = draft.lines[finding.at].plain
    return plain if finding.whole else plain[finding.start : finding.end]


def _precious(draft: Draft, finding: Finding) -> bool:
    """Return whether a stretch may hold what no rule should take by itself."""
    text = _stretch(draft, finding)
    words = len(text.split())
    return words > _LONG or (words > 8 and _SPOKEN.search(text) is not None)


def _removal(draft: Draft, rule: NoiseRule, finding: Finding, *, applied: bool) -> Removal:
    line = draft.lines[finding.at]
    start, end = line.raw_start, line.raw_end
    if not finding.whole:
        runs = line.text.part(finding.start, finding.end).runs
        start = min((run.raw_start for run in runs), default=start)
        end = max((run.raw_end for run in runs), default=start)
    return Removal(
        raw_start=start,
        raw_end=end,
        text="",
        rule=rule.name,
        reason=_reason(draft, rule, finding),
        confidence=finding.confidence,
        applied=applied,
    )


def _reason(draft: Draft, rule: NoiseRule, finding: Finding) -> str:
    """Return why something goes; the phrases of the reader's own that say so are named."""
    reason = finding.reason or rule.reason
    for language, own in draft.phrases.own:
        if rule.kind and own.has(rule.kind, _stretch(draft, finding)):
            return f"{reason} So say your own phrases: {language}.toml, [{rule.kind}]."
    return reason
