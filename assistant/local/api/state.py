"""Everything that the local Telegram knows at one moment."""

from collections.abc import Callable

from assistant.core.clock import Clock
from assistant.local.api.chats import Chats, User
from assistant.local.api.events import Event
from assistant.local.api.files import Files
from assistant.local.api.messages import History
from assistant.local.api.profile import Profile
from assistant.local.api.queries import Queries
from assistant.local.api.updates import Updates

Watcher = Callable[[Event], None]


class State:
    """The parts, each with its own ids.

    Args:
        clock: what tells the time and counts all waiting.
        bot: the one bot here.
        first_id: where ids of messages, updates, files and queries begin.

    Attributes:
        supports_inline: whether inline mode is switched on, as @BotFather does.
        reads_all_group_messages: whether privacy mode is switched off, as @BotFather does.
    """

    def __init__(self, clock: Clock, bot: User, first_id: int) -> None:
        self.clock = clock
        self.bot = bot
        self.chats = Chats()
        self.history = History(first_id)
        self.files = Files(first_id)
        self.updates = Updates(clock, first_id)
        self.taps = Queries(clock, first_id)
        self.inline = Queries(clock, first_id)
        self.profile = Profile()
        self.watchers: list[Watcher] = []
        self.supports_inline = True
        self.reads_all_group_messages = False
        self.chats.add(bot)

    def tell(self, event: Event) -> None:
        """Let all watchers know what people see happen."""
        for watcher in self.watchers:
            watcher(event)
