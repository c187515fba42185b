"""What a question may hold besides a thing: an amount, a declared tariff code, several things."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from knowledge.entries import Blend, Entry, Substance
from knowledge.reading.wording import clean

MOST_THINGS = 5
MOST_KILOGRAMS = Decimal(10) ** 9
_THREE_DIGITS = Context(prec=3, rounding=ROUND_HALF_UP)
_KILOGRAMS_IN_A_TONNE = 1000

# “ton” is left out: a tonne, a short or a long ton.
_KILOGRAMS = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos"), Decimal(1)),
    **dict.fromkeys(("kilogram", "kilograms", "kilogramme", "kilogrammes"), Decimal(1)),
    **dict.fromkeys(("g", "gram", "grams", "gramme", "grammes"), Decimal("0.001")),
    **dict.fromkeys(("t", "mt", "tonne", "tonnes"), Decimal(1000)),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), Decimal("0.45359237")),
    **dict.fromkeys(("oz", "ounce", "ounces"), Decimal("0.028349523125")),
}
_UNIT = "|".join(sorted(_KILOGRAMS, key=len, reverse=True))
_NUMBER = r"""(?:
      \d{1,3}(?:[ ]\d{3})+(?:[.,]\d{1,6})?                            # 1 250 and 1 250,5
    | \d{1,3}(?:,\d{3})+\.\d{1,6} | \d{1,3}(?:\.\d{3})+,\d{1,6}       # 1,250.5 and 1.250,5
    | \d{1,3}(?:,\d{3}){2,} | \d{1,3}(?:\.\d{3}){2,}                  # 1,250,000
    | \d{1,12}(?:[.,]\d{1,6})?                                        # 13.6 and 13,6
)"""
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # 1,250: one and a quarter, or a thousand and more
_CONTAINER = """(?:cylinder|bottle|drum|canister|can|tank|bag|sack|box|carton|barrel|pallet
    |cylindre|bouteille|fût|fut|bidon|sac|caisse|boîte|boite|cartouche|baril|palette)"""
_COUNT = r"(?P<count>\d{1,5})"
_MASS = rf"(?P<number>{_NUMBER})\s?(?P<unit>{_UNIT})(?=[\s,:;./×*)]|x\s?\d|$)"
_FORMS = (
    rf"{_COUNT}\s?[x×*]\s?{_MASS}(?:\s{_CONTAINER}(?:e?s)?\b)?",  # 2 x 13.6 kg
    rf"{_COUNT}\s{_CONTAINER}(?:e?s)?\s?(?:\bof\b|\bde\b|\bà|[x×*@])\s?{_MASS}",
    rf"{_COUNT}\s{_CONTAINER}(?:e?s)?,?\s{_MASS}\s(?:each|chacune?)\b",
    rf"{_MASS}\s?[x×*]\s?{_COUNT}(?![\w.,])",  # 13.6 kg x 2
    _MASS,
)
_FLAGS = re.IGNORECASE | re.VERBOSE
_BEFORE = r"(?:{})(?:\s?[,:.–-](?=\s|$)|\s|$)\s*(?:(?:of|de)\s|d['’])?(?P<thing>.*)"
_AFTER = r"(?P<thing>.+?)[,:]?\s(?:[–-]\s)?(?:{})\.?"
# What is left beside a mass when the reading may have missed a count or a second amount.
_MISREAD = rf"""
      (?<!\w){_NUMBER}\s?(?:{_UNIT})(?!\w)
    | (?<![\w-])\d+\s(?:\S+\s)?{_CONTAINER}(?:e?s)?(?!\w)
