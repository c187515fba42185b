"""The faces of the local Telegram, each as one callable: method, parameters, files → result."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

import pytest
from telegram import InputFile
from telegram.request import RequestData

# The only way to make a RequestData as PTB itself makes it; it has no public one.
from telegram.request._requestparameter import RequestParameter

from assistant.local.api.files import Upload
from assistant.local.api.refusals import Refusal
from assistant.local.api.telegram import LocalTelegram
from assistant.local.transport import LocalRequest
from tests.local import sample


class BotApi(Protocol):
    """A Bot API as a bot reaches it; raises Refusal as it was answered."""

    async def __call__(
        self,
        method: str,
        params: Mapping[str, object] | None = None,
        files: Mapping[str, Upload] | None = None,
        *,
        token: str = sample.TOKEN,
    ) -> Any: ...


Download = Callable[[str], Awaitable[bytes]]


class InProcess:
    """The face for python-telegram-bot in the same process."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self._request = LocalRequest(telegram)

    async def __call__(
        self,
        method: str,
        params: Mapping[str, object] | None = None,
        files: Mapping[str, Upload] | None = None,
        *,
        token: str = sample.TOKEN,
    ) -> Any:
        parameters = [
            RequestParameter.from_input(name, value) for name, value in (params or {}).items()
        ]
        for part, upload in (files or {}).items():
            file = InputFile(upload.content, filename=upload.name)
            parameters.append(RequestParameter(part, None, [file]))
        url = f"https://api.telegram.org/bot{token}/{method}"
        status, body = await self._request.do_request(url, "POST", RequestData(parameters))
        return opened(status, body)

    async def download(self, path: str) -> bytes:
        url = f"https://api.telegram.org/file/bot{sample.TOKEN}/{path}"
        status, body = await self._request.do_request(url, "GET")
        return body if status == 200 else opened(status, body)


def opened(status: int, body: bytes) -> Any:
    """Take the result out of Telegram's envelope, or raise the refusal that is in it."""
    envelope = json.loads(body)
    if status == 200:
        assert envelope.keys() == {"ok", "result"}
        assert envelope["ok"] is True
        return envelope["result"]
    assert envelope["ok"] is False
    assert envelope["error_code"] == status
    raise Refusal(status, envelope["description"], envelope.get("parameters"))


@pytest.fixture(params=[InProcess])
def face(request: pytest.FixtureRequest, telegram: LocalTelegram) -> Any:
    return request.param(telegram)


@pytest.fixture
def bot_api(face: Any) -> BotApi:
    return face  # type: ignore[no-any-return]  # parametrised: every face is a BotApi


@pytest.fixture
def download(face: Any) -> Download:
    return face.download  # type: ignore[no-any-return]  # as above
