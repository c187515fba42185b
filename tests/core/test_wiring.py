"""Which update reaches which handler."""

import pytest
from telegram import InlineQueryResultArticle, InputTextMessageContent, Update

from assistant.core.messaging.buttons import Button
from assistant.core.messaging.card import Card
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Command, Feature, Handler, Route, Takes, Tap
from assistant.core.messaging.gate import Right
from assistant.local.group import GroupChat
from assistant.local.person import Person
from tests.core.conftest import Open

PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x08\x00\x00\x00\x08\x08\x02\x00\x00\x00"
BUTTONS = ((Button("More", data="probe:more:a:b"), Button("Old", data="gone:more:1")),)


def probe(seen: list[tuple[str, str]]) -> Feature:
    """Return a feature that takes everything and notes what was said to which route."""

    def note(name: str) -> Handler:
        async def handle(update: Update, context: Context) -> None:
            seen.append((name, context.said))
            if update.effective_chat is not None and update.callback_query is None:
                await context.reply(update, Card(name, BUTTONS))

        return handle

    routes: dict[str, Command | Tap | Takes] = {
        "unknown": Takes.UNKNOWN_COMMAND,
        "ask": Command("ask"),
        "text": Takes.TEXT,
        "tap": Tap("more"),
        "inline": Takes.INLINE,
        "media": Takes.MEDIA,
        "edited": Takes.EDITED_TEXT,
    }
    return Feature(
        "probe",
        tuple(Route(takes, Right.LOOK_UP, note(name)) for name, takes in routes.items()),
    )


async def test_each_update_reaches_its_route_with_what_was_said(open_desk: Open) -> None:
    seen: list[tuple[str, str]] = []
    desk = await open_desk([probe(seen)])
    officer = Person(desk.telegram, "officer")
    question = await officer.write("  ivory ")
    await officer.write("/ask\n12 kg  ivory")
    await officer.write("/ask@fieldline_local_bot tusk")
    await officer.write("/nonsense now")
    await officer.edit(question, "ivroy")
    await officer.photo(PICTURE, "what is this?")
    await officer.sticker()
    await officer.inline(" pangolin ")
    await desk.answered()
    await officer.tap("More")
    await desk.answered()
    assert sorted(seen) == sorted(
        [
            ("text", "ivory"),
            ("ask", "12 kg  ivory"),
            ("ask", "tusk"),
            ("unknown", "now"),
            ("edited", "ivroy"),
            ("media", ""),
            ("media", ""),
            ("inline", "pangolin"),
            ("tap", "a:b"),
        ],
    )


async def test_an_edited_command_is_no_new_command(open_desk: Open) -> None:
    seen: list[tuple[str, str]] = []
    desk = await open_desk([probe(seen)])
    officer = Person(desk.telegram, "officer")
    message = await officer.write("/ask ivory")
    await officer.edit(message, "/ask tusks")
    await desk.answered()
    assert [name for name, _ in seen] == ["ask", "edited"]


async def test_what_was_shared_from_an_inline_result_is_no_question(open_desk: Open) -> None:
    seen: list[tuple[str, str]] = []

    async def offer(update: Update, context: Context) -> None:
        result = InlineQueryResultArticle("1", "Ivory", InputTextMessageContent("Elephant ivory"))
        await context.offer(update, [result])

    share = Feature("share", (Route(Takes.INLINE, Right.LOOK_UP, offer),))
    desk = await open_desk([share, probe(seen)])
    officer = Person(desk.telegram, "officer")
    await officer.inline("ivory")
    await desk.answered()
    assert officer.results is not None
    await officer.choose(officer.results[0], query="ivory")
    await desk.answered()
    assert officer.screen[-1].text == "Elephant ivory"
    assert seen == []


async def test_in_a_group_only_commands_and_replies_to_the_bot_are_answered(
    open_desk: Open,
) -> None:
    seen: list[tuple[str, str]] = []
    desk = await open_desk([probe(seen)])
    officer = Person(desk.telegram, "officer")
    group = GroupChat(desk.telegram, "Port", officer)
    await group.add_bot(officer)
    # As an administrator the bot is sent everything: it must keep silent by itself.
    desk.telegram.state.reads_all_group_messages = True
    gossip = await officer.write("lunch?", chat=group.id)
    await officer.edit(gossip, "dinner?")
    await officer.photo(PICTURE, chat=group.id)
    await officer.write("/unknown", chat=group.id)
    await officer.write("and you?", chat=group.id, reply_to=gossip)
    await desk.answered()
    assert seen == []
    command = await officer.write("/ask ivory", chat=group.id)
    await desk.answered()
    answer = group.screen[-1]
    assert answer.reply_to == command.id
    reply = await officer.write("rhino horn", chat=group.id, reply_to=answer)
    await desk.answered()
    assert group.screen[-1].reply_to == reply.id
    assert seen == [("ask", "ivory"), ("text", "rhino horn")]


async def test_in_a_private_chat_answers_quote_nothing(open_desk: Open) -> None:
    desk = await open_desk([probe([])])
    officer = Person(desk.telegram, "officer")
    assert (await desk.ask(officer, "ivory")).reply_to is None


async def test_a_button_of_an_older_version_says_so(open_desk: Open) -> None:
    seen: list[tuple[str, str]] = []
    desk = await open_desk([probe(seen)])
    officer = Person(desk.telegram, "officer", language_code="fr")
    await desk.ask(officer, "ivory")
    await officer.tap("Old")
    await desk.answered()
    assert [toast.text for toast in officer.toasts] == [
        "Ce bouton ne fonctionne plus. Veuillez renvoyer votre question.",
    ]
    assert seen == [("text", "ivory")]


async def test_a_tap_is_acknowledged_even_if_its_handler_says_nothing(open_desk: Open) -> None:
    desk = await open_desk([probe([])])
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "ivory")
    await officer.tap("More")
    await desk.answered()
    assert len(desk.request.made("answerCallbackQuery")) == 1


async def _answer(_: Update, __: Context) -> None:
    raise AssertionError("never called")


def test_a_route_without_a_right_cannot_be_built() -> None:
    with pytest.raises(TypeError, match="which Right"):
        Route(Takes.TEXT, None, _answer)  # type: ignore[arg-type] # this is what is refused
    with pytest.raises(TypeError, match="right"):
        Route(takes=Takes.TEXT, handle=_answer)  # type: ignore[call-arg] # as above


def test_a_command_in_the_menu_needs_a_route() -> None:
    with pytest.raises(ValueError, match="lists /ask but has no route"):
        Feature("probe", (), commands=(Command("ask"),))


@pytest.mark.parametrize("name", ["", "Ask", "/ask", "a-b", "x" * 33])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is no command"):
        Command(name)
    with pytest.raises(ValueError, match="is no name"):
        Feature(name, ())


async def test_two_features_cannot_have_one_name_or_one_command(open_desk: Open) -> None:
    ask = Route(Command("ask"), Right.LOOK_UP, _answer)
    with pytest.raises(ValueError, match="already a feature with one"):
        await open_desk([Feature("one", ()), Feature("one", ())])
    with pytest.raises(ValueError, match=r"two: there is already .*ask"):
        await open_desk([Feature("one", (ask,)), Feature("two", (ask,))])
