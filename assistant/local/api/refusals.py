"""What the Bot API answers instead of a result, in Telegram's codes and words."""

from collections.abc import Mapping


class Refusal(Exception):  # noqa: N818 - an answer of Telegram's, no failure of this program
    """A call that Telegram refused.

    Attributes:
        code: the HTTP status, such as 400.
        description: Telegram's words, such as "Bad Request: chat not found".
        parameters: what a program may act upon, such as {"retry_after": 7} (seconds).
    """

    def __init__(
        self,
        code: int,
        description: str,
        parameters: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})

    def __str__(self) -> str:
        return f"{self.code} {self.description}"


def bad_request(reason: str) -> Refusal:
    """Refuse what was asked: it is wrong in itself or cannot be done now."""
    return Refusal(400, f"Bad Request: {reason}")


def unauthorized() -> Refusal:
    """Refuse a token that is not the bot's."""
    return Refusal(401, "Unauthorized")


def forbidden(reason: str) -> Refusal:
    """Refuse because of the other side: blocked, removed, never started."""
    return Refusal(403, f"Forbidden: {reason}")


def not_found() -> Refusal:
    """Refuse a method or an address that does not exist."""
    return Refusal(404, "Not Found")


def conflict() -> Refusal:
    """Refuse a poll that another poll of the same bot has replaced."""
    return Refusal(
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    )


def too_large() -> Refusal:
    """Refuse an upload that is over the limit of the server."""
    return Refusal(413, "Request Entity Too Large")


def too_many_requests(retry_after: int) -> Refusal:
    """Refuse for `retry_after` more seconds."""
    return Refusal(
        429,
        f"Too Many Requests: retry after {retry_after}",
        {"retry_after": retry_after},
    )
