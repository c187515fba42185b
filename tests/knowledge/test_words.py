"""The words of every language lead where they should, and nothing else that is written does."""

import pytest

from knowledge import Knowledge, Verdict
from knowledge.entries import Entry, Naming
from knowledge.loader import TABLES, Loaded
from knowledge.reading.wording import fold
from tests.knowledge import tables

LANGS = sorted(path.stem for path in (TABLES / "words").glob("*.csv"))
OFFICERS = {"en", "fr", "es", "pt", "ru", "ar", "zh", "vi", "th", "id", "ja", "ko", "de"}
ONE_IN = 9  # of sixty thousand words, asked one by one


def test_every_language_of_the_officers_has_its_words() -> None:
    assert set(LANGS) >= OFFICERS
    for lang in OFFICERS:
        assert len(tables.read(f"words/{lang}.csv")) > 2_000, lang


@pytest.mark.parametrize("lang", LANGS)
def test_a_word_stands_once_for_an_entry(lang: str) -> None:
    rows = tables.read(f"words/{lang}.csv")
    said = [(row["entry"], fold(row["word"])) for row in rows]
    assert len(set(said)) == len(said)
    assert all(row["word"] == " ".join(row["word"].split()) != "" for row in rows)


def test_a_common_name_is_a_name_of_its_entry_and_a_term_leads_there(loaded: Loaded) -> None:
    for row in tables.read("words/fr.csv"):
        names = {name.text for name in loaded.entries[row["entry"]].names}
        leading = {name.text for name in loaded.leading_words.get(row["entry"], ())}
        where = names if row["naming"] == "common" else names | leading
        assert row["word"] in where, row


def test_words_that_lead_to_an_entry_do_not_fill_its_card(loaded: Loaded) -> None:
    assert all(
        name.naming in (Naming.TERM, Naming.TOPIC)
        for names in loaded.leading_words.values()
        for name in names
    )


@pytest.mark.parametrize("lang", LANGS)
def test_a_word_leads_to_its_entry_or_to_what_stands_for_it(base: Knowledge, lang: str) -> None:
    rows = tables.read(f"words/{lang}.csv")[::ONE_IN]
    lost = [row for row in rows if not leads(base, row["word"], entry(base, row["entry"]))]
    # A word that is written as one of another tongue may be taken for that one.
    assert len(lost) <= 0.03 * len(rows), lost[:20]


def leads(base: Knowledge, word: str, meant: Entry) -> bool:
    answer = base.ask(word)
    around = {link.to for link in meant.links if link.relation in ("within", "taxon")} | {meant.id}
    for hit in answer.hits:
        beside = {link.to for link in hit.entry.links if link.relation in ("within", "taxon")}
        if hit.entry.id in around or not beside.isdisjoint(around):
            return True
    return bool(answer.topic)


def entry(base: Knowledge, entry_id: str) -> Entry:
    found = base.find(entry_id)
    assert found is not None, entry_id
    return found


@pytest.mark.parametrize(
    ("written", "entry_id"),
    [
        ("穿山甲鱗片", "product-pangolins-scales-meat-skins"),
        ("chuan shan jia", "product-pangolins-scales-meat-skins"),
        ("ぞうげ", "product-elephant-ivory"),
        ("ゾウゲ", "product-elephant-ivory"),
        ("ngà voi", "product-elephant-ivory"),
        ("nga voi", "product-elephant-ivory"),
        ("العاج", "product-elephant-ivory"),
        ("Слоновая кость", "product-elephant-ivory"),
        ("CUERNO DE RINOCERONTE", "product-rhino-horn"),
        ("魚翅", "product-shark-fin"),
    ],
)
def test_a_word_is_known_in_its_other_scripts(base: Knowledge, written: str, entry_id: str) -> None:
    answer = base.ask(written)
    assert answer.verdict is not Verdict.UNKNOWN
    assert entry_id in [hit.entry.id for hit in answer.hits]


def test_the_tones_of_vietnamese_part_limestone_from_elephant_skin(base: Knowledge) -> None:
    skin = base.ask("da voi")
    assert skin.hits[0].entry.id == "product-elephant-skin-and-hair"
    stone = base.ask("đá vôi")
    assert stone.verdict is not Verdict.SURE


def test_a_crane_is_no_skull(base: Knowledge) -> None:
    assert [hit.entry.id for hit in base.ask("crane").hits] == ["Gruidae"]


@pytest.mark.parametrize(
    "written",
    [
        "herbicide",
        "teak",
        "carries",
        "computer science",
        "house",
        "Patricia Lee",
        "good news",
        "oak tree",
    ],
)
def test_ordinary_words_are_never_told_as_sure(base: Knowledge, written: str) -> None:
    assert base.ask(written).verdict is not Verdict.SURE
