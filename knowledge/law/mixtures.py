"""Heading 3827 of the Harmonized System 2022: which subheading a mixture takes, and why."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.entries import Blend, Entry, Part, Substance

MIXTURES = "3827"
BEFORE_2022 = "38247"  # where the same mixtures stood in the edition of 2017
_SUBHEADING = 6  # digits; what follows is national

Find = Callable[[str], Entry | None]


class Group(StrEnum):
    """What the subheadings tell apart; a single substance bears its id of the base."""

    CFC = "cfc"
    HBFC = "hbfc"
    CARBON_TETRACHLORIDE = "ccl4"
    METHYL_CHLOROFORM = "methyl-chloroform"
    HALON = "halon"  # 1211, 1301 and 2402
    HCFC = "hcfc"
    LISTED_HCFC = "listed hcfc"  # of 2903.71 to 2903.75
    METHYL_BROMIDE = "methyl-bromide"
    BROMOCHLOROMETHANE = "bcm"
    HFC = "hfc"
    LISTED_HFC = "listed hfc"  # of 2903.41 to 2903.48
    HFC_23 = "hfc-23"
    HFC_32 = "hfc-32"
    HFC_125 = "hfc-125"
    HFC_134A = "hfc-134a"
    HFC_143A = "hfc-143a"
    PFC = "pfc"
    HFO = "hfo"  # of 2903.51 and 2903.59: a chlorinated olefin is none


@dataclass(frozen=True, slots=True)
class Ingredient:
    """A part of a mixture as heading 3827 sees it; `opens` tells whether it leads there at all."""

    substance: str
    percent: float  # by mass
    groups: frozenset[Group]
    opens: bool  # a halogenated derivative of methane, ethane or propane


@dataclass(frozen=True, slots=True)
class Condition:
    """What a subheading asks for: any of the groups, in percent by mass, or none of them."""

    groups: frozenset[Group]
    least: float = 0.0
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a mixture holds of what a condition speaks of."""

    condition: Condition
    found: tuple[Ingredient, ...]

    @property
    def percent(self) -> float:
        """The share by mass."""
        return sum(part.percent for part in self.found)

    @property
    def holds(self) -> bool:
        """Whether the condition is met."""
        if self.condition.absent:
            return not self.found
        return bool(self.found) and self.percent >= self.condition.least


@dataclass(frozen=True, slots=True)
class Heading:
    """The subheading of a mixture, six digits, with the findings that lead there."""

    hs: str
    grounds: tuple[Finding, ...]


class Outcome(StrEnum):
    """What a declared tariff code is to the thing declared."""

    RIGHT = "right"
    WRONG = "wrong"
    TOO_SHORT = "too short"  # right as far as it goes
    NO_SUCH_CODE = "no such code"  # not a subheading of 3827
    OUTDATED = "outdated"  # a mixture under its number of 2017
    NOT_FOR_MIXTURES = "not for mixtures"  # a mixture of 3827 declared elsewhere
    NOT_A_MIXTURE = "not a mixture"  # a single substance declared under 3827
    OUTSIDE = "outside"  # a mixture declared under 3827 without anything that leads there
    NOT_KNOWN = "not known"  # the base has nothing to judge by


@dataclass(frozen=True, slots=True)
class Assessment:
    """How a declared code fits.

    `right` is the code that fits, '' if the base has none. `grounds` are the findings behind it.
    `unmet` are the conditions of the declared subheading that do not hold; a wrong code without
    any is one that an earlier subheading goes before.
    """

    outcome: Outcome
    declared: str
    right: str = ""
    grounds: tuple[Finding, ...] = ()
    unmet: tuple[Finding, ...] = ()


def _has(*groups: Group, least: float = 0.0) -> Condition:
    return Condition(frozenset(groups), least)


_HFC = _has(Group.HFC)
_HCFC = _has(Group.HCFC)
_NO_HFO = Condition(frozenset({Group.HFO}), absent=True)

# In the order of the tariff. What its text excludes (“but not containing CFCs”, “not included in
# the subheadings above”) has been taken by an earlier line.
_SUBHEADINGS: dict[str, tuple[Condition, ...]] = {
    "382711": (_has(Group.CFC),),
    "382712": (_has(Group.HBFC),),
    "382713": (_has(Group.CARBON_TETRACHLORIDE),),
    "382714": (_has(Group.METHYL_CHLOROFORM),),
    "382720": (_has(Group.HALON),),
    "382731": (_HCFC, _has(Group.LISTED_HFC)),
    "382732": (_has(Group.LISTED_HCFC),),
    "382739": (_HCFC,),
    "382740": (_has(Group.METHYL_BROMIDE, Group.BROMOCHLOROMETHANE),),
    "382751": (_has(Group.HFC_23),),
    "382759": (_has(Group.PFC),),
    "382761": (_has(Group.HFC_143A, least=15),),
    "382762": (_has(Group.HFC_125, least=55), _NO_HFO),
    "382763": (_has(Group.HFC_125, least=40),),
    "382764": (_has(Group.HFC_134A, least=30), _NO_HFO),
    "382765": (_has(Group.HFC_32, least=20), _has(Group.HFC_125, least=20)),
    "382768": (_has(Group.LISTED_HFC),),
    "382769": (_HFC,),
    "382790": (),
}
SUBHEADINGS = tuple(_SUBHEADINGS)

