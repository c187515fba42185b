"""The first words, the examples, and answers to what is no question."""

import pytest
from telegram import Chat, Message, PhotoSize, Update, User

from assistant.core.html import escape
from assistant.core.messaging.feature import Feature
from assistant.core.texts import Language
from assistant.home import cards
from assistant.home import chat as home
from assistant.local.group import GroupChat
from assistant.local.person import Person
from tests.core.conftest import START, Desk, Open

PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x08\x00\x00\x00\x08\x08\x02\x00\x00\x00"


def lists(language: Language) -> list[str]:
    return [escape(f"<lists> in {language.code}")]


def first_line(language: Language, question: str) -> str:
    return f"<b>{question} in {language.code}</b>"


async def open_home(open_desk: Open, contact: str = "") -> Desk:
    others = (Feature("lists", (), home=lists),)
    return await open_desk([home.feature(others, first_line, contact)])


async def test_start_greets_in_two_lines_and_says_what_to_try(open_desk: Open) -> None:
    desk = await open_home(open_desk)
    officer = Person(desk.telegram, "officer")
    assert (await desk.ask(officer, "/start")).text.splitlines() == [
        "Fieldline – I tell what is controlled in trade: species, chemicals, wastes.",
        "Send a name or a code as it stands on the label or the paper.",
        "",
        "Try: ivory · R-22 · 废塑料",
        "<lists> in en",
        "More examples: /help",
    ]


async def test_help_shows_questions_with_the_first_lines_of_their_answers(open_desk: Open) -> None:
    desk = await open_home(open_desk, contact="@coordinator & co")
    officer = Person(desk.telegram, "officer")
    shown = (await desk.ask(officer, "/help")).text
    assert "ivory\nivory in en\n\nr134 a\nr134 a in en\n" in shown
    assert "@fieldline_local_bot pangolin" in shown
    assert shown.endswith("Anything else: ask @coordinator & co")


async def test_help_names_nobody_when_there_is_nobody_to_ask(open_desk: Open) -> None:
    desk = await open_home(open_desk)
    officer = Person(desk.telegram, "officer")
    assert "Anything else" not in (await desk.ask(officer, "/help")).text


async def test_home_speaks_french_to_those_who_do(open_desk: Open) -> None:
    desk = await open_home(open_desk)
    officer = Person(desk.telegram, "officer", language_code="fr-BE")
    assert "Essayez : ivory" in (await desk.ask(officer, "/start")).text
    assert "Dans toute conversation" in (await desk.ask(officer, "/help")).text


async def test_start_is_answered_in_a_group_that_asks_for_it(open_desk: Open) -> None:
    desk = await open_home(open_desk)
    officer = Person(desk.telegram, "officer")
    group = GroupChat(desk.telegram, "Port", officer)
    await group.add_bot(officer)
    await officer.write("/start@fieldline_local_bot", chat=group.id)
    await desk.answered()
    assert group.screen[-1].text.startswith("Fieldline")


async def test_what_is_no_text_gets_an_answer_that_helps(open_desk: Open) -> None:
    desk = await open_home(open_desk)
    officer = Person(desk.telegram, "officer")
    advice = " Write the name on the label, or a code: CAS, UN, HS, or a waste code."
    await officer.photo(PICTURE)
    await officer.voice()
    await officer.sticker()
    await officer.document(b"%PDF")
    await desk.answered()
    assert [message.text for message in officer.screen[4:]] == [
        "I cannot read pictures yet." + advice,
        "I cannot understand recordings yet." + advice,
        "I can read text only." + advice,
        "I can read text only." + advice,
    ]


async def test_an_album_is_answered_once(open_desk: Open) -> None:
    desk = await open_home(open_desk)
    user, chat = User(7, "officer", is_bot=False), Chat(7, "private")
    Person(desk.telegram, "officer", user_id=7, started=True)
    for number in range(6):
        album = "first" if number < 3 else "second"
        photo = (PhotoSize("id", "unique", 8, 8),)
        message = Message(number, START, chat, user, photo=photo, media_group_id=album)
        message.set_bot(desk.application.bot)
        await desk.application.update_queue.put(Update(number, message=message))
    await desk.answered()
    assert len(desk.request.made("sendMessage")) == 2


async def test_an_edited_question_is_to_be_sent_again(open_desk: Open) -> None:
    desk = await open_home(open_desk)
    officer = Person(desk.telegram, "officer")
    question = await officer.write("ivroy")
    await officer.edit(question, "ivory")
    await desk.answered()
    assert officer.screen[-1].text == (
        "I answer new messages only. Please send it again as a new one."
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [("/ivory now", "/ivory"), ("/" + "x" * 60, "/" + "x" * 31 + "…")],
)
async def test_an_unknown_command_is_named_and_the_way_on_shown(
    open_desk: Open,
    text: str,
    named: str,
) -> None:
    desk = await open_home(open_desk)
    officer = Person(desk.telegram, "officer")
    answer = (await desk.ask(officer, text)).text
    assert answer.startswith(f"I do not know {named}. To look something up, send it without")


def test_commands_are_escaped(english: Language) -> None:
    assert "/&lt;b&gt;" in cards.unknown_command(english, "/<b>").text
