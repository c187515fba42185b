"""The lines under the first one: status by instrument, conditions, dates, composition."""

import re

from assistant.core.html import cut
from assistant.core.texts import Language
from assistant.lookup.cards.law import (
    annotation_code,
    control_name,
    is_closed,
    ordered,
    prose,
)
from knowledge import Entry, Knowledge
from knowledge.entries import (
    Blend,
    Dangerous,
    Event,
    MercuryProduct,
    Naming,
    Product,
    Rule,
    Substance,
    Tariff,
    Taxon,
    Waste,
)

_CONSENT = {
    "yes": "yes",
    "yes (amber)": "yes",
    "yes (intra-EU)": "yes",
    "yes, if hazardous": "if",
    "no, unless contaminated to Annex III level or nationally controlled": "unless",
    "no (green, unless contaminated)": "unless",
}
_UNCHANGED = "original text"  # a note that tells editors, not officers
_PART = re.compile(r";(?![^()]*\))")  # what stands in parentheses belongs together
_LONGEST_COVER = 150
_MOST_HIDDEN = 8

# What annotations say in fixed words, and the text that says it in each language.
_FIXED = (
    (re.compile(r"(?:via|covered by the) (.+?)(?: spp\.)?(?: \((?:\w+) listing\)| listing)?"),
     "lookup-through"),
    (re.compile(r"App III at the request of (.+)"), "lookup-at-request"),
    (re.compile(r"(contains listed species)"), ""),
    (re.compile(r"(may also contain unlisted species: check the species)"), "lookup-check-species"),
    (re.compile(r"(species differ in Appendix)"), "lookup-species-differ"),
    (re.compile(r"(legacy name.*)"), "lookup-legacy"),
    (re.compile(r"(whole taxon listed.*|2017 index.*|adopted CoP20|effect delayed.*|#\d+)"), ""),
)  # fmt: skip


def law_lines(language: Language, base: Knowledge, entry: Entry) -> list[str]:
    """Give the lines under the first one in plain text."""
    return [line for line in _lines(language, base, entry) if line]


def _lines(language: Language, base: Knowledge, entry: Entry) -> list[str]:
    """Give the lines of what an instrument controls."""
    match entry.facts:
        case Taxon() as taxon:
            return _taxon_lines(language, base, taxon)
        case Product() as product:
            return _product_lines(language, base, entry, product)
        case MercuryProduct() as product:
            note = "" if product.note == _UNCHANGED else prose(language, product.note)
            return [language.say("lookup-minamata", annex=product.annex), note]
        case Substance() as substance:
            return _substance_lines(language, substance)
        case Blend() as blend:
            return _blend_lines(language, base, blend)
        case Waste() as waste:
            return _waste_lines(language, base, entry, waste)
        case other:
            return _reference_lines(language, base, entry, other)


def _reference_lines(
    language: Language, base: Knowledge, entry: Entry, facts: Tariff | Dangerous | Event | Rule
) -> list[str]:
    """Give the lines of what is written on papers and labels."""
    match facts:
        case Tariff():
            return [*_hidden(language, base, entry), language.say("lookup-tariff-possible")]
        case Dangerous() as goods:
            return [*_dangerous_lines(language, goods), *_hidden(language, base, entry)]
        case Event() as event:
            paper = base.find("rule-cartagena-18-2a-known")
            must_say = paper.facts.covers if paper and isinstance(paper.facts, Rule) else ""
            return [
                language.say("lookup-lmo-papers", words=prose(language, must_say)),
                language.say("lookup-lmo-traits", traits=event.traits),
                language.say("lookup-lmo-developer", developer=event.developer),
                prose(language, event.note),
            ]
        case Rule() as rule:
            return [prose(language, rule.covers), *(f"{key}: {text}" for key, text in rule.details)]


