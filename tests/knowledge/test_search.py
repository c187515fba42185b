"""Asking in words: the questions that officers ask, and the verdict each must get."""

from collections import defaultdict

import pytest

from knowledge import Answer, Kind, Knowledge, Remark, Verdict, Why
from knowledge.entries import Product, Taxon
from tests.conftest import MIDSUMMER
from tests.knowledge import tables


def ids(answer: Answer) -> list[str]:
    return [hit.entry.id for hit in answer.hits]


SURE = {
    "ivory": "product-elephant-ivory",
    "IVORY": "product-elephant-ivory",
    "象牙": "product-elephant-ivory",
    "marfil": "product-elephant-ivory",
    "pangolin": "product-pangolins-scales-meat-skins",
    "cocobolo": "product-rosewood",
    "rhino horn": "product-rhino-horn",
    "shark fin": "product-shark-fin",
    "mammoth ivory": "product-mammoth-ivory",
    "Loxodonta africana": "Loxodonta_africana",
    "loxodontaafricana": "Loxodonta_africana",
    "Loxodonta africna": "Loxodonta_africana",
    "polar bear": "Ursus_maritimus",
    "DDT": "ddt",
    "sarin": "sarin",
    "MON 810": "lmo-MON-00810-6",
    "Roundup Ready 2 Yield": "lmo-MON-89788-1",
}


@pytest.mark.parametrize(("query", "entry"), SURE.items())
def test_a_name_is_answered_with_a_card(base: Knowledge, query: str, entry: str) -> None:
    answer = base.ask(query)
    assert answer.verdict is Verdict.SURE
    assert ids(answer)[0] == entry


def test_a_slip_in_ivory_still_leads_to_elephant_ivory(base: Knowledge) -> None:
    answer = base.ask("ivroy")
    assert answer.verdict is not Verdict.UNKNOWN
    assert (ids(answer)[0], answer.hits[0].why) == ("product-elephant-ivory", Why.FUZZY)


@pytest.mark.parametrize(
    ("word", "product"),
    [("cactus", "product-cactus"), ("orchid", "product-orchid"), ("cocobolo", "product-rosewood")],
)
def test_a_product_stands_for_its_species(base: Knowledge, word: str, product: str) -> None:
    assert ids(base.ask(word)) == [product]


def test_rosewood_is_asked_about_the_strictest_first(base: Knowledge) -> None:
    answer = base.ask("rosewood")
    assert (answer.verdict, answer.topic) == (Verdict.CHOOSE, "rosewood")
    assert ids(answer)[0] == "Dalbergia_nigra"
    assert "product-rosewood" in ids(answer)


def test_old_fridge_gas_is_asked_about(base: Knowledge) -> None:
    answer = base.ask("old fridge gas")
    assert (answer.verdict, answer.topic) == (Verdict.CHOOSE, "refrigerant-gas")
    assert len(answer.hits) > 1


def test_waste_plastic_is_a_choice_of_three_codes_the_controlled_one_first(
    base: Knowledge,
) -> None:
    answer = base.ask("废塑料")
    assert (answer.verdict, answer.topic) == (Verdict.CHOOSE, "plastic")
    assert ids(answer)[0] == "basel-Y48"
    assert set(ids(answer)) == {"basel-Y48", "basel-B3011", "basel-A3210"}


# Words that one species bore alone, and the group that bears them now.
GROUPS = {
    "crocodile": "Crocodylia",
    "sturgeon": "Acipenseriformes",
    "esturión": "Acipenseriformes",
    "snake": "Serpentes",
    "dolphin": "Cetacea",
    "crane": "Gruidae",
    "scorpion": "Scorpiones",
    "falcon": "Falconidae",
    "halcón": "Falconidae",
    "búho": "Strigiformes",
    "macaw": "product-parrots-live-birds-eggs-feathers",
}


@pytest.mark.parametrize(("word", "group"), GROUPS.items())
def test_a_word_for_a_group_is_answered_with_the_group(
    base: Knowledge, word: str, group: str
) -> None:
    assert ids(base.ask(word)) == [group]


@pytest.mark.parametrize(
    "word", ["otter", "cedar", "pine", "jacaranda", "if", "贝雕", "根付", "R12"]
)
def test_a_word_that_means_more_than_one_listed_thing_is_never_told_as_sure(
    base: Knowledge, word: str
) -> None:
    assert base.ask(word).verdict is not Verdict.SURE


