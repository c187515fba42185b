"""Entries that the tables do not hold yet, and that a card must still take."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.core.html import MESSAGE_LIMIT, shown_length
from assistant.core.texts import Texts
from assistant.local.api.markup import parse
from assistant.lookup.cards import entry_card
from knowledge import Entry, Knowledge
from knowledge.entries import Blend, Name, Naming, Part, Taxon

Change = Callable[[Entry], Entry]


def known(base: Knowledge, entry_id: str) -> Entry:
    """Return an entry that is there."""
    entry = base.find(entry_id)
    assert entry is not None
    return entry


def many_names(entry: Entry) -> Entry:
    names = tuple(Name(f"name {number} " * 5, "en", Naming.COMMON) for number in range(200))
    return replace(entry, names=(*entry.names, *names))


def markup(entry: Entry) -> Entry:
    text = "<b>R&D</b> \u202etxet\u202c &amp; \u0000 “quoted”"
    return replace(entry, title=text, names=(Name(text, "en", Naming.COMMON),))


def eleven_parts(entry: Entry) -> Entry:
    assert isinstance(entry.facts, Blend)
    parts = tuple(Part("hfc-32", 100 / 11) for _ in range(11))
    return replace(entry, facts=replace(entry.facts, parts=parts))


def ten_listings(entry: Entry) -> Entry:
    assert isinstance(entry.facts, Taxon)
    limits = "; ".join(f"population {number}: App II (a; b)" for number in range(10))
    facts = replace(entry.facts, appendix="I/II/III/NC", annotation=f"#4; {limits}")
    return replace(entry, facts=facts)


def endless(entry: Entry) -> Entry:
    assert isinstance(entry.facts, Taxon)
    return replace(entry, facts=replace(entry.facts, annotation="word " * 5000))


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize(
    ("entry_id", "change", "says"),
    [
        ("Loxodonta_africana", many_names, "name 0"),
        ("hfc-134a", markup, "<b>R&D</b>"),
        ("r-410a", eleven_parts, "9.09091 % HFC-32, 9.09091 % HFC-32"),
        ("Loxodonta_africana", ten_listings, "population 9: App II (a; b)"),
        ("Loxodonta_africana", endless, "Loxodonta africana"),
    ],
)
def test_an_odd_entry_has_a_card(
    base: Knowledge, texts: Texts, code: str, entry_id: str, change: Change, says: str
) -> None:
    entry = change(known(base, entry_id))
    for full in (False, True):
        card = entry_card(texts.language(code), base, entry, full=full)
        shown = parse(card.text).text
        assert shown_length(card.text) <= MESSAGE_LIMIT
        assert "\u202e" not in shown
    if code == "en":
        assert says in shown
