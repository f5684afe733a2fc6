from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.annotation.speech.articles import article, speakers, spoken
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import QuoteKind
from tuireader.annotation.attribution import cues
from tuireader.annotation.attribution.cues import (
    LANGUAGES,
    guess_language,
    language_in,
    load_cues,
    shipped_lists,
)
from tuireader.annotation.attribution.own_cues import read_own_cues
from tuireader.annotation.entities.cases import is_form_of
from tuireader.annotation.quotes import find_quotes
from tuireader.annotation.speakers import attribute
from tuireader.articles.broken_list import BrokenListError

SPOKEN = (QuoteKind.SPEECH, QuoteKind.PARTIAL)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "„Der Hafen bleibt offen“, sagte Ursula Brandt am Montag.", "Ursula Brandt"),
        ("de", "Peter Lund erklärte: »Wir haben das Wasser unterschätzt.«", "Peter Lund"),
        ("de", "„Wir warten noch“, so Martina Kühn.", "Martina Kühn"),
        ("de", "„Wir warten noch“, sagte ein Sprecher der Behörde.", "ein Sprecher der Behörde"),
        ("fr", "« Le port reste ouvert », a déclaré Claire Dumont lundi.", "Claire Dumont"),
        ("fr", "Selon Claire Dumont, le port est « presque vide ».", "Claire Dumont"),
        ("es", "«El puerto sigue abierto», dijo Lucía Robles el lunes.", "Lucía Robles"),
        ("es", "Según Lucía Robles, el puerto está «casi vacío».", "Lucía Robles"),
        ("ru", "«Порт остаётся открытым», — сказала Ирина Белова в понедельник.", "Ирина Белова"),
        ("ru", "По словам Ирины Беловой, порт «почти пуст».", "Ирины Беловой"),
        ("uk", "«Порт залишається відкритим», — сказала Олена Гайова в понеділок.", "Олена Гайова"),
    ],
)
def test_each_language_has_its_cues(language: str, text: str, speaker: str) -> None:
    assert speakers(text, language=language) == [speaker]


ARTICLES: dict[str, list[tuple[str, str]]] = {
    "de": [
        ("„Das Wehr bleibt zu“, sagte Außenministerin Anna Kern am Montag.", "Anna Kern"),
        ("„Niemand fragte uns“, rügte die Chefin des Fischereiverbands, Greta Lund.", "Greta Lund"),
        ("Nach Angaben von Lund sind die Netze „völlig zerstört“.", "Greta Lund"),
        ("Laut Bürgermeister Jan Holt ist das „sehr ernst“.", "Jan Holt"),
        ("Holt zufolge gibt es „keinen Grund zur Panik“.", "Jan Holt"),
        ("Dem Hafenblatt sagte Holt, die Zahlen seien „geschönt“.", "Jan Holt"),
        ("Die Ministerin betonte, man habe „alles getan, was möglich war“.", "Anna Kern"),
        ("„Es gibt keinen Plan“, heißt es in einem Schreiben.", "einem Schreiben"),
    ],
    "fr": [
        ("« Non », a déclaré la ministre de la Mer, Anne Carel.", "Anne Carel"),
        ("« Tout coûte », a critiqué le président de la Cour des digues, Paul Roux.", "Paul Roux"),
        ("« Nous avons », explique M. Roux, « besoin de temps. »", "Paul Roux"),
        ("D’après Anne Carel, les filets étaient « complètement détruits ».", "Anne Carel"),
        ("« Il faut agir vite, a expliqué Paul Roux. Les familles attendent. »", "Paul Roux"),
        ("La ministre a promis que l’État ferait « tout ce qui est possible ».", "Anne Carel"),
    ],
    "es": [
        ("«No», declaró el lunes la ministra de Pesca, Ana Robles.", "Ana Robles"),
        ("“Nadie nos preguntó”, se quejó Carmen Vidal, presidenta del gremio.", "Carmen Vidal"),
        ("Según Robles, la situación es «muy grave».", "Ana Robles"),
        ("A juicio de Vidal, se trata de «una decisión absurda».", "Carmen Vidal"),
        ("La ministra prometió que el Estado hará «todo lo posible».", "Ana Robles"),
    ],
    "ru": [
        ("По словам Павла Рудина, дела «очень плохи».", "Павел Рудин"),
        ("«Плотина устояла», — сказал мэр Омска Павел Рудин.", "Павел Рудин"),
        ("Как сообщил Рудин, мост «закрыт до весны».", "Павел Рудин"),
        ("«Нас не спросили», — возмутилась глава союза Ольга Ведина.", "Ольга Ведина"),
        ("По мнению Ольги Вединой, решение было «абсурдным».", "Ольга Ведина"),
        ("Согласно Рудину, водитель ехал «слишком быстро».", "Павел Рудин"),
    ],
    "uk": [
        ("За словами Павла Рудика, справи «дуже кепські».", "Павло Рудик"),
        ("«Гребля вистояла», — сказав мер Сум Павло Рудик.", "Павло Рудик"),
        ("Як повідомив Рудик, міст «закритий до весни».", "Павло Рудик"),
        ("Зі слів Рудика, переговори минули «спокійно».", "Павло Рудик"),
    ],
}


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_the_names_of_an_article_are_brought_together(language: str) -> None:
    made = article(*(text for text, _ in ARTICLES[language]), language=language)
    quotes = [quote for quote in annotate(made).quotes if quote.kind in SPOKEN]
    found = {
        text: {quote.speaker for quote in quotes if block.start <= quote.start < block.end}
        for block, (text, _) in zip(made.blocks, ARTICLES[language], strict=True)
    }
    assert found == {text: {speaker} for text, speaker in ARTICLES[language]}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("рудина", "рудин", True),
        ("керновой", "кернова", True),
        ("павла", "павел", True),
        ("рудин", "рыбин", False),
        ("лис", "лисенкова", False),
    ],
)
def test_words_in_other_cases_are_known(one: str, other: str, same: bool) -> None:
    assert is_form_of(one, other) is same


