"""The card of an answer: one of three verdicts, each with what to do next."""

from assistant.core.html import bold, cut, escape
from assistant.core.messaging.buttons import Button, Rows, pack
from assistant.core.messaging.card import Card
from assistant.core.texts import Language
from assistant.lookup.cards.entry import entry_card, short_name
from knowledge import Answer, Hit, Knowledge, Remark, Verdict, Why

FEATURE, SHOW, NONE = "lookup", "show", "none"

_LONGEST_QUERY = 80
_LONGEST_BUTTON = 60
_FAR_BEHIND = 15.0  # points
_WORDED = {Why.SYNONYM: "synonym", Why.COMMON: "common", Why.TRADE: "trade", Why.TERM: "term"}


def answer_card(language: Language, base: Knowledge, answer: Answer, contact: str) -> Card:
    """Give the card for an answer; `contact` is whom to ask, empty if nobody is named."""
    match answer.verdict:
        case Verdict.SURE:
            return _sure(language, base, answer)
        case Verdict.CHOOSE:
            return _choose(language, answer)
        case _:
            return _unknown(language, base, answer, contact)


def none_of_these(language: Language, base: Knowledge, contact: str) -> Card:
    """Give the card for a person who found their thing in none of the offers."""
    lines = [*_dated(language, base), _whom_to_ask(language, contact)]
    return Card("\n".join([bold(lines[0]), *map(escape, lines[1:])]))


def gone(language: Language) -> Card:
    """Give the card for a button whose entry the base no longer has."""
    return Card(escape(language.say("lookup-gone")))


def _sure(language: Language, base: Knowledge, answer: Answer) -> Card:
    best = answer.hits[0]
    return entry_card(language, base, best.entry, _reasons(language, answer, best))


def _reasons(language: Language, answer: Answer, hit: Hit) -> list[str]:
    """Say in plain text why this entry came up."""
    lines = []
    if answer.remark is Remark.NATIONAL_DIGITS:
        lines.append(language.say("lookup-national-digits", digits=answer.detail))
    if hit.why is Why.FUZZY:
        query = cut(answer.query.strip(), _LONGEST_QUERY)
        lines.append(language.say("lookup-you-wrote", query=query, matched=hit.matched))
    elif worded := _WORDED.get(hit.why):
        lines.append(language.say("lookup-found-as", why=worded, matched=hit.matched))
    return lines


def _choose(language: Language, answer: Answer) -> Card:
    query = cut(" ".join(answer.query.split()), _LONGEST_QUERY)
    lines = [bold(language.say("lookup-choose", query=query))]
    if answer.remark is Remark.NATIONAL_DIGITS:
        lines.append(escape(language.say("lookup-national-digits", digits=answer.detail)))
    none = Button(language.say("lookup-none-of-these"), pack(FEATURE, NONE))
    return Card("\n".join(lines), (*_offers(answer.hits), (none,)))


def _unknown(language: Language, base: Knowledge, answer: Answer, contact: str) -> Card:
    query = cut(" ".join(answer.query.split()), _LONGEST_QUERY)
    match answer.remark:
        case Remark.SMALL_TALK:
            return Card(escape(language.say("lookup-small-talk")))
        case Remark.EMPTY:
            return Card(escape(language.say("lookup-empty")))
        case Remark.CHECK_DIGIT:
            first = language.say("lookup-check-digit", query=query, right=answer.detail)
        case Remark.NO_SUCH_CODE:
            first = language.say("lookup-no-such-code", code=query)
        case _:
            first = language.say("lookup-unknown", query=query)
    rest = [*_dated(language, base), _whom_to_ask(language, contact)]
    if answer.hits:
        is_code = answer.hits[0].why is Why.NEIGHBOUR
        rest.append(language.say("lookup-neighbours" if is_code else "lookup-unknown-near"))
    return Card("\n".join([bold(first), *map(escape, rest)]), _offers(answer.hits))


def _dated(language: Language, base: Knowledge) -> list[str]:
    return [language.say("lookup-unknown-date", date=base.as_of.isoformat())]


def _whom_to_ask(language: Language, contact: str) -> str:
    if contact:
        return language.say("lookup-ask-contact", contact=contact)
    return language.say("lookup-ask-nobody")


def _offers(hits: tuple[Hit, ...]) -> Rows:
    """Give a button for each hit that is not far behind the best: more would only be in the way."""
    return tuple(
        (Button(cut(short_name(hit), _LONGEST_BUTTON), pack(FEATURE, SHOW, hit.entry.id)),)
        for hit in hits
        if hit.score > hits[0].score - _FAR_BEHIND
    )