def test_ambergris_is_not_told_as_a_whale_tooth(base: Knowledge) -> None:
    for word in ("ambergris", "ambre gris", "龙涎香"):
        answer = base.ask(word)
        assert (answer.verdict, ids(answer)) == (Verdict.SURE, ["product-ambergris"])
        facts = answer.hits[0].entry.facts
        assert isinstance(facts, Product)
        assert not facts.listed


def test_a_closed_code_is_answered_since_its_card_says_what_came_after(base: Knowledge) -> None:
    answer = base.ask("b3010")
    assert (answer.verdict, ids(answer)) == (Verdict.SURE, ["basel-B3010"])


@pytest.mark.parametrize("query", ["good morning", "Good Morning!", "hello", "谢谢", "привет"])
def test_a_greeting_is_no_question(base: Knowledge, query: str) -> None:
    answer = base.ask(query)
    assert (answer.verdict, answer.remark) == (Verdict.UNKNOWN, Remark.SMALL_TALK)
    assert answer.hits == ()


@pytest.mark.parametrize("query", ["", "   ", "?!", "\u200b\u2066", "…", "🐘"])
def test_a_question_without_letters_or_digits_is_empty(base: Knowledge, query: str) -> None:
    answer = base.ask(query)
    assert (answer.verdict, answer.remark, answer.hits) == (Verdict.UNKNOWN, Remark.EMPTY, ())


def test_what_nobody_knows_is_unknown_with_the_nearest_names(base: Knowledge) -> None:
    answer = base.ask("unobtainium")
    assert (answer.verdict, answer.remark) == (Verdict.UNKNOWN, None)
    assert answer.hits
    assert all(hit.matched for hit in answer.hits)


def test_an_answer_repeats_the_question_as_it_was_asked(base: Knowledge) -> None:
    assert base.ask("  Ivory? ").query == "  Ivory? "


def test_the_base_says_how_old_it_is(base: Knowledge) -> None:
    assert base.as_of == MIDSUMMER
    assert base.today == MIDSUMMER


def test_a_taxon_is_found_by_its_scientific_name(base: Knowledge) -> None:
    found = base.taxon("Loxodonta africana")
    assert found is not None
    assert found.kind is Kind.SPECIES
    assert base.source(found).id == "speciesplus-2026-03"
    assert base.taxon("Homo sapiens") is None


# Synonyms of a species and of its own subspecies.
ONE_SPECIES = {
    "Papilio chikae": "Achillides_chikae",
    "Ancistrocactus tobuschii": "Sclerocactus_brevihamatus",
}


def ambiguous() -> dict[str, set[str]]:
    taxa = defaultdict(set)
    for row in tables.read("species/synonyms.csv"):
        taxa[row["synonym"]].add(row["taxon"])
    return {name: found for name, found in taxa.items() if len(found) > 1}


def appendices(base: Knowledge, taxa: set[str]) -> set[str]:
    found = set()
    for taxon in taxa:
        entry = base.find(taxon)
        assert entry is not None
        assert isinstance(entry.facts, Taxon)
        found.add(entry.facts.appendix)
    return found


def test_a_synonym_of_taxa_in_different_appendices_is_a_choice(base: Knowledge) -> None:
    """Where all are of one species, its card tells the split."""
    differing = {
        name: taxa for name, taxa in ambiguous().items() if len(appendices(base, taxa)) > 1
    }
    assert len(differing) == 16
    for name, taxa in differing.items():
        answer = base.ask(name)
        if name in ONE_SPECIES:
            assert ids(answer) == [ONE_SPECIES[name]]
            assert appendices(base, set(ids(answer))) <= {"I/II", "I/NC"}
        else:
            assert answer.verdict is Verdict.CHOOSE, name
            assert set(ids(answer)) == taxa, name


def test_an_ambiguous_synonym_names_all_its_taxa(base: Knowledge) -> None:
    asked = [(name, taxa) for name, taxa in ambiguous().items() if name not in ONE_SPECIES]
    for name, taxa in asked[::5]:
        found = set(ids(base.ask(name)))
        assert found <= taxa, name
        assert len(found) == min(len(taxa), 5), name
