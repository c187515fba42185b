"""What officers ask, and the first line of what they are told; it alone must be enough."""

import pytest

from assistant.local.person import Person
from tests.lookup.conftest import Assistant

IVORY = (
    "Elephant ivory – CITES Appendix I: no commercial trade (some: II)",
    "Elephant ivory – CITES, Annexe I : pas de commerce (certains : II)",
)
PANGOLIN = (
    "Pangolins: scales, meat, skins – CITES Appendix I: no commercial trade",
    "Pangolins: scales, meat, skins – CITES, Annexe I : pas de commerce",
)
R134A = (
    "HFC-134a (1,1,1,2-Tetrafluoroethane) – Montreal Protocol, Annex F: licence needed",
    "HFC-134a (1,1,1,2-Tetrafluoroethane) – Protocole de Montréal, Annexe F : licence exigée",
)
HEADING = "HS 2903.77 – Halogenated derivatives of acyclic hydrocarbons …"
GREETING = (
    "I know species, chemicals, wastes, tariff and UN numbers. Send a name or a code.",
    (
        "Je connais les espèces, les produits chimiques, les déchets, les codes tarifaires et les"
        " numéros ONU. Envoyez un nom ou un code."
    ),
)

# What is asked → what is told first, in English and in French.
FIRST_LINES = {
    "ivroy": IVORY,
    "loxodonta africna": (
        "African Elephant, Loxodonta africana – CITES Appendix I: no commercial trade (some: II)",
        "Eléphant africain, Loxodonta africana – CITES, Annexe I : pas de commerce (certains : II)",
    ),
    "象牙": tuple(line.replace(" –", " (象牙) –", 1) for line in IVORY),
    "穿山甲": tuple(line.replace(" –", " (穿山甲) –", 1) for line in PANGOLIN),
    "pangolin": PANGOLIN,
    "rosewood": (
        "rosewood can be several things. Which one?",
        "rosewood peut désigner plusieurs choses. Laquelle ?",
    ),
    "seahorse": (
        "Dried seahorse – CITES Appendix II: export permit needed",
        "Dried seahorse – CITES, Annexe II : permis d’exportation exigé",
    ),
    "r134 a": R134A,
    "811-97-2": R134A,
    "R-22": (
        "HCFC-22 (chlorodifluoromethane) – Montreal Protocol, Annex C: licence needed",
        "HCFC-22 (chlorodifluoromethane) – Protocole de Montréal, Annexe C : licence exigée",
    ),
    "r410a": (
        "R-410A – holds HFC: licence needed",
        "R-410A – contient HFC : licence exigée",
    ),
    "75-45-7": (
        "75-45-7 is not a CAS number: its last digit does not fit. It would be 75-45-6.",
        "75-45-7 n’est pas un numéro CAS : son dernier chiffre ne convient pas. Ce serait 75-45-6.",
    ),
    "b3010": (
        "B3010 closed on 2021-01-01. Now: B3011, A3210, Y48",
        "B3010 supprimé le 2021-01-01. Désormais : B3011, A3210, Y48",
    ),
    "16 01 03*": (
        "16 01 03 – end-of-life tyres – not hazardous",
        "16 01 03 – end-of-life tyres – non dangereux",
    ),
    "2903771000": (HEADING, HEADING),
    "hs 2903.77": (HEADING, HEADING),
    "UN 1018": (
        "UN 1018 – Chlorodifluoromethane or Refrigerant gas R 22 – Class 2.2",
        "UN 1018 – Chlorodifluoromethane or Refrigerant gas R 22 – Classe 2.2",
    ),
    "MON-Ø4Ø32-6": (
        "MON-Ø4Ø32-6 – genetically modified soybean – the papers must say so",
        "MON-Ø4Ø32-6 – genetically modified soybean – les documents doivent le dire",
    ),
    "app II": 2 * ("CITES Appendix II",),
    "annex F": 2 * ("Montreal Protocol Annex F",),
    "#15": 2 * ("CITES annotation #15",),
    "R12": (
        "R12 can be several things. Which one?",
        "R12 peut désigner plusieurs choses. Laquelle ?",
    ),
    "废塑料": (
        "废塑料 can be several things. Which one?",
        "废塑料 peut désigner plusieurs choses. Laquelle ?",
    ),
    "old fridge gas": (
        "old fridge gas can be several things. Which one?",
        "old fridge gas peut désigner plusieurs choses. Laquelle ?",
    ),
    "good morning": GREETING,
    "bonjour": GREETING,
    "unobtainium": (
        "Not in my data: unobtainium",
        "Absent de mes données : unobtainium",
    ),
}


@pytest.mark.parametrize("question", FIRST_LINES)
async def test_the_first_line_answers_in_the_language_of_the_phone(
    assistant: Assistant, question: str
) -> None:
    for number, tag in enumerate(["en", "fr-CA"]):
        officer = Person(assistant.telegram, f"officer-{tag}", language_code=tag)
        answer = await assistant.ask(officer, question)
        assert answer.text.splitlines()[0] == FIRST_LINES[question][number]


async def test_a_phone_in_another_language_is_answered_in_the_default_one(
    assistant: Assistant,
) -> None:
    officer = Person(assistant.telegram, "officer", language_code="sw")
    answer = await assistant.ask(officer, "ivroy")
    assert answer.text.splitlines()[0] == IVORY[0]


async def test_a_name_that_was_misspelt_is_told_beside_what_was_found(
    assistant: Assistant, officer: Person
) -> None:
    answer = await assistant.ask(officer, "ivroy")
    assert "You wrote “ivroy”; found as “ivory”." in answer.text.splitlines()


async def test_national_digits_are_said_to_be_unchecked(
    assistant: Assistant, officer: Person
) -> None:
    answer = await assistant.ask(officer, "2903771000")
    assert "The last digits (1000) are national and were not checked." in answer.text


async def test_a_name_that_is_not_there_does_not_read_as_free(
    assistant: Assistant, officer: Person
) -> None:
    answer = await assistant.ask(officer, "unobtainium")
    assert answer.text.splitlines()[1:3] == [
        "My data are of 2026-06-24. Not found does not mean that it is free.",
        "Not sure? Hold it and ask your coordinator or the national authority.",
    ]


async def test_a_wrong_check_digit_offers_the_right_number_and_asserts_nothing(
    assistant: Assistant, officer: Person
) -> None:
    answer = await assistant.ask(officer, "75-45-7")
    assert "licence" not in answer.text
    assert answer.buttons[0].text == "HCFC-22 (chlorodifluoromethane) (75-45-6)"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("R12", ["CFC-12 ", "R12 – "]),
        ("mercury", ["Mercury", "A1030 – ", "Y29 – "]),
    ],
)
async def test_what_can_be_several_things_is_offered_and_not_guessed(
    assistant: Assistant, officer: Person, written: str, meant: list[str]
) -> None:
    answer = await assistant.ask(officer, written)
    *offers, none = (button.text for button in answer.buttons)
    assert none == "None of these"
    assert [offer[: len(begin)] for offer, begin in zip(offers, meant, strict=True)] == meant
