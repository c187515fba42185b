"""Where people ask: in private, in a group, in any other chat, and as strangers."""

import pytest

from assistant.local.api.queries import InlineResult
from assistant.local.api.telegram import LocalTelegram
from assistant.local.group import GroupChat
from assistant.local.person import Person
from tests.lookup.conftest import Assistant, Open

IVORY = "Elephant ivory – CITES Appendix I: no commercial trade (some: II)"


@pytest.fixture
async def group(telegram: LocalTelegram, officer: Person) -> GroupChat:
    """A group of two officers with the bot in it."""
    opened = GroupChat(telegram, "Port", officer)
    await opened.add_bot(officer)
    return opened


async def listed(assistant: Assistant, person: Person, query: str) -> tuple[InlineResult, ...]:
    """Type an inline query for somebody and return the list under it."""
    await person.inline(query)
    await assistant.answered()
    assert person.results is not None
    return person.results


async def test_in_private_the_command_is_as_good_as_the_bare_question(
    assistant: Assistant, officer: Person
) -> None:
    for question in ("ivroy", "/ask ivroy", "/ASK@fieldline_local_bot   ivroy "):
        assert (await assistant.ask(officer, question)).text.splitlines()[0] == IVORY


async def test_the_command_alone_is_told_what_to_send(
    assistant: Assistant, officer: Person
) -> None:
    assert (await assistant.ask(officer, "/ask")).text.endswith("Send a name or a code.")


async def test_in_a_group_the_command_is_answered_with_a_quote(
    assistant: Assistant, officer: Person, group: GroupChat
) -> None:
    answer = await assistant.ask(officer, "/ask ivroy", chat=group.id)
    assert answer.text.splitlines()[0] == IVORY
    assert answer.reply_to == group.screen[-2].id


@pytest.mark.parametrize("sees_everything", [False, True])
async def test_other_talk_of_a_group_is_left_alone(
    assistant: Assistant, officer: Person, group: GroupChat, *, sees_everything: bool
) -> None:
    assistant.telegram.state.reads_all_group_messages = sees_everything
    talk = [await officer.write(said, chat=group.id) for said in ("ivroy", "R-22?", "/weather")]
    await assistant.answered()
    assert group.screen[-3:] == talk


async def test_a_reply_to_the_bot_is_a_question_in_a_group_too(
    assistant: Assistant, officer: Person, group: GroupChat
) -> None:
    answer = await assistant.ask(officer, "/ask ivroy", chat=group.id)
    await officer.write("r410a", chat=group.id, reply_to=answer)
    await assistant.answered()
    assert group.screen[-1].text.startswith("R-410A – holds HFC")


async def test_everybody_in_a_group_may_choose_for_all(
    assistant: Assistant, telegram: LocalTelegram, officer: Person, group: GroupChat
) -> None:
    colleague = Person(telegram, "colleague")
    await group.join(colleague)
    offered = await assistant.ask(officer, "/ask R12", chat=group.id)
    await assistant.tap(colleague, 1, on=offered)
    assert group.screen[-1].id == offered.id
    assert group.screen[-1].text.startswith("CFC-12 ")


async def test_an_inline_query_lists_cards_by_their_first_lines(
    assistant: Assistant, officer: Person
) -> None:
    results = await listed(assistant, officer, "pangolin")
    assert results[0].title == (
        "Pangolins: scales, meat, skins – CITES Appendix I: no commercial trade"
    )
    for result in results:
        assert result.body.text.startswith(result.title.removesuffix("…"))
        assert "National law may be stricter" in result.body.text


async def test_an_inline_query_is_answered_in_the_language_of_the_phone(
    assistant: Assistant, telegram: LocalTelegram
) -> None:
    officer = Person(telegram, "officer", language_code="fr")
    results = await listed(assistant, officer, "pangolin")
    assert results[0].title.endswith("CITES, Annexe I : pas de commerce")


async def test_inline_results_are_kept_for_nobody_else(
    assistant: Assistant, officer: Person
) -> None:
    await listed(assistant, officer, "pangolin")
    (call,) = assistant.request.made("answerInlineQuery")
    assert call["is_personal"] is True


@pytest.mark.parametrize("query", ["", "   ", "good morning", "???"])
async def test_an_inline_query_for_nothing_lists_nothing(
    assistant: Assistant, officer: Person, query: str
) -> None:
    assert await listed(assistant, officer, query) == ()


async def test_a_shared_card_is_no_question(
    assistant: Assistant, officer: Person, group: GroupChat
) -> None:
    results = await listed(assistant, officer, "pangolin")
    in_private = await officer.choose(results[0], query="pangolin")
    in_group = await officer.choose(results[0], query="pangolin", chat=group.id)
    await assistant.answered()
    assert officer.screen[-1] == in_private
    assert group.screen[-1] == in_group


async def test_a_stranger_hears_in_one_line_whom_to_ask(open_assistant: Open) -> None:
    assistant = await open_assistant(open_lookup=False, help_contact="@coordinator")
    for tag, line in {
        "en": "This assistant is for invited officers. For access, ask @coordinator.",
        "fr": (
            "Cet assistant est réservé aux agents invités. Pour y accéder, demandez à @coordinator."
        ),
    }.items():
        stranger = Person(assistant.telegram, f"stranger-{tag}", language_code=tag)
        for message in ("ivory", "/ask ivory", "/start", "/help"):
            assert (await assistant.ask(stranger, message)).text == line


async def test_a_stranger_is_shown_no_card_by_tap_or_inline(
    open_assistant: Open, officer: Person
) -> None:
    assistant = await open_assistant(open_lookup=False)
    refused = await assistant.ask(officer, "R12")
    assert refused.buttons == ()
    assert await listed(assistant, officer, "pangolin") == ()
