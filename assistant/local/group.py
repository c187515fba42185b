"""A group of the local Telegram: people and the bot come, go and are removed."""

from dataclasses import replace

from assistant.local.api import views
from assistant.local.api.chats import Group, Standing
from assistant.local.api.events import Shown
from assistant.local.api.messages import Message
from assistant.local.api.privacy import deliver
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person


class GroupChat:
    """A supergroup, opened by a person; the bot is not in it until it is added.

    Args:
        telegram: where.
        title: by which the id is the same in every run.
        founder: its first member.

    Attributes:
        id: the chat's id, a negative number.
    """

    def __init__(self, telegram: LocalTelegram, title: str, founder: Person) -> None:
        self._state = telegram.state
        self.id = self._state.chats.open_group(title, founder.user.id).id

    @property
    def screen(self) -> list[Message]:
        """The messages of the group, newest last."""
        return self._state.history.of(self.id)

    async def join(self, person: Person) -> None:
        """Let a person come in."""
        self._change(members=self._group.members | {person.user.id})
        self._announce(person, joined=(person.user.id,))

    async def leave(self, person: Person) -> None:
        """Let a person go."""
        self._change(members=self._group.members - {person.user.id})
        self._announce(person, left=person.user.id)

    async def add_bot(self, by: Person) -> None:
        """Let a member add the bot."""
        self._change_bot(by, "member")
        self._announce(by, joined=(self._state.bot.id,))

    async def remove_bot(self, by: Person) -> None:
        """Let a member remove the bot; it cannot write here any more."""
        self._change_bot(by, "kicked")

    @property
    def _group(self) -> Group:
        return self._state.chats.groups[self.id]

    def _change(
        self, *, members: frozenset[int] | None = None, bot: Standing | None = None
    ) -> None:
        group = self._group
        self._state.chats.groups[self.id] = replace(
            group,
            members=group.members if members is None else members,
            bot=bot or group.bot,
        )

    def _change_bot(self, by: Person, after: Standing) -> None:
        before = self._group.bot
        self._change(bot=after)
        change = views.membership(self._state, by.user, self.id, before, after)
        self._state.updates.add("my_chat_member", change)

    def _announce(
        self, by: Person, *, joined: tuple[int, ...] = (), left: int | None = None
    ) -> None:
        message = Message(
            id=self._state.history.next_id(),
            chat=self.id,
            sender=by.user.id,
            date=self._state.clock.now(),
            joined=joined,
            left=left,
        )
        self._state.history.keep(message)
        self._state.tell(Shown(message))
        deliver(self._state, "message", message)
