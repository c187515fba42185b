"""The card of an answer: one of three verdicts, each with what to do next."""

from collections.abc import Sequence

from assistant.core.html import bold, cut, escape
from assistant.core.messaging.buttons import Button, Rows, pack
from assistant.core.messaging.card import Card
from assistant.core.texts import Language
from assistant.lookup.cards.deciding import question_lines, question_rows
from assistant.lookup.cards.entry import FEATURE, SHOW, Found, entry_card
from assistant.lookup.cards.headline import headline, short_name
from knowledge import GUESSED, Answer, Hit, Kind, Knowledge, Remark, Verdict, Why
from knowledge.reading.wording import squash

NONE, NOT = "none", "not"

_LONGEST_QUERY = 80
_LONGEST_BUTTON = 60
_LONGEST_CODE = 9  # signs, so that five fit beside each other
_MOST_BYTES = 64
_FAR_BEHIND = 15.0  # points; what is further behind the best is no offer
_WORDED = {Why.SYNONYM: "synonym", Why.COMMON: "common", Why.TRADE: "trade", Why.TERM: "term"}


def answer_card(
    language: Language,
    base: Knowledge,
    answer: Answer,
    contact: str,
    *,
    country: str = "",
    figures: Sequence[str] = (),
) -> Card:
    """Give the card for an answer.

    `contact` is whom to ask, empty if nobody is named; `country` where the officer works;
    `figures` are lines of plain text that were asked for beside the thing.
    """
    match answer.verdict:
        case Verdict.SURE:
            return _sure(language, base, answer, country, figures)
        case Verdict.CHOOSE:
            return _choose(language, base, answer)
        case _:
            return _unknown(language, base, answer, contact)


def others_card(language: Language, base: Knowledge, answer: Answer, contact: str) -> Card:
    """Give the card after [Not this]: the next ones, or whom to ask where there are none."""
    offers = _offers(answer.hits[1:])
    if not offers:
        return none_of_these(language, base, contact)
    first = bold(language.say("lookup-others", query=_shown(answer)))
    return Card(first, (*offers, _none_row(language)))


def none_of_these(language: Language, base: Knowledge, contact: str) -> Card:
    """Give the card for a person who found their thing in none of the offers."""
    lines = [*_dated(language, base), _whom_to_ask(language, contact)]
    return Card("\n".join([bold(lines[0]), *map(escape, lines[1:])]))


def gone(language: Language) -> Card:
    """Give the card for a button whose entry the base no longer has."""
    return Card(escape(language.say("lookup-gone")))


def _sure(
    language: Language, base: Knowledge, answer: Answer, country: str, figures: Sequence[str]
) -> Card:
    best = answer.hits[0]
    matched = best.matched if best.why in _WORDED else ""
    found = Found(matched, tuple(figures), tuple(_reasons(language, answer, best)))
    card = entry_card(language, base, best.entry, found, country=country)
    if best.why not in GUESSED or not (data := _not_this(answer.query)):
        return card
    return Card(card.text, (*card.buttons, (Button(language.say("lookup-not-this"), data),)))


def _not_this(query: str) -> str:
    """Give the data of [Not this], which carries the query; empty if that is too long for it."""
    data = f"{FEATURE}:{NOT}:{' '.join(query.split())}"
    return data if len(data.encode()) <= _MOST_BYTES else ""


def _reasons(language: Language, answer: Answer, hit: Hit) -> list[str]:
    """Say in plain text why this entry came up."""
    lines = []
    if answer.remark is Remark.NATIONAL_DIGITS:
        lines.append(language.say("lookup-national-digits", digits=answer.detail))
    if "*" in answer.query and hit.why is Why.CODE and "*" not in hit.matched:
        lines.append(language.say("lookup-no-asterisk", code=hit.matched))
    if hit.why in GUESSED:
        lines.append(language.say("lookup-you-wrote", query=_shown(answer), matched=hit.matched))
    elif (worded := _WORDED.get(hit.why)) and not _plain_word(answer, hit):
        lines.append(language.say("lookup-found-as", why=worded, matched=hit.matched))
    return lines


