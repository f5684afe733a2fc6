"""Which of the old encodings makes sense of some bytes.

Every encoding that can decode them at all is tried, and the text it gives is judged: are its
letters those of one language, in words of one script, with capitals at their beginnings, and do its
marks stand where marks stand? The best text wins; more common encodings win ties.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

# Letters beyond ASCII by language; in alphabets of their own the commonest come first.
_LATIN = {
    "French": "éèàêçôîûùâëïœæÿü",
    "German": "äöüß",
    "Spanish": "áéíóúñü",
    "Portuguese": "ãõáâàçéêíóôúü",
    "Italian": "àèéìòù",
    "Nordic": "åäöæøé",
    "Icelandic": "áéíóúýðþæö",
    "Dutch": "ëïéèöüá",
    "Polish": "ąćęłńóśźż",
    "Czech and Slovak": "áčďéěíňóřšťúůýžľĺŕäô",
    "Hungarian": "áéíóöőúüű",
    "Romanian": "ăâîșțşţ",
    "South Slavic": "čćđšž",
    "Turkish": "çğıöşüâîû",
    "Lithuanian": "ąčęėįšųūž",
    "Latvian": "āčēģīķļņšūž",
    "Estonian": "äöõüšž",
}
_ALL_WESTERN = "".join(
    _LATIN[name]
    for name in ("French", "German", "Spanish", "Portuguese", "Italian", "Nordic", "Dutch")
)
_OWN = {
    "CYRILLIC": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ",
    "GREEK": "αοιετσνηυρπκμλςγδχθφβξζψωάέήίόύώϊϋΐΰ",
    "HEBREW": "יוהלאתרשבמנקדםעחפגכצטסזןךץףֹ",
    "ARABIC": "اليمنوترهبعدفسكقحشجصخطذزئغثظضةىءأإآؤ",
    "THAI": "านรอกเ่้ัิงมยลวดทสตะปบคหแีจพชขืุไใูโ็ณธผซ์ึศถษฟญภำ",
}
_COMMON_HAN = frozenset(
    "的一是不了人我在有他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着去之过過家学學对對可她里裡后後小么麼心多天而能"
    "好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長今冬灯燈人声聲海岸漁渔民再次"
)
_MARKS = frozenset("“”„‘’‚«»‹›–—…•·°§€£¿¡„№、。「」，！？：；")
_SIGNS = frozenset("©®™±½¼¾²³×÷¢¥¶†‡ªº´¨")
_OPENING, _CLOSING = frozenset("“„«‘‹¿¡"), frozenset("”»’›…")

_CANDIDATES = (
    ("cp1252", 0.0), ("cp1251", 0.0), ("cp1250", 0.0), ("shift_jis", 0.0), ("gb18030", 0.0),
    ("big5", 0.0), ("cp949", 0.0), ("euc_jp", 0.0), ("cp1253", 0.0), ("cp1254", 0.02),
    ("cp1255", 0.0), ("cp1256", 0.0), ("cp1257", 0.02), ("cp874", 0.0), ("koi8-r", 0.0),
    ("koi8-u", 0.01), ("iso8859-2", 0.02), ("iso8859-5", 0.02), ("iso8859-6", 0.02),
    ("iso8859-7", 0.02), ("iso8859-8", 0.02), ("iso8859-9", 0.04), ("iso8859-13", 0.04),
    ("iso8859-15", 0.04), ("cp866", 0.05), ("mac_cyrillic", 0.03), ("mac_roman", 0.15),
    ("cp850", 0.15),
)  # fmt: skip
"""Encodings, the more common first, each with what is taken off its score."""

_LATIN_ENCODINGS = frozenset(
    {"cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2", "iso8859-9", "iso8859-13", "iso8859-15"}
    | {"mac_roman", "cp850"}
)
_WESTERN = frozenset({"cp1252", "iso8859-15", "mac_roman", "cp850"})
_FEW, _VERY_FEW = 0.1, 0.02
"""With fewer bytes beyond ASCII for each ASCII letter a text is in Latin letters; with very few in
a language of Western Europe, most likely."""
_ASCII_LETTERS = bytes(range(ord("A"), ord("Z") + 1)) + bytes(range(ord("a"), ord("z") + 1))
_SAMPLE = 40_000
_BEYOND = re.compile(r"[^\x00-\x7f]")
_TWO_SCRIPTS = re.compile(
    "[A-Za-z\u00c0-\u024f](?=[\u0370-\u1fff])|[\u0370-\u1fff](?=[A-Za-z\u00c0-\u024f])"
)
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z][^\W\d_a-z]")


def likely_encoding(data: bytes) -> tuple[str, float]:
    """Return the old encoding that makes most sense of a text, and how much, up to about 1.

    Args:
        data: The text as bytes, not UTF-8 or UTF-16.
    """
    sample = data[:_SAMPLE]
    best = ("", -10.0)
    plain = len(sample) - len(sample.translate(None, _ASCII_LETTERS))
    share = sum(1 for byte in sample if byte >= 0x80) / max(1, plain)
    for encoding, handicap in _CANDIDATES:
        if share < _FEW and encoding not in _LATIN_ENCODINGS:
            continue
        if share < _VERY_FEW and encoding not in _WESTERN:
            continue
        text = _decoded(sample, encoding, cut=len(data) > _SAMPLE)
        if text is not None:
            score = _sense(text, mixed=share < _VERY_FEW) - handicap
            if score > best[1]:
                best = (encoding, score)
    return best


def _decoded(sample: bytes, encoding: str, *, cut: bool) -> str | None:
    """Return the sample as text; None where it cannot be in the encoding."""
    for end in range(4 if cut else 1):
        try:
            return sample[: len(sample) - end].decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _sense(text: str, *, mixed: bool = False) -> float:
    """Return how much sense a text makes, as a mean over its characters beyond ASCII.

    Args:
        text: The text.
        mixed: Whether its letters may be those of several languages of Western Europe, as in the
            names of an English text.
    """
    total, count = 0.0, 0
    letters: Counter[str] = Counter()
    for match in _BEYOND.finditer(text):
        character = match[0]
        count += 1
        if character in _MARKS:
            total += _mark_value(text, match.start())
        elif "\u00c0" <= character <= "\u024f" and character.isalpha():
            letters[character.lower()] += 1
            total += _place_value(text, match.start())
        else:
            total += _value(character)
    if not count:
        return 1.0
    if letters:
        total += max(
            sum(number if letter in known else -1.5 * number for letter, number in letters.items())
            for known in ([_ALL_WESTERN] if mixed else _LATIN.values())
        )
    return total / count - _disorder(text)


def _mark_value(text: str, at: int) -> float:
    """Return whether a mark stands where such a mark stands."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    character = text[at]
    inside = before.isalnum() and behind.isalnum()
    if character in "’‘" and inside:
        return 1.0
    if inside and character not in "–—…·":
        return -1.0
    if character in _OPENING and (behind.isspace() and before.isspace()):
        return 0.3
    return 1.0


