"""Mail and mailboxes."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from tests.articles.formats.helpers import HARBOUR, one_document, paragraphs, read_bytes, texts
from tuireader.articles.article import Article, Document, Unreadable
from tuireader.articles.open import open_articles


def message(*, plain: str = "", marked_up: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ada Lind <ada@courier.example>"
    mail["To"] = "readers@courier.example"
    mail["Subject"] = "Häfen: der Kai bleibt zu"
    mail["Date"] = "Mon, 03 Feb 2031 08:30:00 +0100"
    mail["List-Id"] = "The Coast Courier <news.courier.example>"
    mail.set_content(plain or "See the web version.")
    if marked_up:
        mail.add_alternative(marked_up, subtype="html")
    return mail


def test_marked_up_part_is_read_with_its_structure() -> None:
    body = f"<html><body><h1>Closed</h1>{paragraphs()}</body></html>"
    document = one_document(bytes(message(marked_up=body)), "letter.eml")
    assert texts(document) == ["Closed", *HARBOUR]
    assert document.metadata.title == "Häfen: der Kai bleibt zu"
    assert document.metadata.byline == "Ada Lind"
    assert document.metadata.source == "The Coast Courier"
    assert document.metadata.published == "2031-02-03T08:30:00+01:00"
    assert document.format == "mail"


def test_plain_part_is_read_as_it_is() -> None:
    document = one_document(bytes(message(plain="One line.\n\nAnother – line.")), "letter.eml")
    assert document.raw.strip() == "One line.\n\nAnother – line."
    assert document.blocks == ()


def test_attachment_is_not_the_text() -> None:
    mail = message(plain=HARBOUR[0])
    mail.add_attachment("<p>An attached page</p>", subtype="html", filename="page.html")
    assert "attached" not in one_document(bytes(mail), "letter.eml").raw


def test_mailbox_holds_many_articles() -> None:
    parts = [
        b"From ada@courier.example Mon Feb  3 08:30:00 2031\n"
        + bytes(message(plain=f"{text}\n\nFrom the quay nothing can be seen."))
        for text in HARBOUR
    ]
    found = read_bytes(b"\n".join(parts), "news.mbox")
    assert [each.item for each in found] == [0, 1, 2, 3]
    for text, each in zip(HARBOUR, found, strict=True):
        assert isinstance(each, Document)
        assert each.raw.startswith(text)
        assert "From the quay" in each.raw


def test_mail_is_known_by_its_headers() -> None:
    document = one_document(bytes(message(plain=HARBOUR[0])), "letter")
    assert document.format == "mail"


def test_unknown_charset_is_detected() -> None:
    source = (
        b"From: a@b.example\nSubject: x\nDate: y\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=x-unheard-of\n\n" + "Gedächtnis".encode()
    )
    assert one_document(source, "a.eml").raw == "Gedächtnis"


def test_header_that_drives_a_terminal_is_made_safe() -> None:
    source = (
        b"From: =?utf-8?q?=1B=5B31mred?= <a@b.example>\n"
        b"Subject: =?utf-8?q?a=1B]52;c;eA=3D=3D=07b?=\n"
        b"Date: Mon, 03 Feb 2031 08:30:00 +0100\n\nText."
    )
    found = one_document(source, "a.eml").metadata
    assert found.title == "ab"
    assert found.byline == "red"


def test_endless_nesting_is_refused() -> None:
    lines = ["From: a@b.example", "Subject: x"]
    for level in range(5_000):
        lines += [f'Content-Type: multipart/mixed; boundary="{level}"', "", f"--{level}"]
    (found,) = read_bytes("\n".join(lines).encode(), "a.eml")
    assert isinstance(found, Unreadable)
    assert found.reason == "The message has too many parts inside one another."


def test_nesting_below_the_limit_is_read_or_refused_clearly() -> None:
    lines = ["From: a@b.example", "Subject: x"]
    for level in range(199):
        lines += [f'Content-Type: multipart/mixed; boundary="b{level}x"', "", f"--b{level}x"]
    lines += ["Content-Type: text/plain", "", HARBOUR[0]]
    (found,) = read_bytes("\n".join(lines).encode(), "a.eml")
    if isinstance(found, Document):
        assert HARBOUR[0] in found.raw
    else:
        assert found.reason == "The message is damaged and could not be read."


def test_every_cut_of_a_message_is_read() -> None:
    whole = bytes(message(plain=HARBOUR[0], marked_up=paragraphs()))
    for length in range(0, len(whole), 37):
        (found,) = read_bytes(whole[:length], "cut.eml")
        assert isinstance(found, Document | Unreadable)


def test_what_frames_a_newsletter_goes_and_what_it_says_stays(tmp_path: Path) -> None:
    path = tmp_path / "news.eml"
    frame = ("<p>View in browser</p>", "<p>Unsubscribe | Manage preferences</p>")
    path.write_bytes(bytes(message(marked_up=f"{frame[0]}{paragraphs()}{frame[1]}")))
    (article,) = open_articles(path)
    assert isinstance(article, Article)
    assert [block.text for block in article.blocks] == list(HARBOUR)
    assert {removal.rule for removal in article.removals} == {"newsletter-frame"}
