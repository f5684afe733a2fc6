# ruff: noqa: E501 (wide characters count twice)
"""A short tale in many languages, our own, and the encodings each is found in."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "en": (
        "The café at the harbour closed on Friday, and nobody knew why. “We will open again,” "
        "said the owner, Zoë Brontë, “when the naïve stop asking.” A cup of tea had cost £3 since "
        "the spring – the price of a short ferry ride. The regulars took their chairs home.\n"
    ),
    "fr": (
        "Le phare de l’île restera éteint cet hiver, a décidé le conseil après une soirée agitée. "
        "« Nous rentrerons à l’oreille », a déclaré le capitaine, déjà très âgé. La lampe brûlait "
        "depuis près d’un siècle; les pêcheurs, eux, n’ont pas été consultés. Où iront-ils, "
        "désormais, quand la brume tombera sur la forêt et que les cloches se tairont ?\n"
    ),
    "de": (
        "Der Leuchtturm bleibt im Winter dunkel, wie der Rat am späten Abend beschloß. „Wir fahren "
        "künftig nach Gehör“, erklärte der Kapitän, ein großer Mann mit müden Augen. Über hundert "
        "Jahre hatte das Licht gebrannt; die Fischer hörten davon erst beim Frühstück. Möglich, "
        "daß die Glocke von Süderhöft bald wieder läutet, hieß es im Gasthaus.\n"
    ),
    "es": (
        "El faro de la bahía quedará apagado este invierno, según decidió el ayuntamiento después "
        "de una sesión larguísima. «Volveremos de oído», explicó el capitán, un señor de ochenta "
        "años. ¿Quién encenderá la lámpara mañana? Nadie contestó; los niños ya dormían y la "
        "campana también calló.\n"
    ),
    "pt": (
        "O farol não será aceso neste inverno, decidiu a câmara numa sessão que só acabou à "
        "meia-noite. “Voltaremos de ouvido”, disse o capitão, já sem ilusões. As embarcações saíram "
        "de manhã; ninguém avisou os pescadores, que são também os que pagam a lâmpada. Às três "
        "da tarde, o coração da aldeia batia no café.\n"
    ),
    "sv": (
        "Fyren på Gråön förblir släckt i vinter, beslöt rådet sent på kvällen. ”Vi får gå efter "
        "hörseln”, sade kaptenen, en äldre man från öarna. I över hundra år hade ljuset brunnit, "
        "och fiskarna följde det hem. Nu frågar sig många vad som händer när dimman kommer.\n"
    ),
    "pl": (
        "Latarnia morska pozostanie tej zimy ciemna, zdecydowała rada późnym wieczorem. „Będziemy "
        "płynąć na słuch”, powiedział kapitan, człowiek żyjący z morza od sześćdziesięciu lat. "
        "Rybacy dowiedzieli się o tym dopiero przy śniadaniu. Może dzwon znów zabrzmi, mówią "
        "ludzie, gdy mgła przykryje całą zatokę i nikt już nie będzie widział brzegu.\n"
    ),
    "cs": (
        "Maják na útesu zůstane letos v zimě zhasnutý, rozhodla rada pozdě večer. „Budeme plout "
        "podle sluchu,“ řekl kapitán, který žije z moře už šedesát let. Rybáři se to dozvěděli až "
        "u snídaně. Možná že zvon znovu zazní, říkají lidé, až mlha přikryje celý záliv a nikdo "
        "už nebude vidět břeh. Nejstarší z nich se jen usmál a zapálil svíčku v okně.\n"
    ),
    "hu": (
        "A világítótorony ezen a télen sötét marad, döntött késő este a tanács. „Hallás után "
        "fogunk hajózni” – mondta a kapitány, aki hatvan éve él a tengerből. A halászok csak a "
        "reggelinél értesültek róla. Talán újra megszólal a harang, mondják az emberek, ha a köd "
        "beborítja az öblöt, és senki sem látja többé a partot. Őszintén szólva: nem örülnek.\n"
    ),
    "ru": (
        "Этой зимой маяк не будет гореть, решил поздно вечером городской совет. «Пойдём на слух», "
        "— сказал капитан, который шестьдесят лет живёт морем. Рыбаки узнали об этом только за "
        "завтраком. Может быть, снова зазвонит колокол, говорят люди, когда туман накроет весь "
        "залив и никто уже не увидит берега.\n"
    ),
    "uk": (
        "Цієї зими маяк не горітиме, вирішила пізно ввечері міська рада. «Підемо на слух», – "
        "сказав капітан, який шістдесят років живе з моря. Рибалки дізналися про це лише за "
        "сніданком. Можливо, знову задзвонить дзвін, кажуть люди, коли туман укриє всю затоку і "
        "ніхто вже не побачить берега. Її світло пам’ятають навіть діти.\n"
    ),
    "bg": (
        "Тази зима фарът няма да свети, реши късно вечерта общинският съвет. „Ще плаваме по слух“, "
        "каза капитанът, който от шестдесет години живее от морето. Рибарите разбраха за това чак "
        "на закуска. Може би камбаната ще зазвъни отново, казват хората, когато мъглата покрие "
        "целия залив и никой вече не вижда брега.\n"
    ),
    "el": (
        "Ο φάρος θα μείνει σβηστός αυτόν τον χειμώνα, αποφάσισε αργά το βράδυ το συμβούλιο. «Θα "
        "γυρίζουμε με το αυτί», είπε ο καπετάνιος, που ζει εξήντα χρόνια από τη θάλασσα. Οι "
        "ψαράδες το έμαθαν μόλις στο πρωινό. Ίσως χτυπήσει ξανά η καμπάνα, λένε οι άνθρωποι, όταν "
        "η ομίχλη σκεπάσει όλον τον κόλπο.\n"
    ),
    "tr": (
        "Deniz feneri bu kış karanlık kalacak, diye karar verdi meclis gece geç saatte. “Artık "
        "kulağımızla döneceğiz,” dedi altmış yıldır denizden geçinen kaptan. Balıkçılar bunu ancak "
        "kahvaltıda öğrendi. İnsanlar, sis bütün körfezi örtünce belki çan yeniden çalar, diyor; "
        "çünkü o zaman kimse kıyıyı göremez. Işığı çocuklar bile hatırlıyor.\n"
    ),
    "lt": (
        "Šią žiemą švyturys liks tamsus, vėlai vakare nusprendė taryba. „Plauksime iš klausos“, "
        "pasakė kapitonas, šešiasdešimt metų gyvenantis iš jūros. Žvejai apie tai sužinojo tik per "
        "pusryčius. Galbūt vėl suskambės varpas, kalba žmonės, kai rūkas uždengs visą įlanką ir "
        "niekas nebematys kranto. Ąžuolų gatvėje jau perkamos žvakės.\n"
    ),
    "he": (
        "המגדלור יישאר כבוי בחורף הזה, כך החליטה המועצה בשעת ערב מאוחרת. ״נחזור לפי השמיעה״, אמר "
        "רב החובל, שחי שישים שנה מן הים. הדייגים שמעו על כך רק בארוחת הבוקר. אולי הפעמון יצלצל "
        "שוב, אומרים האנשים, כשהערפל יכסה את המפרץ כולו ואיש לא יראה עוד את החוף.\n"
    ).replace("״", '"'),
    "ar": (
        "ستبقى المنارة مطفأة هذا الشتاء، هكذا قرر المجلس في ساعة متأخرة من المساء. وقال القبطان "
        "الذي يعيش من البحر منذ ستين عاما: سنعود بالسمع. ولم يعلم الصيادون بذلك إلا عند الفطور. "
        "ويقول الناس ربما يقرع الجرس من جديد عندما يغطي الضباب الخليج كله ولا يرى أحد الشاطئ.\n"
    ),
    "th": (
        "ประภาคารจะดับไฟในฤดูหนาวนี้ สภาตัดสินใจเมื่อคืนวันอังคาร กัปตันซึ่งหากินกับทะเลมาหกสิบปีกล่าวว่า "
        "ต่อไปเราจะกลับบ้านด้วยหู ชาวประมงเพิ่งรู้เรื่องนี้ตอนอาหารเช้า ผู้คนพูดกันว่าระฆังอาจจะดังขึ้นอีกครั้ง "
        "เมื่อหมอกปกคลุมอ่าวทั้งหมดและไม่มีใครมองเห็นฝั่ง\n"
    ),
    "ja": (
        "この冬、灯台の明かりは消えたままになると、町議会が火曜日の夜おそく決めた。「これからは耳で帰るしかない」と、"
        "六十年海で暮らしてきた船長は語った。漁師たちがそれを知ったのは朝食の時だった。霧が湾をすっかり覆い、"
        "だれも岸を見られなくなれば、また鐘が鳴るかもしれないと人々は言う。\n"
    ),
    "zh-cn": (
        "镇议会星期二深夜决定，今年冬天灯塔将不再点亮。“以后我们只能听着声音回家了”，靠海生活了六十年的船长说。"
        "渔民们直到吃早饭的时候才知道这件事。人们说，等到大雾笼罩整个海湾，谁也看不见岸边的时候，也许钟声会再次响起。\n"
    ),
    "zh-tw": (
        "鎮議會星期二深夜決定，今年冬天燈塔將不再點亮。「以後我們只能聽著聲音回家了」，靠海生活了六十年的船長說。"
        "漁民們直到吃早飯的時候才知道這件事。人們說，等到大霧籠罩整個海灣，誰也看不見岸邊的時候，也許鐘聲會再次響起。\n"
    ),
    "ko": (
        "올겨울 등대에는 불이 켜지지 않을 것이라고 마을 의회가 화요일 밤늦게 결정했다. “이제는 귀로 듣고 돌아올 "
        "수밖에 없다”고 육십 년 동안 바다에서 살아온 선장은 말했다. 어부들은 아침을 먹을 때에야 그 일을 알았다. "
        "안개가 만을 모두 덮어 아무도 해안을 볼 수 없게 되면 다시 종이 울릴지도 모른다고 사람들은 말한다.\n"
    ),
}

ENCODINGS: dict[str, tuple[str, ...]] = {
    "en": ("utf-8", "utf-8-sig", "cp1252", "utf-16"),
    "fr": ("utf-8", "cp1252", "iso8859-15", "iso8859-1", "mac_roman"),
    "de": ("utf-8", "cp1252", "iso8859-1", "iso8859-15", "cp850"),
    "es": ("utf-8", "cp1252", "iso8859-1"),
    "pt": ("utf-8", "cp1252", "iso8859-1"),
    "sv": ("utf-8", "cp1252", "iso8859-1"),
    "pl": ("utf-8", "cp1250", "iso8859-2"),
    "cs": ("utf-8", "cp1250", "iso8859-2"),
    "hu": ("utf-8", "cp1250", "iso8859-2"),
    "ru": ("utf-8", "cp1251", "koi8-r", "iso8859-5", "cp866", "mac_cyrillic", "utf-16-be"),
    "uk": ("utf-8", "cp1251", "koi8-u"),
    "bg": ("utf-8", "cp1251", "iso8859-5"),
    "el": ("utf-8", "cp1253", "iso8859-7"),
    "tr": ("utf-8", "cp1254", "iso8859-9"),
    "lt": ("utf-8", "cp1257", "iso8859-13"),
    "he": ("utf-8", "cp1255", "iso8859-8"),
    "ar": ("utf-8", "cp1256", "iso8859-6"),
    "th": ("utf-8", "cp874", "tis-620"),
    "ja": ("utf-8", "shift_jis", "euc_jp", "iso2022_jp", "utf-16"),
    "zh-cn": ("utf-8", "gb18030", "gb2312", "hz", "utf-16-le"),
    "zh-tw": ("utf-8", "big5", "utf-32"),
    "ko": ("utf-8", "euc_kr", "cp949", "iso2022_kr"),
}


def samples() -> list[tuple[str, str, str, bytes]]:
    """Return language, encoding, the text that can be written in it, and its bytes."""
    result = []
    for language, encodings in ENCODINGS.items():
        for encoding in encodings:
            text = _writable(TEXTS[language], encoding)
            result.append((language, encoding, text, text.encode(encoding)))
    return result


def _writable(text: str, encoding: str) -> str:
    """Return the text with what an old encoding lacks written as people then wrote it."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        for mark, plain in ("“”„«»״", '"'), ("‘’", "'"), ("–—", "-"), ("…", "..."), ("£", "L"):
            text = "".join(plain if character in mark else character for character in text)
        text = text.encode(encoding, errors="ignore").decode(encoding)
    return text
