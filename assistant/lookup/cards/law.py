"""What the law says of an entry in one breath: its strictest status, its papers, the local law."""

import re
from dataclasses import dataclass

from assistant.core.texts import Language
from knowledge import Entry, Knowledge
from knowledge.entries import (
    Blend,
    Control,
    Dangerous,
    Event,
    MercuryProduct,
    Naming,
    Product,
    Substance,
    Taxon,
    Waste,
)
from knowledge.law.status import Standing, closed_on, edition, standing

_HAZARDS = {
    "yes": "hazardous",
    "no": "not",
    "hazardous (presumed)": "presumed",
    "non-hazardous (presumed)": "clean",
    "hazardous if Annex III characteristic": "conditional",
    "other waste": "special",
}
_OECD = {"OECD amber": "special", "EU Annex IV (intra-EU)": "special"}
# The strictest first: the first line names it, the others follow.
_STRICTEST = ("cwc", "stockholm", "montreal", "rotterdam", "minamata", "precursors1988")
APPENDICES = ("I", "II", "III")
NOT_COVERED = "NC"
_SINGLE_RANKS = frozenset({"species", "subspecies", "variety"})


@dataclass(frozen=True)
class Listing:
    """The appendices of a taxon or a product, and whether its species differ in them."""

    parts: frozenset[str]
    by_species: bool


def status(language: Language, base: Knowledge, entry: Entry) -> str:
    """Give the strictest that the law says of an entry, in plain text; empty if it says nothing."""
    match entry.facts:
        case Taxon() as taxon:
            return _appendix(language, base, entry, taxon)
        case Product(listed=True):
            return listing(language, listing_of(base, entry))
        case Product() | Substance(controls=()):
            return language.say("lookup-not-listed")
        case MercuryProduct() as product:
            state = "banned" if base.today.year > product.phase_out else "allowed"
            return language.say("lookup-mercury", state=state, year=str(product.phase_out))
        case Substance() as substance:
            return control_name(language, ordered(substance.controls)[0])
        case Blend() as blend:
            classes = " + ".join(blend.classes)
            return language.say("lookup-blend", state=_state(blend), classes=classes)
        case Waste() as waste:
            return _waste(language, base, entry, waste)
        case Dangerous() as goods:
            return language.say("lookup-un-class", **{"class": goods.hazard_class})
        case facts:
            return language.say("lookup-lmo") if isinstance(facts, Event) else ""


def is_closed(base: Knowledge, entry: Entry) -> bool:
    """Tell whether the entry is a waste code that no longer applies."""
    facts = entry.facts
    return isinstance(facts, Waste) and edition(facts, base.today)[1] is Standing.CLOSED


def ordered(controls: tuple[Control, ...]) -> list[Control]:
    """Put the strictest instrument first."""
    return sorted(controls, key=lambda one: _STRICTEST.index(one.instrument))


def control_name(language: Language, control: Control) -> str:
    """Say an instrument, its annex or schedule, and what it asks for."""
    return language.say("lookup-control", instrument=control.instrument, annex=control.annex)


def listing_of(base: Knowledge, entry: Entry) -> Listing:
    """Give how a taxon or a product stands in the Appendices."""
    match entry.facts:
        case Taxon() as taxon:
            group = taxon.rank not in _SINGLE_RANKS
            return Listing(frozenset(taxon.appendix.split("/")), by_species=group)
        case Product(listed=True):
            return _product_listing(base, entry)
        case _:
            return Listing(frozenset(), by_species=False)


def _product_listing(base: Knowledge, entry: Entry) -> Listing:
    """Take the taxa of a product together; by species, unless most of them are in the strictest."""
    names = [name.text for name in entry.names if name.naming is Naming.TAXON]
    found = [other.facts for name in names if (other := base.taxon(name))]
    taxa = [one for one in found if isinstance(one, Taxon)]
    parts = frozenset(part for taxon in taxa for part in taxon.appendix.split("/"))
    single = [taxon for taxon in taxa if taxon.rank in _SINGLE_RANKS]
    strictest = next((one for one in APPENDICES if one in parts), "")
    strict = sum(strictest in taxon.appendix.split("/") for taxon in single)
    return Listing(parts, by_species=2 * strict <= len(single))


def listing(language: Language, found: Listing) -> str:
    """Say the strictest appendix first; for a group of differing species, that they differ."""
    listed = [appendix for appendix in APPENDICES if appendix in found.parts]
    if not listed:
        return language.say("lookup-not-covered")
    if found.by_species and len(listed) > 1:
        return language.say("lookup-appendix-mixed", appendices="/".join(listed))
    first = language.say("lookup-appendix", appendix=listed[0])
    others = listed[1:]
    if NOT_COVERED in found.parts:
        others.append(language.say("lookup-appendix-free"))
    if not others:
        return first
    return language.say("lookup-appendix-some", first=first, others=", ".join(others))


def papers(language: Language, base: Knowledge, entry: Entry) -> str:
    """Say which CITES papers must be there; empty where CITES asks for none."""
    facts = entry.facts
    if isinstance(facts, Taxon) and standing(facts.since, None, base.today) is Standing.COMING:
        return ""
    found = listing_of(base, entry)
    listed = [one for one in APPENDICES if one in found.parts]
    if not listed:
        return ""
    mixed = found.by_species and len(listed) > 1
    return language.say("lookup-papers", appendix="mixed" if mixed else listed[0])


def national_lines(language: Language, base: Knowledge, entry: Entry, country: str) -> list[str]:
    """Give the dated rules on a waste in the officer's country, strictest first."""
    if not country or not isinstance(entry.facts, Waste):
        return []
    return [
        language.say(
            "lookup-national-rule",
            place=rule.jurisdiction.upper(),
            date=rule.since.isoformat(),
            fact=rule.fact[language.code] or prose(language, rule.fact["en"]),
        )
        for rule in base.national_law.rules(country, entry.codes[0].key, base.today)
    ]


def annotation_code(annotation: str) -> str:
    """Give the number of the # annotation of a plant, empty if it has none."""
    match = re.match(r"#(\d+)\b", annotation)
    return match[1] if match else ""


def prose(language: Language, text: str) -> str:
    """Give a sentence of the tables, which are English, marked in other languages."""
    if not text:
        return ""
    return text if language.code == "en" else f"{text} {language.say('lookup-in-english')}"


def _state(blend: Blend) -> str:
    return "controlled" if blend.classes else "free"


def _appendix(language: Language, base: Knowledge, entry: Entry, taxon: Taxon) -> str:
    if standing(taxon.since, None, base.today) is Standing.COMING and taxon.since:
        return language.say(
            "lookup-appendix-coming", appendix=taxon.appendix, date=taxon.since.isoformat()
        )
    return listing(language, listing_of(base, entry))


def _waste(language: Language, base: Knowledge, entry: Entry, waste: Waste) -> str:
    current, when = edition(waste, base.today)
    shown = entry.codes[0].shown
    if when is Standing.CLOSED and (day := closed_on(waste)):
        closed = {"code": shown, "date": day.isoformat()}
        if waste.replaced_by:
            codes = ", ".join(waste.replaced_by)
            return language.say("lookup-waste-closed", codes=codes, **closed)
        return language.say("lookup-waste-closed-bare", **closed)
    if when is Standing.COMING and current.valid_from:
        return language.say("lookup-waste-coming", code=shown, date=current.valid_from.isoformat())
    state = _HAZARDS.get(current.hazardous) or _OECD.get(waste.list)
    return language.say("lookup-waste-hazard", state=state) if state else ""
