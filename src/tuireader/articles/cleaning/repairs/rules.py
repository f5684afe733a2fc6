"""The repairs, in the order in which they are made."""

from __future__ import annotations

from tuireader.articles.cleaning.repairs import characters, markup, quotes, stops
from tuireader.articles.cleaning.repairs.rule import RepairRule

REPAIRS: tuple[RepairRule, ...] = (
    RepairRule(
        "character-reference",
        "A character was still written as an HTML code.",
        ("&# 171;Daily News&# 187;", "«Daily News»"),
        characters.references,
        passes=2,
    ),
    RepairRule(
        "leaked-markup",
        "A tag of a web page had been left in the text.",
        ("<p>It rained.</p>", "It rained."),
        markup.tags,
    ),
    RepairRule(
        "mojibake",
        "Letters had been read in the wrong encoding.",
        ("donâ€™t", "don’t"),
        characters.mojibake,
        passes=2,
        preformatted=True,
    ),
    RepairRule(
        "windows-mark",
        "A quotation mark or dash had become a control character.",
        ("\x93Yes\x94", "“Yes”"),
        characters.windows_marks,
        preformatted=True,
    ),
    RepairRule(
        "line-break",
        "An unusual line break is a usual one now.",
        ("one\r\ntwo", "one\ntwo"),
        characters.line_breaks,
        quiet=True,
        preformatted=True,
    ),
    RepairRule(
        "control-character",
        "An invisible or dangerous character stood here.",
        ("im\u00adprisoned", "imprisoned"),
        characters.controls,
        preformatted=True,
    ),
    RepairRule(
        "white-space",
        "White space that is one plain space now.",
        ("two  words", "two words"),
        characters.white_space,
        quiet=True,
    ),
    RepairRule(
        "comma-mark",
        "Two commas stood for the low mark that opens a quote.",
        (",,Wir sehen uns“, sagte sie.", "„Wir sehen uns“, sagte sie."),
        quotes.comma_marks,
    ),
    RepairRule(
        "quotation-mark",
        "A quotation mark was turned round or stood on the wrong side of a space.",
        ("“We will see, ”she said.", "“We will see,” she said."),
        quotes.quotation_marks,
    ),
    RepairRule(
        "space-before-mark",
        "A space stood before a punctuation mark.",
        ("At last , rain .", "At last, rain."),
        stops.space_before,
    ),
    RepairRule(
        "glued-sentence",
        "Two sentences had no space between them.",
        ("It rained.The boats stayed in.", "It rained. The boats stayed in."),
        stops.glued_sentences,
    ),
    RepairRule(
        "doubled-stop",
        "The sentence ended with two full stops.",
        ("It rained all day..", "It rained all day."),
        stops.doubled_stops,
    ),
)
