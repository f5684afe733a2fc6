"""Pages and mails in thirty encodings, declared and not."""

from __future__ import annotations

import pytest

from tests.articles.formats.helpers import one_document, page

TEXTS = {
    "en": "The “quay” of Valmere is closed until the spring – divers found cracks in the piers.",
    "de": "Der Kai von Valmere bleibt bis zum Frühjahr geschlossen, weil Taucher Risse in den "
    "Pfählen gefunden haben; die Fähren müssen über Ostby fahren, und die Gäste ärgern sich.",
    "pl": "Nabrzeże w Valmere będzie zamknięte do wiosny, ponieważ nurkowie znaleźli pęknięcia w "
    "filarach; pasażerowie popłyną przez Ostby, a żegluga będzie trwać dłużej niż dotąd.",
    "ru": "Причал в Вальмере закрыт до весны: водолазы нашли трещины в сваях, и паромы теперь "
    "ходят через Остбю, что на два часа дольше, сообщили в управлении порта.",
    "uk": "Причал у Вальмере зачинено до весни: водолази знайшли тріщини в палях, і пороми тепер "
    "їздять через Остбю, що на дві години довше, повідомили в управлінні порту.",
    "el": "Η αποβάθρα του Βάλμερε θα μείνει κλειστή ως την άνοιξη, επειδή οι δύτες βρήκαν ρωγμές "
    "στους πυλώνες, και τα πλοία περνούν πια από το Όστμπι.",
    "tr": "Valmere iskelesi ilkbahara kadar kapalı kalacak, çünkü dalgıçlar ayaklarda çatlaklar "
    "buldu; yolcular artık Ostby üzerinden iki saat daha uzun yolculuk edecek, dedi müdürlük.",
    "he": "הרציף של ולמרה יישאר סגור עד האביב, מפני שצוללנים מצאו סדקים בעמודים, והמעבורות "
    "יפליגו דרך אוסטבי, נסיעה ארוכה בשעתיים.",
    "ar": "سيبقى رصيف فالمير مغلقا حتى الربيع لأن الغواصين وجدوا شقوقا في الأعمدة، وستمر العبارات "
    "عبر أوستبي في رحلة أطول بساعتين.",
    "ja": "バルメーレの埠頭は春まで閉鎖される。潜水士が橋脚にひびを見つけたためで、"
    "フェリーはオストビー経由となり、所要時間は二時間長くなる。",
    "zh": "瓦尔梅雷的码头将关闭到春天，因为潜水员在桥墩上发现了裂缝，渡轮将改道奥斯特比，"
    "航程增加两个小时，港务局周二表示。",
    "tw": "瓦爾梅雷的碼頭將關閉到春天，因為潛水員在橋墩上發現了裂縫，渡輪將改道奧斯特比，"
    "航程增加兩個小時，港務局週二表示。",
    "ko": "발메레 부두는 봄까지 폐쇄된다. 잠수부들이 교각에서 균열을 발견했기 때문이며, "
    "여객선은 오스트뷔를 거쳐 두 시간 더 걸린다고 항만청이 밝혔다.",
    "th": "ท่าเรือวัลเมเรจะปิดจนถึงฤดูใบไม้ผลิ เพราะนักประดาน้ำพบรอยร้าวที่เสา และเรือข้ามฟากจะต้องอ้อมไปทางออสต์บี",
}
CASES = [
    ("en", "utf-8"), ("en", "cp1252"), ("en", "utf-16"), ("en", "utf-32"), ("en", "mac_roman"),
    ("de", "iso8859-1"), ("de", "cp1252"), ("de", "iso8859-15"), ("de", "cp850"),
    ("pl", "iso8859-2"), ("pl", "cp1250"), ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "iso8859-5"),
    ("ru", "cp866"), ("ru", "mac_cyrillic"), ("uk", "koi8-u"), ("uk", "cp1251"), ("el", "cp1253"),
    ("el", "iso8859-7"), ("tr", "cp1254"), ("tr", "iso8859-9"), ("he", "cp1255"), ("ar", "cp1256"),
    ("ar", "iso8859-6"), ("ja", "shift_jis"), ("ja", "euc_jp"), ("ja", "iso2022_jp"),
    ("zh", "gb18030"), ("zh", "gbk"), ("tw", "big5"), ("ko", "euc_kr"), ("th", "tis-620"),
]  # fmt: skip


def encoded(language: str, codec: str, head: str = "") -> bytes:
    text = TEXTS[language]
    return page(f"<p>{text}</p>", head).decode().encode(codec, errors="xmlcharrefreplace")


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_declared_encoding_is_read(language: str, codec: str) -> None:
    data = encoded(language, codec, f'<meta charset="{codec}">')
    assert one_document(data, "a.html").raw == TEXTS[language]


@pytest.mark.parametrize(
    ("language", "codec"), [case for case in CASES if case[1] not in {"utf-16", "utf-32"}]
)
def test_mail_in_an_encoding_is_read(language: str, codec: str) -> None:
    text = TEXTS[language].encode(codec, errors="ignore").decode(codec)
    head = f"From: a@b.example\nSubject: x\nDate: y\nContent-Type: text/plain; charset={codec}\n\n"
    assert one_document(head.encode() + text.encode(codec), "a.eml").raw == text


def test_undeclared_encodings_are_mostly_found() -> None:
    exact = [
        one_document(encoded(language, codec), "a.html").raw == TEXTS[language]
        for language, codec in CASES
    ]
    assert sum(exact) >= 0.93 * len(exact), [
        case for case, right in zip(CASES, exact, strict=True) if not right
    ]