"""
_MISREAD_BEHIND = re.compile(
    rf"""{_MISREAD}
    | ^{_CONTAINER}e?s(?!\w)
    | ^(?:/|(?:per|par|each|chacune?|every|chaque)(?!\w))
    | ^[x×*](?:[\s\d]|$)
    """,
    _FLAGS,
)
_MISREAD_AHEAD = re.compile(
    rf"""{_MISREAD}
    | (?<!\w){_CONTAINER}e?s$
    | (?<!\w)(?:of|de|à|at|per|par|in|dans|@|/|than|exceeding|over|under|about|circa|environ)$
    | (?:^|[\s\d])[x×*]$
    """,
    _FLAGS,
)
_AMOUNTS = tuple(
    (re.compile(place.format(form), _FLAGS), misread)
    for form in _FORMS
    for place, misread in ((_BEFORE, _MISREAD_BEHIND), (_AFTER, _MISREAD_AHEAD))
)
# After one of these “22 250 kg” may be 250 kg of number 22.
_WANTS_DIGITS = re.compile(
    r"(?<!\w)(?:r|cfc|hcfc|hfc|hfo|hcfo|hbfc|pfc|hc|halon|freon|refrigerant|gas|gaz"
    r"|un|hs|sh|cas|y|a|b)-?$",
    re.IGNORECASE,
)

_STRONG = r"(?:declared|déclarée?s?|h\.?s|s\.?h|hts|hsn|taric|tariff|cn|ncm)(?![^\W\d_])"
_WEAK = r"(?:as|under|in|comme|sous|code|heading|position|no|n[°º])(?![^\W\d_])"
# No two ways to read a text in here: a long line of markers would take for ever.
_MARKER = rf"(?<!\w)(?:{_WEAK}[\s.:#-]*)*{_STRONG}[\s.:#-]*(?:(?:{_WEAK}|{_STRONG})[\s.:#-]*)*"
_MARKED = r"\d{2}\.?\d{2}(?:\.?\d{2}){0,3}"
_MARKED_LAST = r"\d{2}\.?\d{2}(?:[.\s]?\d{2}){0,3}"  # before a thing a space ends the code
_BARE = r"(?:\d{4}\.\d{2}|3827\d{2})(?:\.?\d{2}){0,2}"
_END = rf"(?!\w)(?!\.\d)(?!\s(?:{_UNIT})(?!\w))"
_DECLARED = (
    re.compile(
        rf"(?:{_MARKER}(?P<hs>{_MARKED})|(?P<bare>{_BARE})){_END}[\s,:)–-]+(?P<thing>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:(?:declared|déclarée?s?)\s)?(?P<thing>.*?[^\s,:(–-])[\s,:(–-]+"
        rf"(?:{_MARKER}(?P<hs>{_MARKED_LAST})|(?:{_WEAK}\s)?(?P<bare>{_BARE})){_END}[\s.)]*",
        re.IGNORECASE,
    ),
)
_NO_THING = re.compile(  # the marker alone, or a second code
    rf"^(?:{_WEAK}|{_STRONG}|[\s.:#-])+$|(?<![\w.])\d{{4}}\.\d{{2}}(?!\d)", re.IGNORECASE
)

_SEMICOLON = re.compile("[;；]")
_COMMA = re.compile(r"(?<!\d),|,(?!\d)|[，、]")  # not inside 1,5 or 1,1,1,2-


@dataclass(frozen=True, slots=True)
class Amount:
    """A mass in kilograms, and the text of what it is of; '' if that stands elsewhere."""

    kilograms: Decimal
    thing: str


@dataclass(frozen=True, slots=True)
class Declared:
    """The digits of a declared tariff code, four to ten, and the text of what was declared."""

    hs: str
    thing: str


@dataclass(frozen=True, slots=True)
class Emissions:
    """What an amount would do in the air, in tonnes; None where the base has no factor."""

    co2e_tonnes: Decimal | None
    odp_tonnes: Decimal | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The things of a message, at least one, and how many more were left out."""

    things: tuple[str, ...]
    left_out: int


def read_amount(text: str) -> Amount | None:
    """Read a mass before or after a thing; None where there is none or where it may be another.

    A number needs a unit. “1,250 kg” and “1.250 kg” are not read, since they mean a thousandfold
    more to some people than to others, nor is a mass beside uncounted cylinders. The mass is
    exact, above 0 and at most a million tonnes. Ask for the whole text first: “Phorate 10G” is
    the name of a pesticide.
    """
    text = _tidy(text)
    for pattern, misread in _AMOUNTS:
        if match := pattern.fullmatch(text):
            return None if misread.search(_thing(match)) else _amount(match)
    return None


