"""Who may ask, and what the others hear."""

import pytest
from telegram import Update

from assistant.core.messaging.buttons import Button
from assistant.core.messaging.card import Card
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Command, Feature, Route, Takes, Tap
from assistant.core.messaging.gate import Gate, Right
from assistant.core.texts import TEXTS, Texts
from assistant.local.person import Person
from tests.core.conftest import Open

REFUSAL = "This assistant is for invited officers. For access, ask @coordinator <east>."


def secret(told: list[str]) -> Feature:
    async def tell(update: Update, context: Context) -> None:
        told.append(context.said)
        if update.message is not None:
            await context.reply(update, Card("told", ((Button("More", data="secret:more:"),),)))

    kinds = (Takes.TEXT, Takes.INLINE, Takes.MEDIA, Command("ask"), Tap("more"))
    return Feature("secret", tuple(Route(kind, Right.LOOK_UP, tell) for kind in kinds))


async def test_a_stranger_hears_in_one_line_whom_to_ask(open_desk: Open) -> None:
    told: list[str] = []
    contact = "@coordinator <east>"
    desk = await open_desk([secret(told)], open_lookup=False, help_contact=contact)
    stranger = Person(desk.telegram, "stranger")
    for text in ("ivory", "/ask ivory"):
        assert (await desk.ask(stranger, text)).text == REFUSAL
    await stranger.sticker()
    await desk.answered()
    assert stranger.screen[-1].text == REFUSAL
    assert told == []


async def test_a_stranger_is_refused_in_their_language_without_a_contact(open_desk: Open) -> None:
    desk = await open_desk([secret([])], open_lookup=False)
    stranger = Person(desk.telegram, "stranger", language_code="fr-CA")
    assert (await desk.ask(stranger, "ivoire")).text == (
        "Cet assistant est réservé aux agents invités. Demandez l’accès à votre coordinateur."
    )


async def test_a_stranger_gets_an_empty_list_inline(open_desk: Open) -> None:
    told: list[str] = []
    desk = await open_desk([secret(told)], open_lookup=False)
    stranger = Person(desk.telegram, "stranger")
    await stranger.inline("ivory")
    await desk.answered()
    assert stranger.results == ()
    (answer,) = desk.request.made("answerInlineQuery")
    assert answer["is_personal"] is True
    assert told == []


async def test_a_tap_is_checked_anew_however_the_button_was_come_by(
    open_desk: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    desk = await open_desk([secret(told)], help_contact="@coordinator")
    officer = Person(desk.telegram, "officer")
    await desk.ask(officer, "ivory")
    closed = Gate(Texts(TEXTS), open_lookup=False, help_contact="")
    admitted_by_closed = closed.admit
    monkeypatch.setattr(Gate, "admit", lambda _, update: admitted_by_closed(update))
    await officer.tap("More")
    await desk.answered()
    assert told == ["ivory"]
    assert [(toast.text, toast.alert) for toast in officer.toasts] == [
        ("This assistant is for invited officers. For access, ask @coordinator.", True),
    ]


async def test_the_visitor_is_known_to_the_handler(open_desk: Open) -> None:
    visitors: list[tuple[int, str, frozenset[Right]]] = []

    async def note(_: Update, context: Context) -> None:
        visitor = context.visitor
        visitors.append((visitor.telegram_id, visitor.language.code, visitor.rights))

    desk = await open_desk([Feature("probe", (Route(Takes.TEXT, Right.LOOK_UP, note),))])
    officer = Person(desk.telegram, "officer", language_code="fr")
    await officer.write("ivoire")
    await desk.answered()
    assert visitors == [(officer.user.id, "fr", frozenset({Right.LOOK_UP}))]


def test_what_nobody_sent_is_admitted_to_nothing() -> None:
    gate = Gate(Texts(TEXTS), open_lookup=True, help_contact="")
    with pytest.raises(ValueError, match="no sender"):
        gate.admit(Update(1))
