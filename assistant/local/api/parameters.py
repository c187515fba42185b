"""The parameters of one call, read as the Bot API reads them: values, or strings of JSON."""

import json
from collections.abc import Mapping

from assistant.local.api import markup
from assistant.local.api.entities import Entity, Formatted, clean
from assistant.local.api.files import Upload
from assistant.local.api.refusals import bad_request

_ATTACHED = "attach://"


class Parameters:
    """What came with a call.

    Args:
        values: by name; a value that is no string may come as itself or as JSON.
        files: the uploads, by the name of their part.
    """

    def __init__(self, values: Mapping[str, object], files: Mapping[str, Upload]) -> None:
        self._values = values
        self._files = files

    def text(self, name: str) -> str:
        """Return a string; "" if it is not there."""
        value = self._values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """Return a whole number; the default if it is not there or is none."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """Return whether something was switched on."""
        return self.text(name).lower() in {"true", "1"}

    def structure(self, name: str) -> object:
        """Return an object or a list; None if it is not there.

        Raises:
            Refusal: if it is no JSON.
        """
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        try:
            parsed: object = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
        return parsed

    def chat(self) -> int:
        """Return the id of the chat.

        Raises:
            Refusal: if it is missing, or is no number: chats here have no public names.
        """
        if not self.text("chat_id"):
            raise bad_request("chat_id is empty")
        chat = self.integer("chat_id")
        if not chat:
            raise bad_request("chat not found")
        return chat

    def formatted(self, name: str, entities: str) -> Formatted:
        """Return a text with its entities, by `parse_mode` or as they were given.

        Args:
            name: of the text.
            entities: of the list of its entities.

        Raises:
            Refusal: if it cannot be parsed.
        """
        text = self.text(name).replace("\r", "")
        mode = self.text("parse_mode").lower()
        if mode == "html":
            return clean(markup.parse(text))
        if mode:
            raise bad_request(f"unsupported parse_mode: the local Telegram reads HTML, not {mode}")
        return clean(Formatted(text, _entities(self.structure(entities))))

    def upload(self, name: str) -> Upload | str:
        """Return a file that was uploaded, or else the id of one that is kept."""
        value = self.text(name)
        part = value.removeprefix(_ATTACHED) if value.startswith(_ATTACHED) else name
        if part in self._files:
            return self._files[part]
        if not value:
            raise bad_request(f"there is no {name} in the request")
        return value

    def inner(self, values: Mapping[str, object]) -> "Parameters":
        """Return the parameters of an object within these, with the same uploads."""
        return Parameters(values, self._files)


def _entities(given: object) -> tuple[Entity, ...]:
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(entity, dict) for entity in given):
        raise bad_request("can't parse entities: expected an Array of Object")
    try:
        return tuple(
            Entity(
                type=str(entity["type"]),
                offset=int(entity["offset"]),
                length=int(entity["length"]),
                url=entity.get("url"),
                language=entity.get("language"),
            )
            for entity in given
        )
    except (KeyError, TypeError, ValueError):
        raise bad_request("can't parse entities: an entity lacks type, offset or length") from None
