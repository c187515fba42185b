"""The way of python-telegram-bot to the local Telegram inside one process, without a network."""

import json
import re
from typing import Any
from urllib.parse import unquote, urlsplit

from telegram.request import BaseRequest, RequestData

from assistant.local.api.files import Upload
from assistant.local.api.refusals import Refusal, not_found
from assistant.local.api.telegram import LocalTelegram

_METHOD = re.compile(r"/bot(?P<token>[^/]+)/(?P<name>[^/]+)")
_FILE = re.compile(r"/file/bot(?P<token>[^/]+)/(?P<name>.+)")


class LocalRequest(BaseRequest):
    """Hands the calls of a `telegram.Bot` to a local Telegram.

    One may serve for calls and for getUpdates at once. Everything passes as text and bytes, as
    it would over HTTP, so nothing is shared by chance between the bot and its Telegram.
    """

    def __init__(self, telegram: LocalTelegram) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> None:
        """Return None: a call takes as long as the local Telegram's clock says."""
        return

    async def initialize(self) -> None:
        """Open nothing: there is no connection."""

    async def shutdown(self) -> None:
        """Close nothing: there is no connection."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - the signature is python-telegram-bot's
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - as above
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - as above
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - as above
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - as above
    ) -> tuple[int, bytes]:
        """Return the HTTP status and the body that Telegram would answer."""
        try:
            return 200, await self._answer(unquote(urlsplit(url).path), request_data)
        except Refusal as refusal:
            envelope: dict[str, Any] = {
                "ok": False,
                "error_code": refusal.code,
                "description": refusal.description,
            }
            if refusal.parameters:
                envelope["parameters"] = refusal.parameters
            return refusal.code, json.dumps(envelope).encode()

    async def _answer(self, path: str, data: RequestData | None) -> bytes:
        if found := _FILE.fullmatch(path):
            self._telegram.authorize(found["token"])
            return self._telegram.file_bytes(found["name"])
        if found := _METHOD.fullmatch(path):
            self._telegram.authorize(found["token"])
            params = data.json_parameters if data else {}
            result = await self._telegram.call(found["name"], params, _uploads(data))
            return json.dumps({"ok": True, "result": result}).encode()
        raise not_found()


def _uploads(data: RequestData | None) -> dict[str, Upload]:
    parts = data.multipart_data if data else {}
    return {
        part: Upload(name, content if isinstance(content, bytes) else content.read(), mime)
        for part, (name, content, mime) in parts.items()
    }
