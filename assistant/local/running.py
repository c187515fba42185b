"""Running an application against the local Telegram, and waiting until it has nothing to do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import Application

from assistant.local.api.telegram import LocalTelegram

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


@asynccontextmanager
async def running(application: AnyApplication) -> AsyncIterator[None]:
    """Start an application and poll, in the order of `run_polling`; stop it at the end.

    Raises:
        ValueError: if the application has no updater.
    """
    updater = application.updater
    if updater is None:
        raise ValueError("the application needs an updater to poll the local Telegram")
    try:
        async with application:
            if application.post_init:
                await application.post_init(application)
            await updater.start_polling(poll_interval=0, allowed_updates=Update.ALL_TYPES)
            await application.start()
            try:
                yield
            finally:
                await updater.stop()
                await application.stop()
                if application.post_stop:
                    await application.post_stop(application)
    finally:
        if application.post_shutdown:
            await application.post_shutdown(application)


async def settle(application: AnyApplication, telegram: LocalTelegram) -> None:
    """Wait until everything that people have done is answered; for no fixed time.

    Not waited for: jobs and tasks that run on their own. With a clock that stands still and a
    latency, somebody else must move the clock meanwhile.

    Raises:
        RuntimeError: if the application is not running: nothing would ever be answered.
    """
    if not application.running or application.updater is None or not application.updater.running:
        raise RuntimeError("settle needs a running application: use `async with running(...)`")
    # An offset confirms an update only after the updater has put it into the queue, so nothing
    # is under way between the two once this has returned.
    await telegram.state.updates.all_confirmed()
    # Every queued update is counted until it has been *processed*, also when several are
    # processed at once, each in a task of its own ...
    await application.update_queue.join()
    # ... but for handlers with block=False, which go on in tasks that the application names.
    while tasks := _unfinished(application):
        await asyncio.wait(tasks)


def _unfinished(application: AnyApplication) -> set[asyncio.Task[Any]]:
    prefix = f"Application:{application.bot.id}:process_"
    return {task for task in asyncio.all_tasks() if task.get_name().startswith(prefix)}
