"""The exact paths: a code looked up as it stands, a name that is the same letter by letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.answers import MOST_RESULTS, Hit, Remark, Why
from knowledge.entries import Blend, Code, Entry, Kind, Naming
from knowledge.index.index import Index
from knowledge.index.names import Owner
from knowledge.reading.codes import Fit, Reading, cas_check_digit, cas_shown, is_cas
from knowledge.reading.wording import squash, tones, with_marks
from knowledge.search.candidates import Candidate, Way, order, outermost

_STRENGTH = {
    Naming.OFFICIAL: 100.0,
    Naming.SCIENTIFIC: 100.0,
    Naming.TERM: 99.0,
    Naming.TOPIC: 98.5,
    Naming.COMMON: 99.0,
    Naming.TRADE: 99.0,
    Naming.SYNONYM: 98.0,
    Naming.TAXON: 0.0,
}
_FAMILY = re.compile("HCFC|HFC|CFC|HFO|HCFO|HC")


@dataclass(frozen=True, slots=True)
class CodeHits:
    """The entries of a code, or its neighbours with the reason why there is no such code."""

    hits: list[Hit]
    missing: bool
    remark: Remark | None = None
    detail: str = ""


def by_code(index: Index, readings: list[Reading]) -> CodeHits | None:
    """Look up what a text reads as; None when it is no code that we know or must refuse."""
    if known := known_code(index, readings):
        return known
    refused = [one for one in readings if one.fit is Fit.SAYS or one.key.isdigit()]
    return _missing(index, refused) if refused else None


def known_code(index: Index, readings: list[Reading]) -> CodeHits | None:
    """Give the entries that bear a code which a text reads as; None when none does."""
    found: dict[str, Hit] = {}
    cut, fit = "", Fit.MAY
    for reading in readings:
        if found and reading.fit < fit:
            break
        fit = reading.fit
        for place in _places(index, reading):
            entry = index.entry(place)
            hit = Hit(entry, _shown(entry, reading), 100.0, Why.CODE)
            found.setdefault(entry.id, hit)
            cut = cut or reading.cut
    if not found:
        return None
    remark = Remark.NATIONAL_DIGITS if cut else None
    hits = sorted(found.values(), key=_is_group)
    return CodeHits(hits, missing=False, remark=remark, detail=cut)


def _is_group(hit: Hit) -> bool:
    """Tell whether a substance stands for several isomers: the one that bears the number first."""
    return hit.entry.kind is Kind.CHEMICAL and all(code.system != "r" for code in hit.entry.codes)


def _places(index: Index, reading: Reading) -> Iterable[int]:
    if reading.system == "cas" and not is_cas(reading.key):
        return ()
    if places := index.codes.get(reading.system, {}).get(reading.key):
        return places
    # HFC-410A is how some write R-410A: right if the blend holds that family.
    match = _FAMILY.match(reading.key) if reading.system == "family" else None
    blends = index.codes["r"].get(reading.key[match.end() :], []) if match else []
    return [place for place in blends if match and _has_family(index.entry(place), match[0])]


def _has_family(entry: Entry, family: str) -> bool:
    return isinstance(entry.facts, Blend) and family in entry.facts.classes


def _shown(entry: Entry, reading: Reading) -> str:
    for code in entry.codes:
        if (code.system, code.key) == (reading.system, reading.key):
            return code.shown
    return entry.codes[0].shown


def _missing(index: Index, readings: list[Reading]) -> CodeHits:
    """Say that there is no such code; its neighbours are suggestions, never answers."""
    hits: dict[str, Hit] = {}
    first = readings[0]
    detail, remark = first.key, Remark.NO_SUCH_CODE
    if first.system == "cas" and len(first.key) >= len("50000") and not is_cas(first.key):
        right = first.key[:-1] + cas_check_digit(first.key[:-1])
        detail, remark = cas_shown(right), Remark.CHECK_DIGIT
        for place in index.codes["cas"].get(right, []):
            entry = index.entry(place)
            hits.setdefault(entry.id, Hit(entry, detail, 90.0, Why.NEIGHBOUR))
    for reading in readings:
        for place, code, score in _near(index, reading):
            entry = index.entry(place)
            hits.setdefault(entry.id, Hit(entry, _written(entry, code), score, Why.NEIGHBOUR))
    best = sorted(hits.values(), key=lambda hit: -hit.score)[:MOST_RESULTS]
    return CodeHits(best, missing=True, remark=remark, detail=detail)


def _near(index: Index, reading: Reading) -> Iterator[tuple[int, Code, float]]:
    """Yield codes that go on where this one ends, then codes one slip away."""
    keys = index.codes.get(reading.system, {})
    longer = [key for key in keys if key.startswith(reading.key)]
    slips = process.extract(
        reading.key, keys.keys(), scorer=OSA.distance, score_cutoff=1, limit=MOST_RESULTS
    )
    scores = dict.fromkeys((key for key, _, _ in slips), 80.0)
    scores.update(dict.fromkeys(longer[:MOST_RESULTS], 85.0))
    for key, score in scores.items():
        yield keys[key][0], Code(reading.system, key, key), score


def _written(entry: Entry, code: Code) -> str:
    shown = {(one.system, one.key): one.shown for one in entry.codes}
    return shown.get((code.system, code.key), code.key)


_Same = tuple[int, Owner]  # a string and one of its owners


def by_name(index: Index, query: str) -> list[Candidate]:
    """Give the entries that bear exactly this name, the most useful first.

    Accents count once they are typed: who writes “crâne” means no crane, but who writes “crane”
    may mean either. The tones of Vietnamese must fit if they are typed.
    """
    marked = with_marks(query)
    same = [
        (string, owner)
        for string in index.names.exact(squash(query))
        for owner in index.names.owners(string)
    ]
    as_typed = [one for one in same if with_marks(one[1].text) == marked]
    best: dict[int, Candidate] = {}
    for string, owner in _meant(query, as_typed, same):
        points = _STRENGTH[owner.naming] - owner.rank
        if owner.entry not in best or best[owner.entry].points < points:
            best[owner.entry] = Candidate(owner.entry, string, owner, points, Way.EXACT, ())
    return outermost(index, sorted(best.values(), key=lambda one: order(index, one)))


def _meant(query: str, as_typed: list[_Same], same: list[_Same]) -> list[_Same]:
    if query.isascii():
        return same
    return as_typed or ([] if tones(query) else same)
