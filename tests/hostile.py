"""Articles that try to drive the terminal, and the bytes that must never come out for them."""

from __future__ import annotations

from pathlib import Path

from tests.hostile_formats import MAKERS

SEQUENCES = (
    "\x1b]52;c;UFdORUQ=\x07",  # set the clipboard
    "\x1b]0;PWNED\x07",  # set the window's title
    "\x1b]8;;http://evil.example/\x1b\\link\x1b]8;;\x1b\\",  # a link that was never there
    "\x1b[38;5;213;9m",  # colour
    "\x1b[2J\x1b[7;7H",  # clear the screen and move
    "\x1bP+q544e\x1b\\",  # ask the terminal for its capabilities
    "\x1b_Gf=24;AAAA\x1b\\",  # a picture
    "\x1b[6n\x1b[c\x1b[21t",  # reports, which the terminal would type as input
    "\x9b31;213m\x9d0;PWNED\x9c\x90\x98\x9e\x9f",  # the same in 8-bit form
    "\u202egnidaer\u202c\u2066\u2069\u200f\u061c",  # bidirectional controls
    # enquiry, bell, backspace, shifts, delete; a zero byte would make the file a binary one
    "\x05\x07\x08\x0e\x0f\x7f",
)
CALM = "A calm sentence stands here, and another one after it.\n"
MARKUP = "[sic] [/] [bold]no[/bold] [@click=app.quit]quit[/] [email protected] [link=x]"

_LONELY_BYTES = tuple(f"{chr(code)}".encode() for code in (*range(0x80, 0xA0), 0x7F))
FORBIDDEN: tuple[bytes, ...] = (
    b"\x1b]52;c;UFdORUQ=",
    b"\x1b]0;PWNED",
    b"\x1b]8;;http://evil.example/",
    b"\x1b[38;5;213;9m",
    b"\x1b[7;7H",
    b"\x1bP+q544e",
    b"\x1b_Gf=24",
    b"\x1b[6n\x1b[c",
    b"\x1b[21t",
    *(mark.encode() for mark in "\u202e\u202c\u2066\u2069\u200f\u061c"),
    b"\x05",
    b"\x0e",
    b"\x0f",
    *_LONELY_BYTES,
)


def write_hostile_articles(folder: Path) -> list[Path]:
    """Write articles with hostile text, titles, metadata and file names; return their paths."""
    mess = f" and {MARKUP} then ".join(SEQUENCES)
    files = {
        "plain.txt": f"Calm headline\n\n“Look at {mess},” said Ada {SEQUENCES[0]}Vale.\n",
        "title.txt": f"Headline {mess}\n\nBy Ada {SEQUENCES[1]}Vale\n\n{CALM}",
        "front.md": (
            f'---\ntitle: "Front {_yaml(mess)}"\nauthor: "Ada {_yaml(SEQUENCES[1])}"\n'
            f'source: "{_yaml(SEQUENCES[8])}"\ndate: "{_yaml(SEQUENCES[0])}"\n---\n\n'
            f"# Heading {SEQUENCES[3]}\n\nText with &#27;]52;c;UFdORUQ=&#7; and {mess}\n"
        ),
        f"name{SEQUENCES[3]}{SEQUENCES[9]}.txt": f"A calm headline\n\n{CALM}",
        "name [@click=app.quit]x[∕].txt": f"{MARKUP}\n\n“{MARKUP},” said Bo Lind.\n",
        f"broken{SEQUENCES[1]}.txt": "",
    }
    paths = []
    for number, (name, text) in enumerate(files.items()):
        path = folder / name
        path.write_text(text and f"{text}\n{landmark(number)}\n", encoding="utf-8")
        paths.append(path)
    for number, (name, make) in enumerate(MAKERS.items(), len(paths)):
        data = make(mess, landmark(number))
        path = folder / f"{number}{name}"
        path.write_bytes(data)
        paths.append(path)
    return paths


def landmark(number: int) -> str:
    """Return a calm sentence that stands in the article of this number and in no other."""
    return f"This is how number {number} of the hostile articles ends, and it ends calmly."


def forbidden_in(output: bytes) -> list[bytes]:
    """Return the hostile byte strings that are in a program's output."""
    return [each for each in FORBIDDEN if each in output]


def _yaml(text: str) -> str:
    """Return text as it is written between double quotes in YAML."""
    return "".join(
        mark if mark.isprintable() and mark not in '"\\' else f"\\u{ord(mark):04x}" for mark in text
    )
