"""The local Telegram: the Bot API in memory, behind one door."""

from collections.abc import Mapping

from assistant.core.clock import Clock
from assistant.local.api.chats import User
from assistant.local.api.files import Upload
from assistant.local.api.flood import Flood
from assistant.local.api.methods import METHODS
from assistant.local.api.parameters import Parameters
from assistant.local.api.refusals import bad_request, not_found, unauthorized
from assistant.local.api.state import State, Watcher

_MOST_UPDATES = 100


class LocalTelegram:
    """A Telegram for one bot.

    Args:
        clock: what tells the time and counts all waiting.
        token: the bot's, "number:secret"; the number is the bot's id.
        username: the bot's.
        start_id: where ids begin. By default the clock's milliseconds since the epoch, so that
            a later run on the same data never gives an id that an earlier one gave.

    Attributes:
        state: what it knows; for those who act as people, not for bots.
        latency: how long each call but getUpdates takes, in seconds of the clock. Half of it
            passes before the call takes effect, so a call that is given up may have had its.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        token: str,
        username: str = "fieldline_local_bot",
        start_id: int | None = None,
    ) -> None:
        number, _, secret = token.partition(":")
        if not number.isdecimal() or not secret:
            raise ValueError("a token reads 'number:secret', such as '4200:local'")
        bot = User(int(number), "Fieldline", username, is_bot=True)
        first_id = int(clock.now().timestamp() * 1000) if start_id is None else start_id
        self.state = State(clock, bot, first_id)
        self.latency = 0.0
        self._token = token
        self._flood = Flood(clock)

    async def call(
        self,
        method: str,
        params: Mapping[str, object],
        files: Mapping[str, Upload] | None = None,
    ) -> object:
        """Do what a method of the Bot API does.

        Args:
            method: its name; capitals do not matter.
            params: by name; what is neither string nor number may come as itself or as JSON.
            files: the uploads, by the name of their part.

        Returns:
            The `result` that Telegram answers, ready for JSON.

        Raises:
            Refusal: in Telegram's code and words.
        """
        parameters = Parameters(params, files or {})
        if method.lower() == "getupdates":
            return await self._updates(parameters)
        known = METHODS.get(method.lower())
        if known is None:
            raise not_found()
        await self._pass_time(self.latency / 2)
        try:
            self._flood.check(parameters.integer("chat_id") or None)
            return known(self.state, parameters)
        finally:
            await self._pass_time(self.latency / 2)

    def authorize(self, token: str) -> None:
        """Raise a Refusal (401) unless the token is the bot's."""
        if token != self._token:
            raise unauthorized()

    def file_bytes(self, path: str) -> bytes:
        """Return the content of a file by the path that getFile told.

        Raises:
            Refusal: 404 if there is none.
        """
        file = self.state.files.at(path)
        if file is None:
            raise not_found()
        return file.content

    def flood(self, chat_id: int | None, retry_after: float) -> None:
        """Answer 429 from now on for `retry_after` seconds: to a chat's calls, or to all."""
        self._flood.pause(chat_id, retry_after)

    def watch(self, watcher: Watcher) -> None:
        """Call `watcher` with every event that people see."""
        self.state.watchers.append(watcher)

    async def _updates(self, parameters: Parameters) -> list[dict[str, object]]:
        allowed = parameters.structure("allowed_updates")
        if allowed is not None and not isinstance(allowed, list):
            raise bad_request("can't parse allowed updates: expected an Array of String")
        return await self.state.updates.fetch(
            offset=parameters.integer("offset"),
            limit=parameters.integer("limit", _MOST_UPDATES),
            timeout=parameters.integer("timeout"),
            allowed=allowed,
        )

    async def _pass_time(self, seconds: float) -> None:
        if seconds > 0:
            await self.state.clock.sleep(seconds)
