"""What the law says of an entry, in the reader's language: the strictest for the first line."""

from assistant.core.html import escape
from assistant.core.texts import Language
from knowledge import Entry, Knowledge
from knowledge.entries import (
    Blend,
    Control,
    Dangerous,
    Event,
    MercuryProduct,
    Product,
    Rule,
    Substance,
    Tariff,
    Taxon,
    Waste,
)
from knowledge.status import Standing, closed_on, edition, standing

_HAZARDS = {
    "yes": "hazardous",
    "no": "not",
    "hazardous (presumed)": "presumed",
    "non-hazardous (presumed)": "clean",
    "hazardous if Annex III characteristic": "conditional",
    "other waste": "special",
}
# The strictest first: the first line names it, the others follow.
_STRICTEST = ("cwc", "stockholm", "montreal", "rotterdam", "minamata", "precursors1988")
_APPENDICES = ("I", "II", "III")
_NOT_COVERED = "NC"


def status(language: Language, base: Knowledge, entry: Entry) -> str:
    """Give the strictest that the law says of an entry, in plain text; empty if it says nothing."""
    match entry.facts:
        case Taxon() as taxon:
            return _appendix(language, base, taxon)
        case Product() as product:
            return _product(language, base, product)
        case MercuryProduct() as product:
            state = "banned" if base.today.year > product.phase_out else "allowed"
            return language.say("lookup-mercury", state=state, year=str(product.phase_out))
        case Substance() as substance:
            controls = ordered(substance.controls)
            if not controls:
                return language.say("lookup-not-listed")
            return _control(language, controls[0])
        case Blend() as blend:
            if not blend.classes:
                return language.say("lookup-blend-free")
            return language.say("lookup-blend", classes=" + ".join(blend.classes))
        case Waste() as waste:
            return _waste(language, base, entry, waste)
        case Dangerous() as goods:
            return language.say("lookup-un-class", **{"class": goods.hazard_class})
        case _:
            return ""


def law_lines(language: Language, base: Knowledge, entry: Entry) -> list[str]:
    """Give the lines of HTML under the first one."""
    lines = [line for line in _lines(language, base, entry) if line]
    return [escape(line) for line in lines]


def is_closed(base: Knowledge, entry: Entry) -> bool:
    """Tell whether the entry is a waste code that no longer applies."""
    facts = entry.facts
    return isinstance(facts, Waste) and edition(facts, base.today)[1] is Standing.CLOSED


def ordered(controls: tuple[Control, ...]) -> list[Control]:
    """Put the strictest instrument first."""
    return sorted(controls, key=lambda one: _STRICTEST.index(one.instrument))


def strictest(appendix: str) -> str:
    """Give the strictest appendix of a split such as `I/II/NC`; empty where none covers."""
    return next((one for one in _APPENDICES if one in appendix.split("/")), "")


def _appendix(language: Language, base: Knowledge, taxon: Taxon) -> str:
    if standing(taxon.since, None, base.today) is Standing.COMING and taxon.since:
        return language.say(
            "lookup-appendix-coming", appendix=taxon.appendix, date=taxon.since.isoformat()
        )
    return _listing(language, set(taxon.appendix.split("/")))


def _listing(language: Language, parts: set[str]) -> str:
    """Say the strictest appendix of a listing first, then what else it holds."""
    listed = [appendix for appendix in _APPENDICES if appendix in parts]
    if not listed:
        return language.say("lookup-not-covered")
    first = language.say("lookup-appendix", appendix=listed[0])
    others = listed[1:]
    if _NOT_COVERED in parts:
        others.append(language.say("lookup-appendix-free"))
    if not others:
        return first
    return language.say("lookup-appendix-some", first=first, others=", ".join(others))


def _product(language: Language, base: Knowledge, product: Product) -> str:
    if not product.listed:
        return language.say("lookup-not-listed")
    found = [entry.facts for name in product.taxa if (entry := base.taxon(name))]
    listings = [facts.appendix for facts in found if isinstance(facts, Taxon)]
    return _listing(language, {part for listing in listings for part in listing.split("/")})


def _control(language: Language, control: Control) -> str:
    return language.say("lookup-control", instrument=control.instrument, annex=control.annex)


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
    state = _HAZARDS.get(current.hazardous)
    return language.say("lookup-waste-hazard", state=state) if state else ""


