"""The ways to answer an update."""

import pytest
from telegram import Update

from assistant.core.messaging.buttons import Button
from assistant.core.messaging.card import Card
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Feature, Handler, Route, Takes, Tap
from assistant.core.messaging.gate import Right
from assistant.local.person import Person
from tests.core.conftest import Open

FIRST = Card(
    "<b>Ivory</b> https://cites.org",
    (
        (Button("More", data="probe:tap:"), Button("CITES", url="https://cites.org")),
        (Button("Share", switch_inline="ivory"),),
    ),
)
SECOND = Card("More about <i>ivory</i>", ((Button("More", data="probe:tap:"),),))


async def show(update: Update, context: Context) -> None:
    await context.reply(update, FIRST)


async def show_more(update: Update, context: Context) -> None:
    await context.replace(update, SECOND)


def probe(on_text: Handler = show, on_tap: Handler = show_more) -> Feature:
    return Feature(
        "probe",
        (
            Route(Takes.TEXT, Right.LOOK_UP, on_text),
            Route(Tap("tap"), Right.LOOK_UP, on_tap),
        ),
    )


async def test_a_card_is_shown_with_its_buttons_and_without_a_preview(open_desk: Open) -> None:
    desk = await open_desk([probe()])
    officer = Person(desk.telegram, "officer")
    message = await desk.ask(officer, "ivory")
    assert message.text == "Ivory https://cites.org"
    assert [len(row) for row in message.keyboard] == [2, 1]
    (sent,) = desk.request.made("sendMessage")
    assert sent["link_preview_options"] == {"is_disabled": True}


async def test_a_tapped_card_is_replaced_in_place_and_the_same_card_again_is_no_error(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk = await open_desk([probe()])
    officer = Person(desk.telegram, "officer")
    message = await desk.ask(officer, "ivory")
    for _ in range(2):
        await officer.tap("More")
        await desk.answered()
    assert len(desk.request.made("editMessageText")) == 2
    assert [shown.id for shown in officer.screen[1:]] == [message.id]
    assert officer.screen[-1].text == "More about ivory"
    assert not caplog.records


async def test_a_tap_is_acknowledged_before_the_work_that_it_asks_for(open_desk: Open) -> None:
    desk = await open_desk([probe()])
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "ivory")
    await officer.tap("More")
    await desk.answered()
    names = [name for name, _ in desk.request.calls]
    assert names.index("answerCallbackQuery") < names.index("editMessageText")


async def test_a_tap_that_waited_too_long_is_still_answered(open_desk: Open) -> None:
    async def slowly(update: Update, context: Context) -> None:
        await desk.clock.sleep(60)
        await context.replace(update, SECOND)

    desk = await open_desk([probe(on_tap=slowly)])
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "ivory")
    await officer.tap("More")
    await desk.answered()
    assert officer.screen[-1].text == "More about ivory"


async def test_an_inline_query_that_waited_too_long_is_no_error(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def slowly(update: Update, context: Context) -> None:
        await desk.clock.sleep(60)
        await context.offer(update, ())

    desk = await open_desk([Feature("probe", (Route(Takes.INLINE, Right.LOOK_UP, slowly),))])
    officer = Person(desk.telegram, "officer")
    await officer.inline("ivory")
    await desk.answered()
    assert len(desk.request.made("answerInlineQuery")) == 1
    assert officer.results is None
    assert not [record for record in caplog.records if record.levelname != "INFO"]


async def test_a_toast_is_cut_to_what_telegram_shows(open_desk: Open) -> None:
    async def chatter(update: Update, context: Context) -> None:
        await context.toast(update, "x" * 300)

    desk = await open_desk([probe(on_tap=chatter)])
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "ivory")
    await officer.tap("More")
    await desk.answered()
    assert [toast.text for toast in officer.toasts] == ["x" * 199 + "…"]


async def test_a_reply_to_a_tap_is_a_new_message(open_desk: Open) -> None:
    desk = await open_desk([probe(on_tap=show)])
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "ivory")
    await officer.tap("More")
    await desk.answered()
    assert len(officer.screen) == 3
    assert len(desk.request.made("answerCallbackQuery")) == 1


async def test_a_refused_edit_is_an_error(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def garble(update: Update, context: Context) -> None:
        await context.replace(update, Card("<b>unclosed"))

    desk = await open_desk([probe(on_tap=garble)])
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "ivory")
    await officer.tap("More")
    await desk.answered()
    assert "can't parse entities" in caplog.text.lower()


def test_a_card_without_text_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a text"):
        Card(" \n")
