"""sendPhoto, sendDocument, getFile: what arrives, and what Telegram refuses."""

import pytest

from assistant.local.api.files import MEGABYTE, Upload
from assistant.local.person import Person
from tests.local.contract.conftest import BotApi, Download
from tests.local.contract.refused import refused
from tests.local.pictures import gif_header, jpeg_header, png

PHOTO_TOO_BIG = (
    "Bad Request: file of size 10485761 bytes is too big for a photo; "
    "the maximum size is 10485760 bytes"
)


@pytest.mark.parametrize(
    ("content", "size"),
    [(png(4, 3), (4, 3)), (jpeg_header(40, 30), (40, 30)), (gif_header(5, 6), (5, 6))],
)
async def test_a_photo_arrives_with_its_size_and_caption(
    bot_api: BotApi, officer: Person, content: bytes, size: tuple[int, int]
) -> None:
    sent = await bot_api(
        "sendPhoto",
        {"chat_id": officer.user.id, "caption": "<i>tusk</i>", "parse_mode": "HTML"},
        {"photo": Upload("tusk.png", content)},
    )
    assert (sent["photo"][-1]["width"], sent["photo"][-1]["height"]) == size
    assert sent["caption_entities"] == [{"type": "italic", "offset": 0, "length": 4}]
    attachment = officer.screen[0].attachment
    assert attachment
    assert attachment.content == content


async def test_a_document_keeps_its_name_and_can_be_sent_again_by_its_id(
    bot_api: BotApi, officer: Person
) -> None:
    first = await bot_api(
        "sendDocument",
        {"chat_id": officer.user.id},
        {"document": Upload("../списак.csv", b"a;b")},
    )
    assert first["document"]["file_name"] == "списак.csv"
    assert first["document"]["mime_type"] == "text/csv"
    again = await bot_api(
        "sendDocument",
        {"chat_id": officer.user.id, "document": first["document"]["file_id"]},
    )
    assert again["document"] == first["document"]


async def test_a_file_of_another_kind_or_of_no_known_id_is_refused(
    bot_api: BotApi, officer: Person
) -> None:
    chat = {"chat_id": officer.user.id}
    sent = await bot_api("sendDocument", chat, {"document": Upload("a.txt", b"a")})
    file_id = sent["document"]["file_id"]
    with refused(400, "Bad Request: can't use file of type Document as Photo"):
        await bot_api("sendPhoto", chat | {"photo": file_id})
    with refused(400, "Bad Request: wrong file identifier/HTTP URL specified"):
        await bot_api("sendPhoto", chat | {"photo": "no-such-id"})
    with refused(400, "Bad Request: failed to get HTTP URL content"):
        await bot_api("sendPhoto", chat | {"photo": "https://example.org/a.png"})
    with refused(400, "Bad Request: there is no photo in the request"):
        await bot_api("sendPhoto", chat)


@pytest.mark.parametrize(
    ("method", "content", "code", "description"),
    [
        ("sendPhoto", b"no picture", 400, "Bad Request: IMAGE_PROCESS_FAILED"),
        ("sendPhoto", png()[:18], 400, "Bad Request: IMAGE_PROCESS_FAILED"),
        ("sendPhoto", gif_header(9000, 1001), 400, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", gif_header(2100, 100), 400, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (
            "sendPhoto",
            png() + bytes(10 * MEGABYTE - len(png()) + 1),
            400,
            PHOTO_TOO_BIG,
        ),
        ("sendDocument", b"", 400, "Bad Request: file must be non-empty"),
        ("sendDocument", bytes(50 * MEGABYTE + 1), 413, "Request Entity Too Large"),
    ],
    ids=["no-picture", "cut-short", "too-wide", "too-long", "photo-10MB", "empty", "50MB"],
)
async def test_a_file_that_telegram_does_not_take_is_refused(
    bot_api: BotApi, officer: Person, method: str, content: bytes, code: int, description: str
) -> None:
    part = method.removeprefix("send").lower()
    with refused(code, description):
        await bot_api(method, {"chat_id": officer.user.id}, {part: Upload("file", content)})
    assert not officer.screen


async def test_a_caption_over_1024_units_is_refused(bot_api: BotApi, officer: Person) -> None:
    params = {"chat_id": officer.user.id, "caption": "x" * 1025}
    with refused(400, "Bad Request: message caption is too long"):
        await bot_api("sendPhoto", params, {"photo": Upload("a.png", png())})


async def test_a_file_is_downloaded_by_the_path_that_get_file_tells(
    bot_api: BotApi, download: Download, officer: Person
) -> None:
    message = await officer.document(b"original", "évidence.bin")
    assert message.attachment
    told = await bot_api("getFile", {"file_id": message.attachment.id})
    assert told["file_size"] == 8
    assert await download(told["file_path"]) == b"original"
    with refused(404, "Not Found"):
        await download("documents/file_0.bin")


async def test_a_file_over_20_megabytes_cannot_be_downloaded(
    bot_api: BotApi, officer: Person
) -> None:
    message = await officer.document(bytes(20 * MEGABYTE + 1))
    assert message.attachment
    with refused(400, "Bad Request: file is too big"):
        await bot_api("getFile", {"file_id": message.attachment.id})
    with refused(400, "Bad Request: invalid file_id"):
        await bot_api("getFile", {"file_id": "no-such-id"})
