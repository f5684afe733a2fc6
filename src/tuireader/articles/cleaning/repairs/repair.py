"""Mending the typography of one block of text."""

from __future__ import annotations

from tuireader.articles.article import Repair
from tuireader.articles.cleaning.repairs.rule import RepairRule, Setting
from tuireader.articles.cleaning.repairs.rules import REPAIRS
from tuireader.articles.cleaning.tracked import Edit, Replacement, TrackedText


def repair(
    text: TrackedText, setting: Setting, *, preformatted: bool = False
) -> tuple[TrackedText, list[Repair]]:
    """Return a block's text repaired and without white space at its ends, and what was done.

    Args:
        text: The text of the block.
        setting: What is known of the whole text.
        preformatted: Whether its layout matters: then only characters are mended.
    """
    done: list[Repair] = []
    for rule in REPAIRS:
        if preformatted and not rule.preformatted:
            continue
        for _ in range(rule.passes):
            edits = list(rule.find(text.text, setting))
            if not edits:
                break
            if not rule.quiet:
                done += _records(text, edits, rule)
            text = text.apply(edits)
    return (text if preformatted else text.stripped()), done


def _records(text: TrackedText, edits: list[Edit], rule: RepairRule) -> list[Repair]:
    """Return what edits do, neighbours taken together as one repair."""
    groups: list[list[Edit]] = []
    for edit in edits:
        if groups and groups[-1][-1].end == edit.start:
            groups[-1].append(edit)
        else:
            groups.append([edit])
    return [_record(text, group, rule) for group in groups]


def _record(text: TrackedText, group: list[Edit], rule: RepairRule) -> Repair:
    start, end = group[0].start, group[-1].end
    raw = [run for run in text.part(start, end).runs if run.raw_end > run.raw_start]
    raw_start = min((run.raw_start for run in raw), default=0)
    raw_end = max((run.raw_end for run in raw), default=raw_start)
    after = "".join(_outcome(text.text, edit) for edit in group)
    return Repair(raw_start, raw_end, text.text[start:end], after, rule.name, rule.reason)


def _outcome(text: str, edit: Edit) -> str:
    if isinstance(edit, Replacement):
        return edit.text
    return text[edit.middle : edit.end] + text[edit.start : edit.middle]