def _place_value(text: str, at: int) -> float:
    """Return what is taken off a Latin letter that stands alone or after a small one as capital."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at].isupper() and before.islower():
        return -1.0
    if text[at].islower() and behind.isupper():
        return -1.0
    alone = not before.isalpha() and not behind.isalpha()
    return -0.5 if alone and text[at] not in "àéèóáíôÀÉÈÓÁ" else 0.0


@cache
def _value(character: str) -> float:
    """Return how usual a character of another script than Latin is in running text."""
    code = ord(character)
    if 0x3040 <= code <= 0x30FF or 0xAC00 <= code <= 0xD7A3:
        return 1.2
    if 0x4E00 <= code <= 0x9FFF:
        return 1.6 if character in _COMMON_HAN else 0.45
    if 0xFF61 <= code <= 0xFF9F:
        return -0.5  # Half-width kana
    if character in "\u00a0\u00ad":
        return 0.5
    if character in _SIGNS:
        return 0.6
    category = unicodedata.category(character)
    if category in {"Cc", "Co", "Cn", "Cs"}:
        return -4.0
    script = unicodedata.name(character, " ").split(" ")[0]
    if script in _OWN:
        rank = _OWN[script].find(character.lower())
        return 1.0 if 0 <= rank < 14 else 0.7 if 0 <= rank < 33 else 0.3 if rank >= 0 else -0.5
    if category.startswith(("L", "M")):
        return -0.5
    return 0.3 if 0x3000 <= code <= 0x303F or 0xFF00 <= code <= 0xFF60 else -1.0


def _disorder(text: str) -> float:
    """Return how much speaks against a text: capitals within words, and more of them than small."""
    letters = [character for character in text[:8000] if character > "\x7f" and character.isalpha()]
    if not letters:
        return 0.0
    upper = sum(character.isupper() for character in letters) / len(letters)
    inner = sum(
        1
        for match in _INNER_CAPITAL.finditer(text[:8000])
        if match[0][0].islower() and match[0][1].isupper()
    )
    mixed = len(_TWO_SCRIPTS.findall(text[:8000]))
    return (0.4 if upper > 0.5 else 0.0) + min(1.0, 3 * (inner + mixed) / len(letters))
