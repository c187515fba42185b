"""What happens when something goes wrong."""

import logging
import re

import pytest
from telegram import Update
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError

from assistant.core.messaging.buttons import Button
from assistant.core.messaging.card import Card
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Feature, Route, Takes, Tap
from assistant.core.messaging.gate import Right
from assistant.local.person import Person
from tests.core.conftest import Open

REFERENCE = re.compile(r"report ([A-Z0-9]{6})\.")


def broken(error: Exception) -> Feature:
    async def fail(update: Update, context: Context) -> None:
        if context.said == "buttons":
            await context.reply(update, Card("here", ((Button("Break", data="broken:tap:"),),)))
            return
        await context.acknowledge(update)
        raise error

    kinds = (Takes.TEXT, Takes.INLINE, Tap("tap"))
    return Feature("broken", tuple(Route(kind, Right.LOOK_UP, fail) for kind in kinds))


def logged_errors(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_the_person_gets_the_reference_that_is_in_the_log(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk = await open_desk([broken(LookupError("no such table"))])
    officer = Person(desk.telegram, "officer")
    caplog.set_level(logging.INFO)
    answer = await desk.ask(officer, "my secret ivory")
    found = REFERENCE.search(answer.text)
    assert found
    (record,) = logged_errors(caplog)
    assert vars(record)["reference"] == found[1]
    assert record.exc_info
    assert isinstance(record.exc_info[1], LookupError)
    assert "my secret ivory" not in caplog.text


async def test_what_telegram_refuses_is_our_error_and_gets_a_reference(open_desk: Open) -> None:
    desk = await open_desk([broken(BadRequest("Can't parse entities"))])
    officer = Person(desk.telegram, "officer")
    assert REFERENCE.search((await desk.ask(officer, "ivory")).text)


async def test_references_differ_and_have_no_look_alikes(open_desk: Open) -> None:
    desk = await open_desk([broken(LookupError("broken"))])
    officer = Person(desk.telegram, "officer")
    references = set()
    for _ in range(8):
        found = REFERENCE.search((await desk.ask(officer, "ivory")).text)
        assert found
        references.add(found[1])
    assert len(references) == 8
    assert not set("".join(references)) & set("0OQ1I8B5S2Z")


async def test_the_apology_is_in_the_persons_language(open_desk: Open) -> None:
    desk = await open_desk([broken(LookupError("broken"))])
    officer = Person(desk.telegram, "officer", language_code="fr")
    assert (await desk.ask(officer, "ivoire")).text.startswith("Une erreur est survenue")


async def test_a_tap_that_had_been_acknowledged_still_gets_its_reference(open_desk: Open) -> None:
    desk = await open_desk([broken(LookupError("broken"))])
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "buttons")
    await officer.tap("Break")
    await desk.answered()
    assert REFERENCE.search(officer.screen[-1].text)


async def test_a_failed_inline_query_gets_an_empty_list(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk = await open_desk([broken(LookupError("broken"))])
    officer = Person(desk.telegram, "officer")
    await officer.inline("ivory")
    await desk.answered()
    assert officer.results == ()
    assert len(logged_errors(caplog)) == 1


async def test_the_next_question_is_answered_as_if_nothing_had_happened(open_desk: Open) -> None:
    desk = await open_desk([broken(LookupError("broken"))])
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "ivory")
    assert (await desk.ask(officer, "buttons")).text == "here"


@pytest.mark.parametrize(
    "error",
    [NetworkError("httpx.ConnectError"), Forbidden("bot was blocked by the user")],
)
async def test_trouble_on_the_way_is_one_line_in_the_log(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    desk = await open_desk([broken(error)])
    officer = Person(desk.telegram, "officer")
    message = await officer.write("ivory")
    await desk.answered()
    assert officer.screen == [message]
    (record,) = [record for record in caplog.records if record.name.endswith("errors")]
    assert record.levelname == "WARNING"
    assert record.exc_info is None
    assert str(error) in record.getMessage()


@pytest.mark.parametrize("error", [NetworkError("httpx.ConnectError"), Conflict("two pollers")])
async def test_trouble_with_polling_is_one_line_in_the_log(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    desk = await open_desk([])
    await desk.application.process_error(None, error)
    (record,) = [record for record in caplog.records if record.name.endswith("errors")]
    assert record.levelname == "WARNING"
    assert str(error) in record.getMessage()


async def test_an_apology_that_cannot_be_delivered_is_logged(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fail(update: Update, context: Context) -> None:
        await officer.block()
        raise LookupError(context.said, update.update_id)

    desk = await open_desk([Feature("broken", (Route(Takes.TEXT, Right.LOOK_UP, fail),))])
    officer = Person(desk.telegram, "officer")
    await officer.write("ivory")
    await desk.answered()
    assert "could not be told" in caplog.text
    assert len(logged_errors(caplog)) == 1