_FAMILIES = {
    "CFC": Group.CFC,
    "HBFC": Group.HBFC,
    "HCFC": Group.HCFC,
    "HFC": Group.HFC,
    "PFC": Group.PFC,
}
_BY_TARIFF = (
    (re.compile("29034[1-8]"), Group.LISTED_HFC),
    (re.compile("29035."), Group.HFO),
    (re.compile("29037[1-5]"), Group.LISTED_HCFC),
    (re.compile("290376"), Group.HALON),
)
_SINGLE = {group.value: group for group in Group}
_ATOMS = re.compile(r"(Cl|Br|[CHFI])(\d*)")
_LONGEST_CHAIN = 3  # propane


def ingredients(parts: Iterable[Part], find: Find) -> tuple[Ingredient, ...]:
    """Give the parts of a mixture with what the base knows of each.

    A part that the base does not know, such as a lubricant, belongs to no group.
    """
    return tuple(_ingredient(part, find(part.substance)) for part in parts)


def heading(parts: Sequence[Ingredient]) -> Heading | None:
    """Give the subheading of a mixture; None if no part of it leads to heading 3827."""
    if not any(part.opens for part in parts):
        return None
    for hs, conditions in _SUBHEADINGS.items():
        findings = _findings(conditions, parts)
        if all(finding.holds for finding in findings):
            return Heading(hs, findings)
    raise AssertionError("the last subheading asks for nothing")


def fits(entry: Entry, declared: str, find: Find) -> Assessment:
    """Tell how a declared tariff code fits a blend or a single substance.

    Args:
        entry: the thing declared; nothing is known of anything but a blend or a substance.
        declared: the digits of the code, without dots; those after the sixth are not looked at.
        find: gives the entry of an id, for the parts of a blend.
    """
    match entry.facts:
        case Blend() as blend:
            return _mixture_fits(ingredients(blend.parts, find), declared[:_SUBHEADING])
        case Substance():
            return _substance_fits(_tariff(entry), declared[:_SUBHEADING])
        case _:
            return Assessment(Outcome.NOT_KNOWN, declared[:_SUBHEADING])


def _mixture_fits(parts: Sequence[Ingredient], declared: str) -> Assessment:
    right = heading(parts)
    if right is None:
        outside = declared.startswith((MIXTURES, BEFORE_2022))
        return Assessment(Outcome.OUTSIDE if outside else Outcome.NOT_KNOWN, declared)
    unmet: tuple[Finding, ...] = ()
    if declared == right.hs:
        outcome = Outcome.RIGHT
    elif right.hs.startswith(declared):
        outcome = Outcome.TOO_SHORT
    elif declared.startswith(BEFORE_2022):
        outcome = Outcome.OUTDATED
    elif not declared.startswith(MIXTURES):
        outcome = Outcome.NOT_FOR_MIXTURES
    elif any(hs.startswith(declared) for hs in SUBHEADINGS):
        outcome = Outcome.WRONG
        findings = _findings(_SUBHEADINGS.get(declared, ()), parts)
        unmet = tuple(finding for finding in findings if not finding.holds)
    else:
        outcome = Outcome.NO_SUCH_CODE
    return Assessment(outcome, declared, right.hs, right.grounds, unmet)


def _substance_fits(own: str, declared: str) -> Assessment:
    if declared.startswith((MIXTURES, BEFORE_2022)):
        return Assessment(Outcome.NOT_A_MIXTURE, declared, own)
    if not own:
        return Assessment(Outcome.NOT_KNOWN, declared)
    if declared == own:
        return Assessment(Outcome.RIGHT, declared, own)
    short = own.startswith(declared)
    return Assessment(Outcome.TOO_SHORT if short else Outcome.WRONG, declared, own)


def _findings(conditions: Iterable[Condition], parts: Sequence[Ingredient]) -> tuple[Finding, ...]:
    return tuple(
        Finding(condition, tuple(part for part in parts if part.groups & condition.groups))
        for condition in conditions
    )


def _ingredient(part: Part, entry: Entry | None) -> Ingredient:
    if entry is None or not isinstance(entry.facts, Substance):
        return Ingredient(part.substance, part.percent, frozenset(), opens=False)
    groups = {_SINGLE[entry.id]} if entry.id in _SINGLE else set()
    for code in entry.codes:
        family = code.shown.split("-")[0]
        if code.system == "family" and family in _FAMILIES:
            groups.add(_FAMILIES[family])
    hs = _tariff(entry)
    groups |= {group for form, group in _BY_TARIFF if form.fullmatch(hs)}
    return Ingredient(entry.id, part.percent, frozenset(groups), _opens(entry.facts.formula))


def _tariff(entry: Entry) -> str:
    own = [link.to.removeprefix("hs-") for link in entry.links if link.relation == "tariff"]
    return own[0] if own else ""


def _opens(formula: str) -> bool:
    """Tell whether a formula is that of a halogenated derivative of methane, ethane or propane."""
    if not re.fullmatch(f"(?:{_ATOMS.pattern})+", formula):
        return False
    atoms = dict.fromkeys(("C", "H", "halogen"), 0)
    for sign, count in _ATOMS.findall(formula):
        atoms[sign if sign in "CH" else "halogen"] += int(count or 1)
    saturated = atoms["H"] + atoms["halogen"] == 2 * atoms["C"] + 2
    return saturated and 1 <= atoms["C"] <= _LONGEST_CHAIN and atoms["halogen"] > 0