def test_an_inverted_pronoun_is_a_speaker() -> None:
    found = speakers(
        "Claire Dumont a visité le port.", "« Il reste ouvert », a-t-elle dit.", language="fr"
    )
    assert found == ["Claire Dumont"]


def test_a_role_is_resolved_where_nouns_have_capitals() -> None:
    found = speakers(
        "Die Direktorin Ursula Brandt war am Hafen.",
        "„Er bleibt offen“, sagte die Direktorin.",
        language="de",
    )
    assert found == ["Ursula Brandt"]


@pytest.mark.parametrize(
    ("language", "paragraphs", "last"),
    [
        (
            "de",
            (
                "Timo Aschen bedauert, dass Ursula Brandt geht.",
                "Brandt habe das Haus „mit großer Geduld“ geführt, sagte Aschen.",
            ),
            "Timo Aschen",
        ),
        (
            "de",
            ("Ursula Brandt, die Direktorin, geht.", "„Es ist Zeit“, erklärte die 54-Jährige."),
            "Ursula Brandt",
        ),
        (
            "de",
            (
                "Laut einem Gutachten des Ingenieurs Malte Frieling ist die Mole „akut gefährdet“. "
                "„Sie kann im Sturm fallen“, heißt es darin.",
            ),
            "Malte Frieling",
        ),
        (
            "es",
            (
                "La directora del puerto viejo, Ana Reina, se va.",
                "«Es hora de otra cosa», explicó.",
            ),
            "Ana Reina",
        ),
        ("ru", ("«Это потеря», — считает и Анна Петрова.",), "Анна Петрова"),
        ("ru", ("«Я приехал», — рассказал Петров радио «Берег».",), "Петров"),
        (
            "ru",
            (
                "Иван Рудин говорит о шторме.",
                "«В три был взрыв», — рассказала одна учительница. «Стало светло», — добавила она.",
            ),
            "одна учительница",
        ),
    ],
)
def test_what_other_languages_do_with_speakers(
    language: str, paragraphs: tuple[str, ...], last: str
) -> None:
    made = article(*paragraphs, language=language)
    spoke = [quote.speaker for quote in annotate(made).quotes if quote.kind in SPOKEN]
    assert (spoke[-1] or "").endswith(last)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour stays open and the ferries are late, it was said.", "en"),
        ("Der Hafen bleibt offen und die Fähren sind nicht da.", "de"),
        ("Le port reste ouvert et les bateaux sont dans la rade.", "fr"),
        ("El puerto sigue abierto y los barcos están en la bahía.", "es"),
        ("Порт остаётся открытым, и это не то, что было на море.", "ru"),
        ("Порт залишається відкритим, і це не те, що було на морі.", "uk"),
        ("Після шторму порт веде лік: усі вціліли. Відкриття в суботу.", "uk"),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_every_language_has_verbs_and_stop_words() -> None:
    for language in LANGUAGES:
        known = load_cues(language)
        assert known.finite
        assert known.stops
        assert known.sources


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_that_come_with_the_program_are_read_as_toml_reads_them(language: str) -> None:
    file = Path(cues.__file__).with_name("data") / f"{language}.toml"
    lists = tomllib.loads(file.read_text("utf-8"))
    assert shipped_lists(language) == {name: lists[name].lower().split() for name in lists}


