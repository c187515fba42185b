"""The methods that answer a person who waits: answerCallbackQuery and answerInlineQuery."""

from assistant.local.api import keyboards
from assistant.local.api.entities import utf16_length
from assistant.local.api.events import Listed, Toast
from assistant.local.api.methods import sending
from assistant.local.api.parameters import Parameters
from assistant.local.api.queries import InlineResult
from assistant.local.api.refusals import bad_request
from assistant.local.api.state import State

_TOAST_UNITS = 200
_MOST_RESULTS = 50
_ID_BYTES = 64


def answer_callback_query(state: State, parameters: Parameters) -> bool:
    """Answer a tap: nothing, a line that passes, or an alert."""
    text = parameters.text("text")
    if utf16_length(text) > _TOAST_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    if parameters.text("url"):
        # Telegram opens addresses for games and for links to bots alone.
        raise bad_request("URL_INVALID")
    query = state.taps.answer(parameters.text("callback_query_id"))
    if text:
        state.tell(Toast(query.user, text, parameters.flag("show_alert")))
    return True


def answer_inline_query(state: State, parameters: Parameters) -> bool:
    """Answer an inline query with a list of articles."""
    given = parameters.structure("results")
    if not isinstance(given, list):
        raise bad_request("can't parse inline query results: expected an Array")
    if len(given) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    results = tuple(_result(parameters, result) for result in given)
    if len({result.id for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    query = state.inline.answer(parameters.text("inline_query_id"))
    state.tell(Listed(query, results))
    return True


def _result(parameters: Parameters, given: object) -> InlineResult:
    if not isinstance(given, dict):
        raise bad_request("can't parse inline query result: expected an Object")
    result = parameters.inner(given)
    if result.text("type") != "article":
        raise bad_request("the local Telegram lists articles only")
    if not 1 <= len(result.text("id").encode()) <= _ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not result.text("title"):
        raise bad_request("can't parse inline query result: title is empty")
    content = result.structure("input_message_content")
    body = result.inner(content if isinstance(content, dict) else {})
    return InlineResult(
        id=result.text("id"),
        title=result.text("title"),
        description=result.text("description"),
        body=sending.text(body, "message_text"),
        keyboard=keyboards.read(result.structure("reply_markup")),
    )
