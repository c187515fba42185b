"""A tiny bot that uses what the local Telegram carries: echo, buttons, pictures, inline."""

import asyncio
from html import escape
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from assistant.local.api.telegram import LocalTelegram
from assistant.local.running import AnyApplication
from assistant.local.transport import LocalRequest

TOKEN = "4200:local"
BUTTONS = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("More", callback_data="more"),
            InlineKeyboardButton("Not this", callback_data="not"),
        ],
        [
            InlineKeyboardButton("Map", url="https://example.org/map"),
            InlineKeyboardButton("Share", switch_inline_query="ivory"),
        ],
    ],
)


def build(telegram: LocalTelegram, *, updates_at_once: int = 8) -> AnyApplication:
    """Return the application; /wait and /later set `begun` and wait for `gate` in `bot_data`."""
    request = LocalRequest(telegram)
    application: AnyApplication = (
        ApplicationBuilder()
        .application_class(Application)
        .token(TOKEN)
        .request(request)
        .get_updates_request(request)
        .concurrent_updates(updates_at_once)
        .job_queue(None)
        .build()
    )
    application.bot_data["gate"] = asyncio.Event()
    application.bot_data["begun"] = asyncio.Event()
    new = filters.UpdateType.MESSAGE
    application.add_handlers(
        [
            CommandHandler("start", _start, new),
            CommandHandler("wait", _wait, new),
            CommandHandler("later", _wait, new, block=False),
            CommandHandler("fail", _fail, new),
            CommandHandler("clean", _clean, new),
            MessageHandler(filters.PHOTO & new, _photo),
            MessageHandler(filters.Document.ALL & new, _document),
            MessageHandler(filters.TEXT & new, _echo),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE, _changed),
            CallbackQueryHandler(_more, "^more$"),
            CallbackQueryHandler(_not, "^not$"),
            InlineQueryHandler(_inline),
        ],
    )
    return application


async def _start(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message, user = update.effective_message, update.effective_user
    assert message
    assert user
    await message.reply_text(f"Welcome, {user.first_name} ({user.language_code}).")


async def _wait(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message
    data: dict[str, Any] = context.bot_data
    data["begun"].set()
    await data["gate"].wait()
    await message.reply_text("Now.")


async def _fail(_update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    raise RuntimeError("as asked for")


async def _clean(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message
    await message.delete()


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message
    text = f"<b>You wrote</b>: {escape((message.text or '')[:3000])}"
    await message.reply_html(text, reply_markup=BUTTONS)


async def _changed(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message
    await message.reply_text(f"You changed it to: {message.text}")


async def _photo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message
    file = await message.photo[-1].get_file()
    content = bytes(await file.download_as_bytearray())
    await message.reply_photo(content, caption=f"Seen: {message.caption}")


async def _document(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    assert message
    assert message.document
    await message.reply_document(message.document.file_id, caption=message.document.file_name)


async def _more(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query
    await query.answer("Here is more")
    await query.edit_message_text(
        'More at <a href="https://example.org">the list</a>', parse_mode="HTML"
    )


async def _not(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query
    await query.answer("Gone", show_alert=True)
    await query.delete_message()


async def _inline(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.inline_query
    assert query
    if not query.query:
        await query.answer([])
        return
    content = InputTextMessageContent(f"<b>{escape(query.query)}</b>", parse_mode="HTML")
    await query.answer(
        [InlineQueryResultArticle("1", query.query, content, description="a card")],
        is_personal=True,
    )
