"""The card of an entry: the answer, the danger, the law, the goods, and on what that rests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.core.html import bold, clip, code, cut, escape
from assistant.core.messaging.buttons import Button, Rows, pack
from assistant.core.messaging.card import Card
from assistant.core.texts import Language
from assistant.lookup.cards.details import details
from assistant.lookup.cards.headline import headline
from assistant.lookup.cards.law import national_lines, papers
from assistant.lookup.cards.lines import law_lines
from knowledge import Entry, Knowledge
from knowledge.guidance.inspection import Cues

FEATURE, SHOW, MORE = "lookup", "show", "more"

MOST_RELATED = 4
_MOST_CODES = 8
_LONGEST_BUTTON = 40
# What an officer goes on to, the most useful first.
_RELATED = ("look-alike", "product", "taxon", "part", "mirror", "related", "hides", "un", "tariff")


@dataclass(frozen=True)
class Found:
    """How an officer came to an entry.

    `matched` is the name by which it was found, `figures` are lines of plain text that were asked
    for beside it, `reasons` say in plain text why it came up.
    """

    matched: str = ""
    figures: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def entry_card(
    language: Language,
    base: Knowledge,
    entry: Entry,
    found: Found = Found(),
    *,
    country: str = "",
    full: bool = False,
) -> Card:
    """Give the card of an entry.

    `country` is where the officer works, and `full` opens what stands behind [More].
    """
    cues = base.inspection.cues(entry, language.code)
    first = headline(language, base, entry, found.matched)
    lines = [bold(first)]
    if cues and cues.danger:
        lines.append(bold(cues.danger))
    lines += map(bold, found.figures)
    lines += map(escape, law_lines(language, base, entry))
    lines += map(escape, national_lines(language, base, entry, country))
    lines += _at_the_goods(language, base, entry, cues)
    more = list(details(language, base, entry, cues))
    if full:
        lines += more
    lines += _foot(language, base, entry, found.reasons)
    rows: Rows = related(base, entry)
    if more and not full:
        button = Button(language.say("lookup-more"), pack(FEATURE, MORE, entry.id))
        rows = ((button,), *rows)
    return Card(clip("\n".join(lines)), rows)


def related(base: Knowledge, entry: Entry) -> Rows:
    """Give a row of buttons for what the entry is linked to, the most useful first."""
    found: dict[str, Entry] = {}
    for relation in _RELATED:
        for link in entry.links:
            if link.relation == relation and len(found) < MOST_RELATED and link.to != entry.id:
                other = base.find(link.to)
                if other and other.id not in found:
                    found[other.id] = other
    return tuple(
        (Button(cut(other.title, _LONGEST_BUTTON), pack(FEATURE, SHOW, other.id)),)
        for other in found.values()
    )


def _at_the_goods(
    language: Language, base: Knowledge, entry: Entry, cues: Cues | None
) -> Iterator[str]:
    """Yield what to ask for, look at, leave alone and do."""
    if said := papers(language, base, entry) or (cues.papers if cues else ""):
        yield _labelled(language, "lookup-label-papers", said)
    if cues:
        yield _labelled(language, "lookup-label-look", cues.look_at)
        yield _labelled(language, "lookup-label-touch", cues.do_not_touch)
        yield _labelled(language, "lookup-label-first", cues.first_action)


def _labelled(language: Language, label: str, text: str) -> str:
    return f"{bold(language.say(label))} {escape(text)}"


def _foot(
    language: Language, base: Knowledge, entry: Entry, reasons: Iterable[str]
) -> Iterator[str]:
    if shown := _codes(base, entry):
        yield language.say("lookup-codes", codes=" · ".join(map(code, shown)))
    if any(link.relation == "tariff" and link.basis != "source" for link in entry.links):
        yield escape(language.say("lookup-possible-headings"))
    yield from map(escape, reasons)
    source = base.source(entry)
    dated = source.law_date.isoformat()
    yield escape(language.say("lookup-source", title=source.title, date=dated))
    yield escape(language.say("lookup-national-law"))


def _codes(base: Knowledge, entry: Entry) -> list[str]:
    """Give the entry's own codes, then its headings and UN numbers."""
    shown = [one.shown for one in entry.codes[:_MOST_CODES]]
    for link in entry.links:
        if link.relation in ("tariff", "un") and len(shown) < _MOST_CODES:
            other = base.find(link.to)
            if other:
                prefix = "HS " if link.relation == "tariff" else ""
                shown.append(prefix + other.codes[0].shown)
    return list(dict.fromkeys(shown))
