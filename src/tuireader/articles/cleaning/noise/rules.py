"""The rules for lines that are not the article, in the order in which they are asked."""

from __future__ import annotations

from tuireader.articles.cleaning.noise import headline, tail
from tuireader.articles.cleaning.noise.draft import NoiseRule
from tuireader.articles.cleaning.noise.furniture import known_phrases
from tuireader.articles.cleaning.page.rule import page_furniture

NOISE: tuple[NoiseRule, ...] = (
    NoiseRule(
        "page-furniture",
        "The file is a whole web page, and this line is not part of its article.",
        "Home | News | Sport | Sign in",
        page_furniture,
        sweeping=True,
    ),
    NoiseRule(
        "repeated-headline",
        "The headline stands here once more, as pictures carry it along.",
        "Harbour to close for the winter",
        headline.repeated,
        gentle=True,
        harmless=True,
    ),
    NoiseRule(
        "stacked-headline",
        "The headline or caption of something else stands between copies of this article's own.",
        "Mayor opens lighthouse exhibition",
        headline.stacked,
    ),
    NoiseRule(
        "subtitle",
        "The second headline is shown with the first.",
        "Ferries are to sail once a day until March",
        headline.subtitle,
        harmless=True,
    ),
    NoiseRule(
        "related-links",
        "It announces or names other articles.",
        "Similar articles",
        known_phrases("related"),
    ),
    NoiseRule(
        "spam",
        "It is a source line that advertises something.",
        "Source: https://coins.example investing in Bitcoin.",
        tail.added_source,
    ),
    NoiseRule(
        "advertising",
        "It advertises something at a web address.",
        "Best casino bonus at www.wheel.example",
        tail.advertising,
    ),
    NoiseRule(
        "agency-line",
        "It names the news service, which is shown as the source.",
        "• News Service «Northern Wire»",
        tail.agency,
        harmless=True,
    ),
    NoiseRule(
        "author-line",
        "It is the author's name, which is shown above the text.",
        "• Ingrid Solheim",
        tail.author,
        harmless=True,
    ),
)
