"""The application put together: settings, texts, features and the way to Telegram."""

from collections.abc import Callable, Sequence
from typing import Any

from telegram.ext import Application, ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest, HTTPXRequest

from assistant.core.clock import Clock, SystemClock
from assistant.core.messaging.context import Context
from assistant.core.messaging.errors import error_handler
from assistant.core.messaging.feature import Feature
from assistant.core.messaging.gate import Gate
from assistant.core.messaging.lanes import Lanes
from assistant.core.messaging.menu import show_menu
from assistant.core.messaging.pacing import Pacer
from assistant.core.messaging.stopping import StoppingApplication
from assistant.core.messaging.wiring import wire
from assistant.core.texts import TEXTS, Language, Texts
from assistant.home import chat as home
from assistant.lookup import chat as lookup
from assistant.lookup.cards import answer_card
from assistant.settings import Settings, SettingsError
from knowledge import Knowledge, Living

# Customs posts have slow lines, and a call that is given up too early may yet be shown.
_CONNECT_SECONDS = 10.0
_CALL_SECONDS = 20.0


def build(
    settings: Settings,
    *,
    base: Knowledge | Living | None = None,
    request: BaseRequest | None = None,
    clock: Clock | None = None,
    features: Sequence[Feature] | None = None,
) -> Application[Any, Context, Any, Any, Any, Any]:
    """Return the application, ready to run.

    `base` is the knowledge base, opened in DATA_DIR if it is not given; `request` replaces the
    way to Telegram, for calls and for updates; `clock` the system's; `features` the product's
    list. PTB's `run_polling` calls its `post_init`, which sets the menu of commands; whoever
    runs it otherwise does so themselves. Raises SettingsError without a token.
    """
    if settings.telegram_bot_token is None:
        raise SettingsError(
            ("TELEGRAM_BOT_TOKEN is empty: write the token from @BotFather into .env.",),
        )
    clock = clock or SystemClock()
    texts = Texts(TEXTS, settings.language)
    gate = Gate(texts, open_lookup=settings.open_lookup, help_contact=settings.help_contact)
    lanes = Lanes(settings.answers_at_once)
    listed = _product(settings, base) if features is None else features

    async def set_menu(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        await show_menu(application.bot, listed, texts)

    application = (
        ApplicationBuilder()
        .application_class(StoppingApplication, {"clock": clock, "lanes": lanes})
        .token(settings.telegram_bot_token.get_secret_value())
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(request or _request(settings))
        .get_updates_request(request or _request(settings))
        .context_types(ContextTypes(context=Context))
        .concurrent_updates(lanes)
        .rate_limiter(Pacer(clock, before_turn=lanes.free_slot))
        .job_queue(None)
        .post_init(set_menu)
        .build()
    )
    wire(application, listed, gate)
    application.add_error_handler(error_handler(texts))
    return application


def _product(settings: Settings, base: Knowledge | Living | None) -> Sequence[Feature]:
    """List what the assistant can do; of two that take one thing, the first is asked."""
    now = _as_it_is(base or Living(settings.data_dir / "knowledge"))
    contact = settings.help_contact

    def first_line(language: Language, question: str) -> str:
        base = now()
        card = answer_card(language, base, base.ask(question), contact)
        return card.text.partition("\n")[0]

    others = (lookup.feature(now, contact, settings.country),)
    return (*others, home.feature(others, first_line, contact))


def _as_it_is(base: Knowledge | Living) -> Callable[[], Knowledge]:
    """Give what tells the base as it is at a message: one that lives, or always the same."""
    return base.now if isinstance(base, Living) else lambda: base


def _request(settings: Settings) -> HTTPXRequest:
    proxy = settings.https_proxy
    # HTTPS_PROXY means, here as elsewhere, the proxy for https addresses only.
    is_proxied = proxy is not None and settings.telegram_api_url.startswith("https:")
    return HTTPXRequest(
        proxy=proxy.get_secret_value() if proxy is not None and is_proxied else None,
        connect_timeout=_CONNECT_SECONDS,
        pool_timeout=_CONNECT_SECONDS,
        read_timeout=_CALL_SECONDS,
        write_timeout=_CALL_SECONDS,
    )
