"""The rules for lines that are not the article, in the order in which they are asked."""

from __future__ import annotations

from tuireader.articles.cleaning.noise import (
    credit_notes,
    furniture,
    headline,
    provenance,
    repetition,
    tail,
)
from tuireader.articles.cleaning.noise.draft import NoiseRule
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
        "separator",
        "It is a drawn line.",
        "* * *",
        furniture.separators,
        harmless=True,
    ),
    NoiseRule(
        "mail-header",
        "It belongs to the mail that brought the article.",
        "---------- Forwarded message ----------",
        provenance.mail_header,
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
        "byline",
        "It says who wrote the article, which is shown above the text.",
        "By Ingrid Solheim, Staff Writer",
        provenance.byline,
        harmless=True,
    ),
    NoiseRule(
        "timestamp",
        "It says when the article was published, which is shown above the text.",
        "Published on 3 November 2024",
        provenance.timestamp,
        harmless=True,
    ),
    NoiseRule(
        "share-bar",
        "It is a row of buttons that share the page.",
        "Facebook Twitter Pinterest Email",
        furniture.share_bar,
    ),
    NoiseRule(
        "related-links",
        "It announces or names other articles.",
        "Similar articles",
        furniture.known_phrases("related"),
    ),
    NoiseRule(
        "subscription",
        "It asks to subscribe, to sign in or to give money.",
        "Sign up for our newsletter",
        furniture.known_phrases("subscription"),
    ),
    NoiseRule(
        "cookie-notice",
        "It is about cookies.",
        "We use cookies to improve your visit",
        furniture.known_phrases("cookies"),
    ),
    NoiseRule(
        "legal-notice",
        "It is a copyright or legal notice.",
        "© 2024 The Eastern Post. All rights reserved.",
        furniture.known_phrases("legal"),
    ),
    NoiseRule(
        "advertisement",
        "It marks where the page had an advertisement.",
        "Advertisement",
        furniture.known_phrases("advertisement"),
    ),
    NoiseRule(
        "player",
        "It is a message of a video or picture player.",
        "Media playback is unsupported on your device",
        furniture.known_phrases("player"),
    ),
    NoiseRule(
        "comments",
        "It belongs to the comments below the article.",
        "Leave a comment",
        furniture.known_phrases("comments", outside=True),
    ),
    NoiseRule(
        "navigation",
        "It leads to other parts of the site.",
        "Skip to content",
        furniture.known_phrases("navigation", outside=True),
    ),
    NoiseRule(
        "truncation-mark",
        "It is what a feed leaves where it cuts a text off.",
        "[+1771 chars]",
        furniture.truncated,
    ),
    NoiseRule(
        "photo-credit",
        "It says whose picture stood here.",
        "Photo: Ola Nord / Eastern Post",
        credit_notes.credit_line,
    ),
    NoiseRule(
        "glued-credit",
        "It says whose picture stood here, within the paragraph.",
        "The harbour is closed. (Photo: Ola Nord)",
        credit_notes.glued_credit,
    ),
    NoiseRule(
        "pull-quote",
        "The same words stand within a longer paragraph.",
        "“Nobody wanted this”",
        repetition.pull_quotes,
        harmless=True,
    ),
    NoiseRule(
        "repeated-line",
        "It stood before, word for word.",
        "The ferry Solveig in Lund Bay, last winter",
        repetition.doubled,
    ),
    NoiseRule(
        "spam",
        "It is a source line that advertises something.",
        "Source: https://coins.example investing in Bitcoin.",
        tail.added_source,
    ),
    NoiseRule(
        "address-line",
        "It is the address of the article.",
        "https://post.example/2024/lund-bay",
        tail.address_line,
        harmless=True,
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
    NoiseRule(
        "link-list",
        "It is the headline of another article.",
        "Mayor opens lighthouse exhibition",
        furniture.link_list,
    ),
    NoiseRule(
        "author-box",
        "It presents the author.",
        "Ingrid Solheim is a reporter at the Eastern Post.",
        provenance.author_box,
    ),
)
