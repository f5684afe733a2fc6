"""Which characters the bytes of a marked-up document stand for.

The order is that of the "encoding sniffing algorithm" of the HTML Standard (section 13.2.3.2), with
two differences that saved files call for: bytes that are valid UTF-8 are UTF-8 whatever they
declare, and where nothing is declared a detector reads them.
"""

from __future__ import annotations

import codecs
import re

from tuireader.articles import encodings

_HEAD = 4_096
_SAMPLE = 200_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})"
    rb"|^\s{0,99}<\?xml[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# What browsers read under these names (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
# Their bytes are those of ASCII, and would pass for UTF-8.
_SWITCHED = ("iso2022", "iso-2022", "hz")
_MARKUP = re.compile(rb"<[^<>]{0,2000}>")
_OTHER_NAMES = {
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "ks_c_5601-1987": "cp949",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-roman": "mac_roman",
    "unicode": "utf-8",
    "iso-8859-8-i": "cp1255",
}


def decode(data: bytes, declared: str = "", overruled: str = "") -> tuple[str, str]:
    """Return the text of a marked-up document and the name of the encoding it was read with.

    Never fails: bytes that the encoding does not know become U+FFFD.

    Args:
        data: The bytes of the document.
        declared: What its envelope says the encoding is, such as the charset of a mail part.
        overruled: The encoding the reader asks for; it goes before everything else.
    """
    if codec := known_encoding(overruled, as_browsers_do=False):
        return data.decode(codec, errors="replace"), codec
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, errors="replace"), codec.removesuffix("-sig")
    found = _DECLARED.search(data[:_HEAD])
    name = declared or ((found and (found[1] or found[2])) or b"").decode("ascii")
    codec = known_encoding(name)
    if codec.startswith(_SWITCHED):
        return data.decode(codec, errors="replace"), codec
    if b"\x00" in data[:_HEAD] and (wide := _detected(data)).startswith(("utf-16", "utf-32")):
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        cut_short = error.start >= len(data) - 3
    if cut_short or codec.startswith("utf-"):
        codec = "utf-8" if cut_short or _mostly_utf8(data) else ""
    codec = codec or _detected(_MARKUP.sub(b" ", data[:_SAMPLE]))
    return data.decode(codec, errors="replace"), codec


def known_encoding(name: str, *, as_browsers_do: bool = True) -> str:
    """Return Python's name of an encoding for text; empty where there is none.

    Args:
        name: The name as declared, in any case.
        as_browsers_do: Whether to take, as browsers do, the wider Windows encoding under an
            old name such as ``iso-8859-1``.
    """
    name = name.strip().lower()
    if not name or "\x00" in name:
        return ""
    try:
        information = codecs.lookup(_OTHER_NAMES.get(name, name))
    except (LookupError, ValueError):
        return ""
    if not getattr(information, "_is_text_encoding", True) or information.name in {
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
        "mbcs",
        "oem",
        "utf-7",
    }:
        return ""
    if as_browsers_do:
        return _AS_BROWSERS_DO.get(information.name, information.name)
    return information.name


def _mostly_utf8(data: bytes) -> bool:
    """Return whether bytes are UTF-8 but for a few: a page put together from several sources."""
    sample = data[:_SAMPLE]
    wrong = sample.decode("utf-8", errors="replace").count("\N{REPLACEMENT CHARACTER}")
    multibyte = sum(1 for _ in re.finditer(rb"[\xc2-\xf4][\x80-\xbf]", sample))
    return multibyte > 3 * wrong


def _detected(data: bytes) -> str:
    try:
        return known_encoding(encodings.decode(data).encoding) or "cp1252"
    except encodings.EncodingError:
        return "cp1252"
