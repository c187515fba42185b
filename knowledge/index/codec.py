"""Entries as bytes and back: the facts apart, since what they are depends on their type."""

from dataclasses import dataclass

import msgspec

from knowledge.entries import (
    Blend,
    Code,
    Dangerous,
    Entry,
    Event,
    Facts,
    Kind,
    Link,
    MercuryProduct,
    Name,
    Product,
    Rule,
    Substance,
    Tariff,
    Taxon,
    Waste,
)

_TYPES: dict[str, type[Facts]] = {
    "taxon": Taxon,
    "product": Product,
    "mercury product": MercuryProduct,
    "substance": Substance,
    "blend": Blend,
    "waste": Waste,
    "tariff": Tariff,
    "un": Dangerous,
    "event": Event,
    "rule": Rule,
}


@dataclass(frozen=True, slots=True)
class _Stored:
    """An entry as it lies in the index; `facts` are JSON of the type that `type` names."""

    id: str
    kind: Kind
    title: str
    names: tuple[Name, ...]
    codes: tuple[Code, ...]
    type: str
    facts: msgspec.Raw
    source: str
    links: tuple[Link, ...]


_FACTS = {name: msgspec.json.Decoder(kind) for name, kind in _TYPES.items()}
_ENTRY = msgspec.json.Decoder(_Stored)


def to_bytes(entry: Entry) -> bytes:
    """Give an entry as JSON."""
    return msgspec.json.encode(
        _Stored(
            entry.id,
            entry.kind,
            entry.title,
            entry.names,
            entry.codes,
            entry.facts.type,
            msgspec.Raw(msgspec.json.encode(entry.facts)),
            entry.source,
            entry.links,
        )
    )


def from_bytes(data: bytes) -> Entry:
    """Give back the entry that `to_bytes` wrote."""
    stored = _ENTRY.decode(data)
    return Entry(
        id=stored.id,
        kind=stored.kind,
        title=stored.title,
        names=stored.names,
        codes=stored.codes,
        facts=_FACTS[stored.type].decode(stored.facts),
        source=stored.source,
        links=stored.links,
    )
