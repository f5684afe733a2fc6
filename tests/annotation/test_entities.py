from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.annotation.entity_helpers import article, entity, names
from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.entities.consensus import Consensus
from tuireader.annotation.entities.lexicon import lexicon, ordinary_words
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import split_words


def test_titles_articles_and_possessives_stay_outside_of_names() -> None:
    found = names(
        "Peruvian President Ricardo Quispe’s envoy met the European Union in the Netherlands."
    )
    assert ("Ricardo Quispe", "PERSON") in found
    assert ("Peruvian", "NORP") in found
    assert ("European Union", "ORG") in found
    assert ("Netherlands", "GPE") in found


def test_one_person_is_one_entity_whatever_the_form() -> None:
    found = find_entities(
        article(
            "Foreign Minister Sergei Dubinin will visit Oslo on Monday.",
            "Dubinin said little. Sergey Dubinin, 61, took office last year.",
        )
    )
    minister = entity(found, "Dubinin")
    assert [m.text for m in minister.mentions] == ["Sergei Dubinin", "Dubinin", "Sergey Dubinin"]
    assert minister.id == "person:" + minister.name.lower()


def test_a_name_that_lost_its_capital_is_found_again() -> None:
    found = find_entities(
        article("The historian Pavel Morozenko agrees.", "Pavel morozenko spoke of a new chapter.")
    )
    assert len(entity(found, "Pavel Morozenko").mentions) == 2


def test_an_acronym_in_brackets_is_the_organisation_before_it() -> None:
    found = find_entities(
        article(
            "The Baltic Maritime Research Institute (BMRI) published a report.",
            "The BMRI wants more buoys.",
        )
    )
    institute = entity(found, "Baltic Maritime Research Institute")
    assert institute.label is Label.ORG
    assert [m.text for m in institute.mentions][1:] == ["BMRI", "BMRI"]


def test_names_of_one_country_are_one_entity() -> None:
    found = find_entities(article("The United States agreed. U.S. officials said the US will pay."))
    assert len(entity(found, "United States").mentions) == 3


def test_roles_of_a_person() -> None:
    found = find_entities(
        article(
            "Amina Traoré, director of the Bamako School of Mines, declined.",
            "The novelist Karl Lindqvist wrote that his father kept bees.",
        )
    )
    assert entity(found, "Amina Traoré").roles[0].startswith("director of the Bamako")
    assert entity(found, "Karl Lindqvist").roles == ("novelist",)


def test_a_comma_that_stands_by_itself_after_a_role_does_no_harm() -> None:
    found = find_entities(article("The mayor , Elena Fisk , left."))
    assert entity(found, "Elena Fisk").roles == ("mayor",)


def test_nothing_is_named_inside_addresses_and_handles() -> None:
    assert names("See https://example.org/Paris/Angela_Merkel or ask @BerlinPolice, #London.") == []


@given(st.text(alphabet=st.sampled_from("AaBé ßÑ’'\".,-()\n$5€%MayLondon "), max_size=80))
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    story = article(*[line for line in text.split("\n") if line.strip()] or ["x"])
    mentions = sorted((m for e in find_entities(story) for m in e.mentions), key=lambda m: m.start)
    for mention in mentions:
        assert story.text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text != ""
    for before, after in pairwise(mentions):
        assert before.end <= after.start


def test_the_same_article_gives_the_same_entities() -> None:
    story = article("Ngozi Adeyemi met Lars Holm of Nordbank in Lagos on 3 May 2021.")
    assert find_entities(story) == find_entities(story)


def test_kinds_are_told_apart() -> None:
    found = dict(
        names(
            "The Kingdom of Norway signed the INF Treaty after the G20 summit in Osaka.",
            "A plane left Bergen Airport for Lake Victoria during the FIFA World Cup.",
        )
    )
    assert found["Kingdom of Norway"] == "GPE"
    assert found["INF Treaty"] == "LAW"
    assert found["G20 summit"] == "EVENT"
    assert found["Osaka"] == "GPE"
    assert found["Bergen Airport"] == "FAC"
    assert found["Lake Victoria"] == "LOC"
    assert found["FIFA World Cup"] == "EVENT"


def test_a_foundation_named_after_a_person_and_a_country_is_one_name() -> None:
    found = names(
        "The director of the Ivan Franko Foundation for the Study of the United States Oleh Danko"
        " believes it.",
        "Oleh danko waited.",
    )
    assert ("Ivan Franko Foundation for the Study of the United States", "ORG") in found
    assert found.count(("Oleh Danko", "PERSON")) == 1