def _hidden(language: Language, base: Knowledge, entry: Entry) -> list[str]:
    """Say what controlled things go under a heading or a UN number."""
    found = [base.find(link.to) for link in entry.links if link.relation == "hides"]
    names = [other.title.split(" – ")[0].split(" (")[0] for other in found if other]
    if not names:
        return []
    rest = len(names) - _MOST_HIDDEN
    shown = ", ".join(names[:_MOST_HIDDEN]) + (f" … (+{rest})" if rest > 0 else "")
    return [language.say("lookup-hides", names=shown)]


def _taxon_lines(language: Language, base: Knowledge, taxon: Taxon) -> list[str]:
    lines = [_fixed(language, part.strip()) for part in _PART.split(taxon.annotation)]
    if code := annotation_code(taxon.annotation):
        rule = base.find(f"rule-annotation-{code}")
        covers = rule.facts.covers if rule and isinstance(rule.facts, Rule) else ""
        said = prose(language, cut(covers, _LONGEST_COVER))
        lines.insert(0, language.say("lookup-annotation", code=code, covers=said))
    if taxon.since and taxon.since <= base.today:
        lines.append(language.say("lookup-since", date=taxon.since.isoformat()))
    if "/" in taxon.appendix or taxon.annotation or taxon.source == "checklist-2017-04":
        lines.append(language.say("lookup-current-text"))
    return lines


def _fixed(language: Language, part: str) -> str:
    """Say one part of an annotation, in fixed words where it has them."""
    for pattern, text_id in _FIXED:
        if match := pattern.fullmatch(part):
            return language.say(text_id, what=match[1]) if text_id else ""
    return prose(language, part)


def _product_lines(
    language: Language, base: Knowledge, entry: Entry, product: Product
) -> list[str]:
    by_appendix: dict[str, list[str]] = {}
    for name in entry.names:
        inside = base.taxon(name.text) if product.listed and name.naming is Naming.TAXON else None
        if inside and isinstance(inside.facts, Taxon):
            by_appendix.setdefault(inside.facts.appendix, []).append(name.text)
    listed = [
        language.say("lookup-taxa", appendix=appendix, taxa=", ".join(_species(taxa)))
        for appendix, taxa in by_appendix.items()
    ]
    alike = [base.find(link.to) for link in entry.links if link.relation == "look-alike"]
    names = ", ".join(other.title for other in alike if other)
    return [
        *(listed or [language.say("lookup-made-of", taxa=", ".join(product.taxa))]),
        prose(language, product.note),
        language.say("lookup-look-alikes", names=names) if names else "",
    ]


def _species(taxa: list[str]) -> list[str]:
    """Give the species of a list that holds groups too; the groups where there is no species."""
    return [name for name in taxa if " " in name] or taxa


def _substance_lines(language: Language, substance: Substance) -> list[str]:
    lines = []
    for control in ordered(substance.controls):
        parts = [control_name(language, control)]
        if control.entry:
            parts.append(language.say("lookup-group", entry=control.entry))
        if control.since:
            parts.append(language.say("lookup-control-since", year=str(control.since)))
        if control.odp is not None:
            parts.append(language.say("lookup-odp", odp=f"{control.odp:g}"))
        if control.gwp is not None:
            parts.append(language.say("lookup-gwp", gwp=f"{control.gwp:g}"))
        lines.append(", ".join(parts))
        if control.note not in ("", "n/a", "none"):
            lines.append(language.say("lookup-condition", note=prose(language, control.note)))
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


def _waste_lines(language: Language, base: Knowledge, entry: Entry, waste: Waste) -> list[str]:
    lines = [entry.title] if is_closed(base, entry) else []
    kind = entry.source if entry.source in ("basel", "eu-list") else "oecd"
    lines.append(language.say("lookup-list", kind=kind, annex=waste.annex or "–", name=waste.list))
    lines.append(prose(language, waste.summary))
    if waste.consent and not is_closed(base, entry):
        state = _CONSENT.get(waste.consent, "other")
        text = prose(language, waste.consent)
        lines.append(language.say("lookup-consent", state=state, text=text))
    return lines


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
