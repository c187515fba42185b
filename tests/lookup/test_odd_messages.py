"""Messages as they come: pictures, edits, ten thousand characters, marks that nobody sees.

The local Telegram refuses broken HTML, so every answer that arrives is proof of valid HTML.
"""

import pytest

from assistant.core.html import shown_length
from assistant.core.texts import Texts
from assistant.local.api.entities import pieces
from assistant.local.api.markup import parse
from assistant.local.person import Person
from assistant.lookup.cards import answer_card
from knowledge import Knowledge
from tests.local.pictures import png
from tests.lookup.conftest import Assistant

MESSAGE = 4096

SURE = {
    "r134\u200ba": "HFC-134a ",  # zero-width space
    "\u202er134 a\u202c": "HFC-134a ",  # shown from right to left
    "\ufeffR\u00ad-22": "HCFC-22 ",  # byte-order mark, soft hyphen
    "Ｒ－２２": "HCFC-22 ",  # full-width letters and figures
    "８１１-９７-２": "HFC-134a ",
    "ＵＮ１０１８": "UN 1018 ",
    "LОXОDОNTA АFRICANA": "African Elephant, Loxodonta africana",  # Cyrillic О and А
    "R‑22": "HCFC-22 ",  # a hyphen that does not break
    "  ivory\n\n": "Elephant ivory ",
}
UNKNOWN = (
    "🐘🦏",
    "👩🏽‍✈️",
    "<b>unobtainium</b>",
    "<script>alert(1)</script>",
    "</b></i><a href='x'>",
    "R&D & Söhne <info@example.org>",
    "&lt;&#0;&#xD800;&bogus;",
    "*_[]()~`>#+-=|{}.!\\",
    "{ $query } { lookup-unknown }",
    "'; DROP TABLE entries; --",
    "%s %(query)s {0} {query}",
    "\u202e\u2066unobtainium",
    "u\u0301\u0302\u0303" * 200,
    "𝔘𝔫𝔬𝔟𝔱𝔞𝔦𝔫𝔦𝔲𝔪𝔵𝔵𝔵",
    "؀؁؂",
    "-",
    "0",
    "9" * 4096,
)
# What no app sends, but a command line or a list does.
RAW = (
    "",
    "\0",
    "iv\0ory",
    "\x1b[31mivory\x1b[0m",
    "ivory\r\nR-22\u2028\x0b\x0c",
    "\ud800",
    "ivory \udfff",
    "\uffff\U0010ffff",
    "x" * 10_000,
    "ivory " * 10_000,
    "<b>" * 10_000,
    "象" * 10_000,
    "🐘" * 10_000,
    "1" * 10_000,
)


@pytest.mark.parametrize("written", SURE)
async def test_marks_and_look_alike_letters_do_not_hide_what_is_meant(
    assistant: Assistant, officer: Person, written: str
) -> None:
    assert (await assistant.ask(officer, written)).text.startswith(SURE[written])


@pytest.mark.parametrize("written", UNKNOWN)
async def test_whatever_is_written_gets_one_helpful_answer(
    assistant: Assistant, officer: Person, written: str
) -> None:
    answer = await assistant.ask(officer, written)
    first, *_, last = [*answer.text.splitlines(), ""][:3]
    assert "\u202e" not in answer.text
    if first.startswith("1. "):  # parted at its semicolons, each answered by itself
        assert first.startswith("1. Not in my data: ")
    elif first.startswith("Not in my data: "):
        assert last.startswith("Not sure? Hold it and ask your coordinator")
    else:
        assert first == "There are no letters or digits in this. Send a name or a code."


async def test_markup_is_shown_as_it_was_written(assistant: Assistant, officer: Person) -> None:
    answer = await assistant.ask(officer, "<i>unobtainium</i> & sons")
    assert answer.text.splitlines()[0] == "Not in my data: <i>unobtainium</i> & sons"
    assert [entity.type for entity in answer.body.entities] == ["bold"]


async def test_markup_in_a_misspelt_name_is_shown_as_it_was_written(
    assistant: Assistant, officer: Person
) -> None:
    answer = await assistant.ask(officer, "<loxodonta> & africna")
    assert "You wrote “<loxodonta> & africna”; found as “Loxodonta africana”." in answer.text


@pytest.mark.parametrize("text", ["ivory " * 1667, "<b>&" * 2500, "象牙" * 5000, "🐘" * 5000])
async def test_each_part_of_a_long_text_is_answered(
    assistant: Assistant, officer: Person, text: str
) -> None:
    parts = pieces(text, MESSAGE)
    assert len(parts) == 3
    for part in parts:
        await officer.write(part)
    await assistant.answered()
    assert len(officer.screen) == 2 * len(parts)


@pytest.mark.parametrize("query", RAW, ids=lambda query: ascii(query[:12]))
def test_whatever_is_asked_in_any_other_way_gives_a_card(
    base: Knowledge, texts: Texts, query: str
) -> None:
    for language in texts.languages:
        card = answer_card(language, base, base.ask(query), "")
        assert parse(card.text).text
        assert 1 <= shown_length(card.text) <= MESSAGE


async def test_an_edited_question_is_to_be_sent_again(
    assistant: Assistant, officer: Person
) -> None:
    question = await officer.write("ivroy")
    await assistant.answer(officer)
    await officer.edit(question, "R-22")
    assert (await assistant.answer(officer)).text == (
        "I answer new messages only. Please send it again as a new one."
    )


async def test_what_cannot_be_read_is_answered_with_what_can(
    assistant: Assistant, officer: Person
) -> None:
    advice = "Write the name on the label, or a code: CAS, UN, HS, or a waste code."
    for send in (officer.sticker(), officer.voice(), officer.photo(png(8, 8)), _document(officer)):
        await send
        assert (await assistant.answer(officer)).text.endswith(advice)


async def test_a_caption_is_not_taken_for_a_question(assistant: Assistant, officer: Person) -> None:
    await officer.photo(png(8, 8), caption="ivory")
    assert (await assistant.answer(officer)).text.startswith("I cannot read pictures yet.")


async def _document(officer: Person) -> None:
    await officer.document(b"%PDF", "permit.pdf")
