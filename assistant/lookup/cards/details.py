"""What [More] opens: names, conditions in full, composition, evidence, how it is hidden."""

from collections.abc import Iterator

from assistant.core.html import bold, escape
from assistant.core.texts import Language
from assistant.lookup.cards.law import annotation_code, prose
from knowledge import Entry, Kind, Knowledge
from knowledge.entries import Naming, Rule, Taxon
from knowledge.guidance.inspection import Cues
from knowledge.reading.wording import squash

MOST_NAMES = 8
_LONGEST_TITLE = 70
_NAMED_BY_THEIR_TITLE = frozenset({Kind.TARIFF, Kind.UN, Kind.RULE, Kind.WASTE})


def details(language: Language, base: Knowledge, entry: Entry, cues: Cues | None) -> Iterator[str]:
    """Yield lines of HTML; none where the card has said it all."""
    if len(entry.title) > _LONGEST_TITLE and entry.kind in _NAMED_BY_THEIR_TITLE:
        yield escape(entry.title)
    if names := other_names(entry, language.code):
        yield escape(language.say("lookup-more-names", names=", ".join(names)))
    if blends := _titles(base, entry, "blend"):
        yield escape(language.say("lookup-in-blends", names=blends))
    if covered := _covered(base, entry):
        yield escape(prose(language, covered))
    if codes := _mirrors(base, entry):
        yield escape(language.say("lookup-mirror", codes=", ".join(codes)))
    if cues:
        yield f"{bold(language.say('lookup-label-evidence'))} {escape(cues.evidence)}"
        hidden = prose(language, cues.concealment)
        yield f"{bold(language.say('lookup-label-hidden'))} {escape(hidden)}"
        yield escape(language.say("lookup-general-guidance"))


def _mirrors(base: Knowledge, entry: Entry) -> list[str]:
    """Give the codes for the same waste with or without what makes it hazardous."""
    found = [base.find(link.to) for link in entry.links if link.relation == "mirror"]
    return list(dict.fromkeys(other.codes[0].shown for other in found if other))


def _titles(base: Knowledge, entry: Entry, relation: str) -> str:
    """Name what is linked by a relation, the first few."""
    linked = [link.to for link in entry.links if link.relation == relation]
    found = [other.title for key in linked[:MOST_NAMES] if (other := base.find(key))]
    rest = len(linked) - MOST_NAMES
    return ", ".join(found) + (f" … (+{rest})" if rest > 0 else "")


def _covered(base: Knowledge, entry: Entry) -> str:
    """Give in full what the # annotation of a plant covers."""
    if not isinstance(entry.facts, Taxon):
        return ""
    code = annotation_code(entry.facts.annotation)
    rule = base.find(f"rule-annotation-{code}") if code else None
    return f"#{code}: {rule.facts.covers}" if rule and isinstance(rule.facts, Rule) else ""


def other_names(entry: Entry, lang: str) -> list[str]:
    """Give a few names in the reader's language, else in English, the title and codes left out.

    Names in trade come first, then the shortest: what stands on labels rather than in handbooks.
    """
    if entry.kind in _NAMED_BY_THEIR_TITLE:
        namings = {Naming.TERM} if lang == "en" else {Naming.OFFICIAL, Naming.TERM}
        own = [name.text for name in entry.names if name.lang == lang and name.naming in namings]
        return own[:MOST_NAMES]
    known = {squash(entry.title), *(squash(one.shown) for one in entry.codes)}
    for wanted in (lang, "en"):
        names = [name for name in entry.names if name.lang == wanted]
        names.sort(key=lambda name: (name.naming is not Naming.TRADE, len(name.text)))
        fresh = {squash(name.text): name.text for name in reversed(names)}
        shown = [fresh[key] for key in reversed(fresh) if key not in known]
        if shown:
            return shown[:MOST_NAMES]
    return []