def _plain_word(answer: Answer, hit: Hit) -> bool:
    """Tell whether the word is the officer's own, so that telling it would only repeat it."""
    matched = squash(hit.matched)
    own = matched == squash(answer.query) and hit.why in (Why.COMMON, Why.TERM)
    return own or matched in squash(hit.entry.title)


def _choose(language: Language, base: Knowledge, answer: Answer) -> Card:
    lines = [bold(language.say("lookup-choose", query=_shown(answer)))]
    if answer.remark is Remark.NATIONAL_DIGITS:
        lines.append(escape(language.say("lookup-national-digits", digits=answer.detail)))
    if topic := base.deciding.topics.get(answer.topic):
        offered = [hit.entry for hit in answer.hits]
        lines += [escape(f"• {headline(language, base, entry)}") for entry in offered]
        lines += question_lines(language, topic, min(topic.questions))
        rows = question_rows(language, topic, min(topic.questions))
        shown = _side_by_side(answer.hits)
        return Card("\n".join(lines), (*rows, *shown, _none_row(language)))
    return Card("\n".join(lines), (*_offers(answer.hits), _none_row(language)))


def _side_by_side(hits: Sequence[Hit]) -> Rows:
    """Give the ways to entries that stand above: codes in one row, titles two in each."""
    buttons = [Button(_code(hit), pack(FEATURE, SHOW, hit.entry.id)) for hit in hits]
    beside = 2 if any(len(button.text) > _LONGEST_CODE for button in buttons) else len(buttons)
    return tuple(tuple(buttons[place : place + beside]) for place in range(0, len(buttons), beside))


def _code(hit: Hit) -> str:
    """Give the shortest words for an entry beside others: a waste's code, else the title."""
    coded = hit.entry.kind in (Kind.WASTE, Kind.TARIFF)
    return cut(hit.entry.codes[0].shown if coded else hit.entry.title, _LONGEST_BUTTON)


def _unknown(language: Language, base: Knowledge, answer: Answer, contact: str) -> Card:
    match answer.remark:
        case Remark.SMALL_TALK:
            return Card(escape(language.say("lookup-small-talk")))
        case Remark.EMPTY:
            return Card(escape(language.say("lookup-empty")))
        case Remark.CHECK_DIGIT:
            first = language.say("lookup-check-digit", query=_shown(answer), right=answer.detail)
        case Remark.NO_SUCH_CODE:
            first = language.say("lookup-no-such-code", code=_shown(answer))
        case _:
            first = language.say("lookup-unknown", query=_shown(answer))
    rest = [*_dated(language, base), _whom_to_ask(language, contact)]
    offers = _offers(answer.hits)
    if offers:
        is_code = answer.hits[0].why is Why.NEIGHBOUR
        rest.append(language.say("lookup-neighbours" if is_code else "lookup-unknown-near"))
        offers = (*offers, _none_row(language))
    return Card("\n".join([bold(first), *map(escape, rest)]), offers)


def _shown(answer: Answer) -> str:
    return cut(" ".join(answer.query.split()), _LONGEST_QUERY)


def _dated(language: Language, base: Knowledge) -> list[str]:
    return [language.say("lookup-unknown-date", date=base.as_of.isoformat())]


def _whom_to_ask(language: Language, contact: str) -> str:
    if contact:
        return language.say("lookup-ask-contact", contact=contact)
    return language.say("lookup-ask-nobody")


def _none_row(language: Language) -> tuple[Button, ...]:
    return (Button(language.say("lookup-none-of-these"), pack(FEATURE, NONE)),)


def _offers(hits: Sequence[Hit]) -> Rows:
    """Give a button for each hit that is not far behind the best: more would only be in the way."""
    return tuple(
        (Button(cut(short_name(hit), _LONGEST_BUTTON), pack(FEATURE, SHOW, hit.entry.id)),)
        for hit in hits
        if hit.score > hits[0].score - _FAR_BEHIND
    )