def read_declared(text: str) -> Declared | None:
    """Read a tariff code before or after a thing: marked as one, dotted (3827.63) or of 3827."""
    text = _tidy(text)
    for pattern in _DECLARED:
        if match := pattern.fullmatch(text):
            thing = _thing(match)
            if not _says_something(thing) or _NO_THING.search(thing):
                return None
            code = match["hs"] or match["bare"]
            return Declared("".join(sign for sign in code if sign.isdecimal()), thing)
    return None


def emissions(entry: Entry, amount: Amount) -> Emissions:
    """Give the CO2 equivalent and the ODP tonnes of an amount of a substance or a blend.

    Each is rounded half up to three significant digits. A substance has the factors of its
    Montreal control, a blend those of its own row; a factor of 0 gives 0.
    """
    match entry.facts:
        case Substance(controls=controls):
            for control in controls:
                if control.instrument == "montreal":
                    return _emissions(amount, control.gwp, control.odp)
        case Blend(gwp=gwp, odp=odp):
            return _emissions(amount, gwp, odp)
        case _:
            pass
    return Emissions(None, None)


def split(text: str, is_exact: Callable[[str], bool]) -> Parts:
    """Part a message into its things: lines, semicolons, and commas if every part hits exactly.

    What hits exactly as a whole is not parted, nor are the digits of 1,5 and 1,1,1,2-.

    Args:
        text: the message.
        is_exact: tells whether a text by itself is the name or code of something.
    """
    things: list[str] = []
    for line in text.splitlines():
        pieces = _SEMICOLON.split(line)
        if len(pieces) > 1 and is_exact(line.strip()):
            pieces = [line]
        for piece in pieces:
            things += _by_commas(piece.strip(), is_exact)
    things = [thing for thing in things if _says_something(thing)] or [text.strip()]
    return Parts(tuple(things[:MOST_THINGS]), max(0, len(things) - MOST_THINGS))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFKC", clean(text))


def _says_something(thing: str) -> bool:
    return any(sign.isalnum() for sign in thing)


def _thing(match: re.Match[str]) -> str:
    return match["thing"].strip(" ,:–")


def _amount(match: re.Match[str]) -> Amount | None:
    thing, number = _thing(match), _number(match["number"])
    if number is None or (" " in match["number"] and _WANTS_DIGITS.search(thing)):
        return None
    count = int(match.groupdict().get("count") or 1)
    kilograms = number * count * _KILOGRAMS[match["unit"].lower()]
    if not 0 < kilograms <= MOST_KILOGRAMS:
        return None
    return Amount(kilograms, thing if _says_something(thing) else "")


def _number(text: str) -> Decimal | None:
    if _EITHER.fullmatch(text):
        return None
    text = text.replace(" ", "")
    last = max(text.rfind("."), text.rfind(","))
    if last < 0 or text.count(text[last]) > 1:
        return Decimal(re.sub("[.,]", "", text))
    whole = re.sub("[.,]", "", text[:last])
    return Decimal(f"{whole}.{text[last + 1 :]}")


def _emissions(amount: Amount, gwp: float | None, odp: float | None) -> Emissions:
    return Emissions(_tonnes(amount, gwp), _tonnes(amount, odp))


def _tonnes(amount: Amount, factor: float | None) -> Decimal | None:
    if factor is None:
        return None
    tonnes = amount.kilograms * Decimal(str(factor)) / _KILOGRAMS_IN_A_TONNE
    return Decimal(f"{_THREE_DIGITS.normalize(tonnes):f}")  # 28400, not 2.84E+4


def _by_commas(piece: str, is_exact: Callable[[str], bool]) -> list[str]:
    parts = [part.strip() for part in _COMMA.split(piece) if part.strip()]
    if len(parts) > 1 and not is_exact(piece) and all(map(is_exact, parts)):
        return parts
    return [piece]