def test_a_headline_in_capitals_is_read() -> None:
    found = names("LONDON 1996-08-30", "STORM HITS MANILA AS MARINA DELGADO RETURNS")
    assert ("LONDON", "GPE") in found
    assert ("MARINA DELGADO", "PERSON") in found


def test_the_document_decides_what_a_lone_surname_is() -> None:
    found = names(
        "Jordan was late. The goalkeeper, Kevin Houston, said nothing.",
        "Houston then left for the hotel.",
    )
    assert ("Houston", "PERSON") in found


def test_particles_belong_to_the_surname() -> None:
    assert ("Joost van der Berg", "PERSON") in names("The actor Joost van der Berg sang.")


def test_a_long_role_before_a_name_is_read_whole() -> None:
    found = find_entities(
        article(
            "The director of the Bamako School of Mines (BSM) Amina Traoré declined to speak.",
            "Norwegian Secretary of State Lars Holm agreed. He saw Mr Ole Berg.",
        )
    )
    assert entity(found, "Amina Traoré").roles == ("director of the Bamako School of Mines",)
    assert entity(found, "Lars Holm").roles == ("Norwegian Secretary of State",)
    assert entity(found, "Ole Berg").roles == ()


def test_a_surname_that_a_full_name_shows_is_a_person_everywhere() -> None:
    found = find_entities(
        article(
            "Some say Salgueiro is late. Near Salgueiro and in Salgueiro nobody knows.",
            "“The numbers fit,” said the chairman, Duarte Salgueiro, on Monday.",
        )
    )
    assert entity(found, "Duarte Salgueiro").label is Label.PERSON
    assert len(entity(found, "Duarte Salgueiro").mentions) == 4


def test_a_name_that_begins_as_organisations_do_is_one() -> None:
    assert ("Banco Meridião", "ORG") in names("Shares in Banco Meridião rose, Banco Meridião said.")


def test_titles_of_other_languages_stay_outside_of_names() -> None:
    found = find_entities(
        article("Friederike Kuhnert came late.", "“I said: Frau Kuhnert is coming,” he recalls.")
    )
    assert [m.text for m in entity(found, "Friederike Kuhnert").mentions] == [
        "Friederike Kuhnert",
        "Kuhnert",
    ]


def test_an_organisation_and_its_leader_are_two_names() -> None:
    found = names("The Liberty Party of Prime Minister Sione Taufa leads by six votes.")
    assert ("Liberty Party", "ORG") in found
    assert ("Sione Taufa", "PERSON") in found


def test_two_organisations_joined_by_and_are_two() -> None:
    found = names("The Bank of Portugal and the European Central Bank must agree by March.")
    assert ("Bank of Portugal", "ORG") in found
    assert ("European Central Bank", "ORG") in found


def test_a_nickname_in_quotation_marks_is_inside_of_the_name() -> None:
    found = find_entities(
        article(
            "Carlos “Tiny” Mendes met Ana “Tiny” Souza. Mendes sang, said Souza.",
        )
    )
    assert [e.name for e in found] == ["Carlos “Tiny” Mendes", "Ana “Tiny” Souza"]
    assert [len(e.mentions) for e in found] == [2, 2]


def test_who_holds_an_office_stands_after_its_acronym() -> None:
    found = names("The director general of the Institute of Old Wars (IOW) Helve Rannamets left.")
    assert ("Helve Rannamets", "PERSON") in found
    assert not [name for name, _ in found if "IOW" in name and "Helve" in name]


def test_an_initial_belongs_to_the_surname() -> None:
    text = "Pierre Dufour spoke. Later P. Dufour, as he signs, went home."
    assert ("P. Dufour", "PERSON") in names(text)


def test_a_long_name_is_found_where_the_tagger_saw_none() -> None:
    blocks = [
        split_words("The Larch Ferry Riders met.", 0, 27),
        split_words("Then Larch Ferry Riders left.", 0, 29),
    ]
    found = [[Name(1, 4, "ORG", 1.0)] * 2, []]
    seen = Consensus(blocks, found, lexicon(), ordinary_words())
    assert seen.apply(blocks[1], []) == [Name(1, 4, "ORG", 0.7)]
