"""Answers to taps and to inline queries."""

from typing import Any

import pytest

from assistant.core.clock import ManualClock
from assistant.local.person import Person
from tests.local.contract.conftest import BotApi
from tests.local.contract.refused import refused

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def _tap(bot_api: BotApi, officer: Person) -> dict[str, Any]:
    keyboard = {"inline_keyboard": [[{"text": "More", "callback_data": "more:1"}]]}
    await bot_api(
        "sendMessage", {"chat_id": officer.user.id, "text": "x", "reply_markup": keyboard}
    )
    await officer.tap("More")
    return await _update(bot_api, "callback_query")


async def _ask(bot_api: BotApi, officer: Person) -> dict[str, Any]:
    await officer.inline("pangolin")
    return await _update(bot_api, "inline_query")


async def _update(bot_api: BotApi, kind: str) -> dict[str, Any]:
    (update,) = await bot_api("getUpdates")
    await bot_api("getUpdates", {"offset": update["update_id"] + 1})
    content: dict[str, Any] = update[kind]
    return content


def _article(number: int, text: str = "text") -> dict[str, object]:
    content = {"message_text": text}
    return {
        "type": "article",
        "id": str(number),
        "title": f"Title {number}",
        "input_message_content": content,
    }


async def test_a_tap_arrives_with_its_message_and_its_answer_is_seen(
    bot_api: BotApi, officer: Person
) -> None:
    tap = await _tap(bot_api, officer)
    assert (tap["data"], tap["message"]["text"]) == ("more:1", "x")
    assert tap["from"]["id"] == officer.user.id
    answer = {"callback_query_id": tap["id"], "text": "Saved", "show_alert": True}
    assert await bot_api("answerCallbackQuery", answer) is True
    (toast,) = officer.toasts
    assert (toast.text, toast.alert) == ("Saved", True)


async def test_a_tap_on_a_message_that_has_gone_names_only_where_it_was(
    bot_api: BotApi, officer: Person
) -> None:
    await _tap(bot_api, officer)
    (seen,) = officer.screen
    await bot_api("deleteMessage", {"chat_id": officer.user.id, "message_id": seen.id})
    await officer.tap("More", on=seen)
    tap = await _update(bot_api, "callback_query")
    assert tap["data"] == "more:1"
    assert (tap["message"]["message_id"], tap["message"]["date"]) == (seen.id, 0)
    assert "text" not in tap["message"]


async def test_a_tap_may_be_answered_by_nothing(bot_api: BotApi, officer: Person) -> None:
    tap = await _tap(bot_api, officer)
    assert await bot_api("answerCallbackQuery", {"callback_query_id": tap["id"]}) is True
    assert not officer.toasts


async def test_an_answer_over_200_units_is_refused(bot_api: BotApi, officer: Person) -> None:
    tap = await _tap(bot_api, officer)
    with refused(400, "Bad Request: MESSAGE_TOO_LONG"):
        await bot_api("answerCallbackQuery", {"callback_query_id": tap["id"], "text": "x" * 201})
    await bot_api("answerCallbackQuery", {"callback_query_id": tap["id"], "text": "x" * 200})
    assert len(officer.toasts) == 1


async def test_a_tap_is_answered_once_and_soon(
    bot_api: BotApi, officer: Person, clock: ManualClock
) -> None:
    first, second = await _tap(bot_api, officer), await _tap(bot_api, officer)
    await bot_api("answerCallbackQuery", {"callback_query_id": first["id"]})
    await clock.advance(16)
    for query_id in (first["id"], second["id"], "0"):
        with refused(400, TOO_OLD):
            await bot_api("answerCallbackQuery", {"callback_query_id": query_id})


async def test_no_address_is_opened_by_an_answer(bot_api: BotApi, officer: Person) -> None:
    tap = await _tap(bot_api, officer)
    with refused(400, "Bad Request: URL_INVALID"):
        await bot_api(
            "answerCallbackQuery",
            {"callback_query_id": tap["id"], "url": "https://example.org"},
        )


async def test_an_inline_query_is_answered_by_a_list(bot_api: BotApi, officer: Person) -> None:
    query = await _ask(bot_api, officer)
    assert query["query"] == "pangolin"
    results = [_article(number) for number in range(50)]
    await bot_api("answerInlineQuery", {"inline_query_id": query["id"], "results": results})
    assert officer.results
    assert len(officer.results) == 50
    chosen = await officer.choose(officer.results[7], query="pangolin")
    assert (chosen.text, chosen.via_bot) == ("text", True)
    updates = await bot_api("getUpdates")
    assert updates[0]["chosen_inline_result"]["result_id"] == "7"
    assert updates[1]["message"]["via_bot"]["is_bot"] is True


@pytest.mark.parametrize(
    ("results", "description"),
    [
        ([_article(number) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([_article(1), _article(1)], "RESULT_ID_DUPLICATE"),
        ([_article(1) | {"id": "x" * 65}], "RESULT_ID_INVALID"),
        ([_article(1, "")], "message text is empty"),
        ([_article(1, "x" * 4097)], "message is too long"),
        ([_article(1) | {"type": "gif"}], "the local Telegram lists articles only"),
        (
            [_article(1) | {"title": ""}],
            "can't parse inline query result: title is empty",
        ),
    ],
)
async def test_a_list_that_telegram_does_not_take_is_refused(
    bot_api: BotApi, officer: Person, results: list[object], description: str
) -> None:
    query = await _ask(bot_api, officer)
    with refused(400, f"Bad Request: {description}"):
        await bot_api("answerInlineQuery", {"inline_query_id": query["id"], "results": results})
    assert officer.results is None


async def test_an_inline_query_is_answered_soon(
    bot_api: BotApi, officer: Person, clock: ManualClock
) -> None:
    query = await _ask(bot_api, officer)
    await clock.advance(16)
    with refused(400, TOO_OLD):
        await bot_api("answerInlineQuery", {"inline_query_id": query["id"], "results": []})


async def test_a_list_for_a_query_that_was_typed_over_is_not_shown(
    bot_api: BotApi, officer: Person
) -> None:
    first = await _ask(bot_api, officer)
    second = await _ask(bot_api, officer)
    await bot_api("answerInlineQuery", {"inline_query_id": first["id"], "results": [_article(1)]})
    assert officer.results is None
    await bot_api("answerInlineQuery", {"inline_query_id": second["id"], "results": []})
    assert officer.results == ()
