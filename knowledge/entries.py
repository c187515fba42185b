"""What the knowledge base consists of: entries, their names, codes, facts, links and sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """What an entry is about."""

    SPECIES = "species"  # higher taxa too
    PRODUCT = "product"  # mercury products too
    CHEMICAL = "chemical"
    BLEND = "blend"
    WASTE = "waste"
    TARIFF = "tariff"
    UN = "un"
    LMO = "lmo"
    RULE = "rule"  # appendices, annexes, annotations, H, D, R and CITES codes, Cartagena papers


class Naming(StrEnum):
    """What a name is to its entry; the first two are its own names."""

    OFFICIAL = "official"
    SCIENTIFIC = "scientific"
    SYNONYM = "synonym"
    COMMON = "common"
    TRADE = "trade"
    TERM = "term"  # an everyday word that leads here
    TOPIC = "topic"  # a word for several entries that the law treats differently
    TAXON = "taxon"  # the scientific name of something inside a product


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entry; `lang` is an ISO 639 code, `la` for scientific, `mul` for any."""

    text: str
    lang: str
    naming: Naming
    rank: int = 0  # 0: leads here first; higher: the word leads elsewhere first


@dataclass(frozen=True, slots=True)
class Code:
    """A code of an entry: its system (`cas`, `r`, `hs`, …), its key and how it is written."""

    system: str
    key: str
    shown: str


@dataclass(frozen=True, slots=True)
class Link:
    """A related entry; `basis` says how sure the relation is: main, possible, doubtful or ''."""

    relation: str
    to: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry's law stands: `law_date` is the date of the law that it reflects."""

    id: str
    title: str
    law_date: date
    terms: str


@dataclass(frozen=True, slots=True)
class Taxon:
    """A listed (or look-alike) animal or plant, or a group of them."""

    type: Literal["taxon"]
    rank: str
    author: str
    kingdom: str
    class_: str
    order: str
    family: str
    appendix: str  # I, II, III, a split such as I/II; NC: a population, form or species not covered
    annotation: str
    since: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Product:
    """A product in trade and the taxa it is made of."""

    type: Literal["product"]
    taxa: tuple[str, ...]
    listed: bool
    note: str


@dataclass(frozen=True, slots=True)
class MercuryProduct:
    """A product of Annex A of the Minamata Convention; `phase_out` is the last year of trade."""

    type: Literal["mercury product"]
    annex: str
    phase_out: int
    note: str


@dataclass(frozen=True, slots=True)
class Control:
    """One instrument's hold on a substance; `odp` against CFC-11, `gwp` over 100 years."""

    instrument: str
    annex: str
    entry: str
    since: int | None
    odp: float | None
    odp_range: str
    gwp: float | None
    gwp_basis: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Safety:
    """The refrigerant safety class of ISO 817, where one is known."""

    class_: str
    basis: str
    note: str


@dataclass(frozen=True, slots=True)
class Substance:
    """A chemical, with every control; no controls: a look-alike that no instrument here lists."""

    type: Literal["substance"]
    formula: str
    controls: tuple[Control, ...]
    safety: Safety | None
    hs_basis: str
    un_basis: str
    note: str
    other_cas: tuple[tuple[str, str], ...]  # number, what it is


@dataclass(frozen=True, slots=True)
class Part:
    """A component of a blend, in percent by mass."""

    substance: str
    percent: float


@dataclass(frozen=True, slots=True)
class Blend:
    """A refrigerant or fumigant mixture; `classes` are the controlled families inside."""

    type: Literal["blend"]
    mixture: str
    parts: tuple[Part, ...]
    classes: tuple[str, ...]
    odp: float | None
    gwp: float | None
    safety: Safety | None
    hs_basis: str
    un_basis: str
    source: str
    cross_check: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated wording of a waste code."""

    title: str
    hazardous: str
    entry: str
    mirrors: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Waste:
    """A waste code of Basel, the OECD or the European list, in all its editions."""

    type: Literal["waste"]
    list: str
    annex: str
    consent: str
    summary: str
    editions: tuple[Edition, ...]
    replaced_by: tuple[str, ...]
    related: tuple[str, ...]
    date_basis: str


@dataclass(frozen=True, slots=True)
class Tariff:
    """A chapter, heading or subheading of the Harmonized System."""

    type: Literal["tariff"]
    digits: int
    section: str
    section_title: str


@dataclass(frozen=True, slots=True)
class Dangerous:
    """A UN number of the dangerous-goods lists (49 CFR and ADR)."""

    type: Literal["un"]
    hazard_class: str
    subsidiary: str
    packing: str
    adr_code: str
    adr_name: str
    transport: str
    current: bool
    source: str


@dataclass(frozen=True, slots=True)
class Event:
    """A genetically modified event in trade."""

    type: Literal["event"]
    kind: str
    crop: str
    scientific: str
    traits: str
    developer: str
    basis: str
    source: str
    check: str
    note: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands behind an appendix, an annex, an annotation or a letter on a permit."""

    type: Literal["rule"]
    instrument: str
    covers: str
    details: tuple[tuple[str, str], ...] = ()
    valid_from: date | None = None


Facts = (
    Taxon | Product | MercuryProduct | Substance | Blend | Waste | Tariff | Dangerous | Event | Rule
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that an officer can ask for."""

    id: str
    kind: Kind
    title: str
    names: tuple[Name, ...]
    codes: tuple[Code, ...]
    facts: Facts
    source: str
    links: tuple[Link, ...] = ()

    @property
    def own_names(self) -> tuple[str, ...]:
        """Official and scientific names; for a product those of its taxa too."""
        own = (Naming.OFFICIAL, Naming.SCIENTIFIC, Naming.TAXON)
        return tuple(dict.fromkeys(name.text for name in self.names if name.naming in own))


def unique_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Drop what repeats; the first naming of a text in a language stays."""
    seen: dict[tuple[str, str], Name] = {}
    for name in names:
        seen.setdefault((name.text, name.lang), name)
    return tuple(seen.values())
