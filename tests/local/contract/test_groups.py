"""Groups: what a bot in privacy mode sees, and when it may write."""

from typing import Any

import pytest

from assistant.local.api.telegram import LocalTelegram
from assistant.local.group import GroupChat
from assistant.local.person import Person
from tests.local.contract.conftest import BotApi
from tests.local.contract.refused import refused


@pytest.fixture
async def group(telegram: LocalTelegram, officer: Person, bot_api: BotApi) -> GroupChat:
    """A group with the officer and the bot; all that has happened is confirmed."""
    opened = GroupChat(telegram, "DEMETER", officer)
    await opened.add_bot(officer)
    last = (await bot_api("getUpdates"))[-1]["update_id"]
    await bot_api("getUpdates", {"offset": last + 1})
    return opened


async def _texts(bot_api: BotApi) -> list[str]:
    return [update["message"]["text"] for update in await bot_api("getUpdates")]


async def test_the_bot_is_told_when_it_is_added(
    bot_api: BotApi, telegram: LocalTelegram, officer: Person
) -> None:
    group = GroupChat(telegram, "DEMETER", officer)
    await officer.write("not yet", chat=group.id)
    await group.add_bot(officer)
    change, service = await bot_api("getUpdates")
    assert change["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert change["my_chat_member"]["chat"] == {
        "id": group.id,
        "type": "supergroup",
        "title": "DEMETER",
    }
    assert service["message"]["new_chat_members"][0]["is_bot"] is True


async def test_in_privacy_mode_the_bot_sees_commands_and_replies_only(
    bot_api: BotApi, officer: Person, group: GroupChat
) -> None:
    sent = await bot_api("sendMessage", {"chat_id": group.id, "text": "Who is here?"})
    await officer.write("good morning", chat=group.id)
    mine = await officer.write("talking to myself", chat=group.id)
    await officer.write("still talking", chat=group.id, reply_to=mine)
    await officer.write("/ask ivory", chat=group.id)
    await officer.write("/ask@Fieldline_local_bot ivory", chat=group.id)
    await officer.write("/ask@other_bot ivory", chat=group.id)
    question = next(message for message in group.screen if message.id == sent["message_id"])
    await officer.write("me", chat=group.id, reply_to=question)
    await officer.edit(mine, "talking to nobody")
    assert await _texts(bot_api) == ["/ask ivory", "/ask@Fieldline_local_bot ivory", "me"]


async def test_a_bot_that_may_read_all_messages_sees_them(
    bot_api: BotApi, telegram: LocalTelegram, officer: Person, group: GroupChat
) -> None:
    telegram.state.reads_all_group_messages = True
    await officer.write("good morning", chat=group.id)
    assert await _texts(bot_api) == ["good morning"]


async def test_who_comes_and_goes_is_told(
    bot_api: BotApi, telegram: LocalTelegram, group: GroupChat
) -> None:
    colleague = Person(telegram, "colleague")
    with pytest.raises(ValueError, match="not in a group"):
        await colleague.write("hello", chat=group.id)
    await group.join(colleague)
    await colleague.write("/ask ivory", chat=group.id)
    await group.leave(colleague)
    messages: list[dict[str, Any]] = [update["message"] for update in await bot_api("getUpdates")]
    assert messages[0]["new_chat_members"][0]["id"] == colleague.user.id
    assert messages[1]["text"] == "/ask ivory"
    assert messages[2]["left_chat_member"]["id"] == colleague.user.id


async def test_a_bot_that_was_removed_cannot_write(
    bot_api: BotApi, officer: Person, group: GroupChat
) -> None:
    await group.remove_bot(officer)
    await officer.write("/ask ivory", chat=group.id)
    (update,) = await bot_api("getUpdates")
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    with refused(403, "Forbidden: bot was kicked from the supergroup chat"):
        await bot_api("sendMessage", {"chat_id": group.id, "text": "x"})


async def test_a_bot_that_was_never_added_cannot_write(
    bot_api: BotApi, telegram: LocalTelegram, officer: Person
) -> None:
    group = GroupChat(telegram, "DEMETER", officer)
    with refused(403, "Forbidden: bot is not a member of the supergroup chat"):
        await bot_api("sendMessage", {"chat_id": group.id, "text": "x"})


async def test_in_a_group_the_bot_deletes_only_its_own_messages(
    bot_api: BotApi, officer: Person, group: GroupChat
) -> None:
    theirs = await officer.write("mine", chat=group.id)
    own = await bot_api("sendMessage", {"chat_id": group.id, "text": "x"})
    await bot_api("deleteMessage", {"chat_id": group.id, "message_id": own["message_id"]})
    with refused(400, "Bad Request: message can't be deleted for everyone"):
        await bot_api("deleteMessage", {"chat_id": group.id, "message_id": theirs.id})


def test_two_groups_have_different_titles(telegram: LocalTelegram, officer: Person) -> None:
    GroupChat(telegram, "DEMETER", officer)
    with pytest.raises(ValueError, match="already is a group"):
        GroupChat(telegram, "DEMETER", officer)