def _lines(language: Language, base: Knowledge, entry: Entry) -> list[str]:
    """Give the plain lines of what an instrument controls."""
    match entry.facts:
        case Taxon() as taxon:
            return _taxon_lines(language, taxon)
        case Product() as product:
            made_of = language.say("lookup-product-taxa", taxa=", ".join(product.taxa))
            return [prose(language, product.note), made_of]
        case MercuryProduct() as product:
            return [prose(language, product.note)]
        case Substance() as substance:
            return _substance_lines(language, substance)
        case Blend() as blend:
            return _blend_lines(language, base, blend)
        case Waste() as waste:
            consent = language.say("lookup-consent", consent=prose(language, waste.consent))
            shown = waste.consent and not is_closed(base, entry)
            return [prose(language, waste.summary), consent if shown else ""]
        case other:
            return _reference_lines(language, other)


def _reference_lines(language: Language, facts: Tariff | Dangerous | Event | Rule) -> list[str]:
    """Give the plain lines of what is written on papers and labels."""
    match facts:
        case Tariff():
            return [language.say("lookup-tariff-possible")]
        case Dangerous() as goods:
            return _dangerous_lines(language, goods)
        case Event() as event:
            return [
                language.say("lookup-lmo-papers"),
                language.say("lookup-lmo-traits", traits=event.traits),
                language.say("lookup-lmo-developer", developer=event.developer),
            ]
        case Rule() as rule:
            return [prose(language, rule.covers), *(f"{key}: {text}" for key, text in rule.details)]


def prose(language: Language, text: str) -> str:
    """Give a sentence of the tables, which are English, marked in other languages."""
    if not text:
        return ""
    return text if language.code == "en" else f"{text} {language.say('lookup-in-english')}"


def _taxon_lines(language: Language, taxon: Taxon) -> list[str]:
    appendix = strictest(taxon.appendix)
    return [
        prose(language, taxon.annotation),
        language.say("lookup-papers-appendix", appendix=appendix) if appendix else "",
        language.say("lookup-since", date=taxon.since.isoformat()) if taxon.since else "",
        language.say("lookup-current-text") if "/" in taxon.appendix or taxon.annotation else "",
    ]


def _substance_lines(language: Language, substance: Substance) -> list[str]:
    lines = []
    for control in ordered(substance.controls):
        parts = [_control(language, control)]
        if control.entry:
            parts.append(language.say("lookup-group", entry=control.entry))
        if control.since:
            parts.append(language.say("lookup-control-since", year=str(control.since)))
        if control.odp is not None:
            parts.append(language.say("lookup-odp", odp=f"{control.odp:g}"))
        if control.gwp is not None:
            parts.append(language.say("lookup-gwp", gwp=f"{control.gwp:g}"))
        lines.append(", ".join(parts))
        if control.instrument == "precursors1988":
            lines.append(language.say("lookup-incomplete"))
    lines.append(prose(language, substance.note))
    if substance.safety:
        lines.append(language.say("lookup-safety", **{"class": substance.safety.class_}))
    if substance.formula:
        lines.append(language.say("lookup-formula", formula=substance.formula))
    return lines


def _blend_lines(language: Language, base: Knowledge, blend: Blend) -> list[str]:
    shown = []
    for part in blend.parts:
        entry = base.find(part.substance)
        name = entry.title.split(" (")[0] if entry else part.substance
        shown.append(f"{part.percent:g} % {name}")
    parts = [language.say("lookup-odp", odp=f"{blend.odp:g}")] if blend.odp is not None else []
    if blend.gwp is not None:
        parts.append(language.say("lookup-gwp", gwp=f"{blend.gwp:g}"))
    if blend.safety:
        parts.append(language.say("lookup-safety", **{"class": blend.safety.class_}))
    return [language.say("lookup-parts", parts=", ".join(shown)), ", ".join(parts)]


def _dangerous_lines(language: Language, goods: Dangerous) -> list[str]:
    parts = []
    if goods.subsidiary:
        parts.append(language.say("lookup-un-subsidiary", subsidiary=goods.subsidiary))
    if goods.packing:
        packing = goods.packing.replace(";", ", ")
        parts.append(language.say("lookup-un-packing", packing=packing))
    if not goods.current:
        parts.append(language.say("lookup-un-withdrawn"))
    return [", ".join(parts)]