def test_a_language_without_lists_still_has_its_spans() -> None:
    made = article("„Brod zůstává v přístavu a čeká na vítr“, řekla Jana.", language="cs")
    assert len(find_quotes(made)) == 1


def test_a_language_without_lists_has_no_speaker_by_a_capital_alone() -> None:
    assert speakers(
        "Depois disso tudo na vila o povo diz: “Que história é essa?”", language="pt"
    ) == [None]
    assert speakers("Jana Horká: “Brod zůstává v přístavu.”", language="cs") == ["Jana Horká"]


def test_the_reader_can_add_cues() -> None:
    own = (read_own_cues("en", 'finite = "Blethered"'), read_own_cues("de", 'finite = "schnackte"'))
    made = article("Last night Ann Lee blethered “the tide is out again.”", language="en")
    assert load_cues("en-GB", own).finite - load_cues("en").finite == {"blethered"}
    (quote,) = attribute(made, find_quotes(made, own), (), own).quotes
    assert (quote.speaker, quote.cue) == ("Ann Lee", "blethered")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# mine\nfinite = said", 2, "not valid TOML"),
        ('nouns = "yarn"\nfinite = 3', 2, "finite.*must be words in quotation marks"),
        ('\n\nfinit = "said"', 3, "no list.*Did you mean .finite"),
        ('[finite]\nwords = "said"', 1, "finite.*must be words"),
    ],
)
def test_a_broken_list_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(BrokenListError, match=message) as told:
        read_own_cues("en", text)
    assert told.value.line == line


@pytest.mark.parametrize(
    ("declared", "language"), [("de", "en"), ("en-GB", "en-GB"), ("ko", "ko"), ("fr-CA", "en")]
)
def test_a_language_that_an_article_clearly_is_not_in_is_not_believed(
    declared: str, language: str
) -> None:
    text = "The harbour stays open and the ferries are late, it was said in the town. " * 4
    assert language_in(text, declared) == language


def test_a_short_text_is_in_the_language_it_is_declared_to_be_in() -> None:
    assert language_in("The harbour stays open and the ferries are late.", "de") == "de"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The bells rang. For Laura Bennet, it was “a shock” all the same.", "Laura Bennet"),
        ("de", "Die Glocken läuten. Für Anna Lehr war das „ein Schock“ im Ort.", "Anna Lehr"),
        ("fr", "Les cloches sonnent. Pour Anne Carel, c’est « un choc » ici.", "Anne Carel"),
        ("es", "Suenan las campanas. Para Ana Ruiz, es «un golpe» aquí.", "Ana Ruiz"),
        ("ru", "Звонят колокола. Для Игоря это «настоящий удар» сегодня.", "Игоря"),
        ("uk", "Дзвонять дзвони. Для Ігоря це «справжній удар» сьогодні.", "Ігоря"),
    ],
)
def test_in_whose_view_something_is_so(language: str, text: str, speaker: str) -> None:
    (quote,) = spoken("…", text, language=language)
    assert quote.kind is QuoteKind.PARTIAL
    assert quote.speaker == speaker


@pytest.mark.parametrize("text", ["For June, it was “a cold one”.", "For sale, it was “a steal”."])
def test_what_is_no_person_has_no_view(text: str) -> None:
    (quote,) = spoken(f"The bells rang. {text}")
    assert quote.speaker is None
