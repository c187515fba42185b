"""Recognising codes: which code a text can be, in every spelling; a code is checked, never bent."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from knowledge.reading.wording import one_script


class Fit(IntEnum):
    """How far the form of a text says that it is this code."""

    MAY = 0  # bare digits: so are other codes
    SUITS = 1  # parted as this code is; another one may be
    SAYS = 2  # a prefix or a form that no other code has


@dataclass(frozen=True, slots=True)
class Reading:
    """A code that a text may be; `cut` holds national digits that are not looked at."""

    system: str
    key: str
    fit: Fit
    cut: str = ""


_PARTED = re.compile(r"[\s\-‐-―./_]+")
_LIKE_DIGITS = str.maketrans("OoIl|", "00111")
_ROMAN = {"1": "I", "2": "II", "3": "III"}

# What people write before and after a code; the value is the system that it names.
_BEFORE = re.compile(
    r"""^(?:
      (?P<cas>cas(?:\s*(?:rn|reg|registry))?)
    | (?P<hs>h\.?\s?s\.?|hts|hsn|taric|tariff|cn|ncm|sh|тн\s?вэд)
    | (?P<un>u\.?n\.?|onu|оон)(?=[\s.:#-]*(?:no|nr|n[°º]|number)?[\s.:#-]*[\dOoIl]{4}\b)
    | (?P<eu>ewc|low|eu\s?waste|eu\s?list|avv|cer|ler)
    | (?P<basel>basel|bâle|basilea|базель)
    | (?P<oecd>oecd|ocde)
    | code|codigo|código|код
    )[\s:.\#-]*(?:(?:code|no|nr|n[°º]|number|heading|num)[\s:.\#-]*)*""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    r"(?<=[\dOoIl*])[\s:,-]+(?:basel|b[âa]le|oecd|ocde|code|codes|waste|list|recycling|recovery|"
    r"disposal|hazard)$",
    re.IGNORECASE,
)
_GAS_WORDS = re.compile(
    r"\b(?:refrigerants?|gas|cylinders?|bottles?|refrigerante|frigorig[eè]ne|gaz|газ)\b",
    re.IGNORECASE,
)
_EVENT = r"[A-Z0-9]{2,4}-[A-Z0-9]{4,8}-\d"
_UNPARTED_EVENT = re.compile(r"[A-Z]{2,4}(?=(?:[A-Z]*\d){4})[A-Z0-9]{5,9}", re.IGNORECASE)
# Freon in other scripts, and the Cyrillic letter that sounds like R before a number.
_FREON = re.compile(r"фреон|хладон|氟利昂|フロン|فريون|^р(?=[\s-]?\d)", re.IGNORECASE)
_LMO = re.compile(rf"{_EVENT}(?:[\sX×]+{_EVENT})*")
_OECD = re.compile(r"(?:G[A-HN]|A[A-D]|RB|BEU|EU)\d{2,4}")
_CITES_LETTER = re.compile(
    r"(source|purpose|term|unit)(?:\s+code)?\s+([A-Z0-9]{1,3})", re.IGNORECASE
)
_ANNOTATION = re.compile(r"(?:#|annotation\s*#?|anotación\s*#?)\s*(\d{1,2})", re.IGNORECASE)
_APPENDIX = re.compile(
    r"(?:cites\s*)?(?:app(?:endix|endice|\.)?|apéndice|annexe\s+cites)\s*(III|II|I|[123])"
    r"|cites\s*(III|II|I|[123])",
    re.IGNORECASE,
)


def read(text: str) -> list[Reading]:
    """Give every code that the whole text can be; if its form says which, that one alone."""
    text = unicodedata.normalize("NFKC", text).replace("Ø", "0").replace("ø", "0").strip()
    text = "".join(str(unicodedata.digit(sign, sign)) for sign in text)
    hint = ""
    if match := _BEFORE.match(text):
        hint = match.lastgroup or ""
        text = text[match.end() :]
    text = _AFTER.sub("", _FREON.sub("R ", text))
    body = one_script(_GAS_WORDS.sub(" ", text).strip(" \t:;,!?\"'“”«»()[]"))
    if not body:
        return []
    found = list(dict.fromkeys(_readings(body, hint)))
    said = [reading for reading in found if reading.fit is Fit.SAYS]
    return said or sorted(found, key=lambda reading: -reading.fit)


def cas_check_digit(number: str) -> str:
    """Give the right last digit for a CAS number written as digits only, its own last left out."""
    return str(sum(place * int(digit) for place, digit in enumerate(reversed(number), 1)) % 10)


def is_cas(number: str) -> bool:
    """Tell whether the last of the digits is the right check digit."""
    return cas_check_digit(number[:-1]) == number[-1]


def cas_shown(number: str) -> str:
    """Write the digits of a CAS number with its hyphens."""
    return f"{number[:-3]}-{number[-3:-1]}-{number[-1]}"


def _readings(body: str, hint: str) -> Iterator[Reading]:
    if match := _ANNOTATION.fullmatch(body):
        yield Reading("annotation", str(int(match[1])), Fit.SAYS)
    if match := _APPENDIX.fullmatch(body):
        numeral = (match[1] or match[2]).upper()
        yield Reading("annex", f"CITES{_ROMAN.get(numeral, numeral)}", Fit.SAYS)
    if match := _CITES_LETTER.fullmatch(body):
        yield Reading(f"cites {match[1].lower()}", match[2].upper(), Fit.SAYS)
    if _LMO.fullmatch(body.upper()):
        key = "".join(sign for sign in body.upper() if sign.isalnum() and sign != "×")
        yield Reading("lmo", lmo_key(key), Fit.SAYS)
    joined = _PARTED.sub("", body)
    if _UNPARTED_EVENT.fullmatch(joined):
        yield Reading("lmo", lmo_key(joined), Fit.MAY)
    yield from _refrigerants(joined)
    yield from _lettered(joined)
    number = joined.rstrip("*").translate(_LIKE_DIGITS)
    if number.isdigit() and any(sign.isdigit() for sign in body):
        yield from _numbers(body.translate(_LIKE_DIGITS), number, hint)


def lmo_key(squeezed: str) -> str:
    """Read the letter O and the sign Ø of an OECD identifier as zero."""
    return squeezed.upper().replace("O", "0")


def _lettered(joined: str) -> Iterator[Reading]:
    """Codes of Basel and the OECD and the operations: letters, then digits."""
    upper = joined.upper()
    for letters in (1, 2, 3):
        code = upper[:letters] + joined[letters:].translate(_LIKE_DIGITS)
        if not code[letters:].isdigit():
            continue
        if letters == 1 and code[0] in "AB" and len(code) == len("A1010"):
            yield Reading("basel", code, Fit.SAYS)
        if letters == 1 and code[0] == "Y" and len(code) <= len("Y49"):
            yield Reading("basel", f"Y{int(code[1:])}", Fit.SAYS)
        if letters == 1 and code[0] in "DR" and len(code) <= len("R13"):
            yield Reading(
                "operation",
                f"{code[0]}{int(code[1:])}",
                Fit.SAYS if int(code[1:]) < 10 else Fit.MAY,
            )
        if letters == 1 and code[0] == "H" and len(code) <= len("H41"):
            yield Reading("hazard", code, Fit.MAY)
        if letters > 1 and _OECD.fullmatch(code):
            yield Reading("oecd", code, Fit.SAYS)


def _numbers(body: str, number: str, hint: str) -> Iterator[Reading]:
    """Give what a run of digits can be; how it is parted, or what stands before it, decides."""
    groups = [len(group.rstrip("*")) for group in _PARTED.split(body.strip("*. "))]
    star, size = "*" in body, len(number)
    if hint == "cas" or (5 <= size <= 10 and groups[-2:] == [2, 1] and len(groups) == 3):
        yield Reading("cas", number, Fit.SAYS)
    elif 5 <= size <= 10 and is_cas(number):
        yield Reading("cas", number, Fit.MAY)
    if hint == "un" or (size == 4 and not hint and len(groups) == 1):
        yield Reading("un", number, Fit.SAYS if hint == "un" else Fit.MAY)
    pairs = size == 6 and groups in ([2, 2, 2], [2, 4])
    if hint in ("", "eu") and size in (2, 4, 5, 6):
        fit = Fit.SAYS if hint or star else Fit.SUITS if pairs else Fit.MAY
        yield Reading("eu", number.zfill(6) if size == 5 else number, fit)
    if hint in ("", "hs") and 2 <= size <= 12 and size != 3 and not star:
        # 507.10 and 50710 have lost the zero of 0507.10, 2903.7 has not.
        lost_zero = groups[0] % 2 and (size % 2 or len(groups) == 2)
        whole = f"0{number}" if lost_zero else number
        dotted = "." in body and groups[0] == len("2903")
        yield Reading("hs", whole[:6], Fit.SAYS if hint or dotted else Fit.MAY, whole[6:])


def _refrigerants(joined: str) -> Iterator[Reading]:
    """R-numbers and the families of names that carry one, however they are written."""
    head = _HEAD.match(joined)
    family = head[0].upper() if head else ""
    rest = re.sub(r"[()]", "", joined[len(family) :])
    number = rest.translate(_LIKE_DIGITS).upper()
    if not re.fullmatch(r"C?\d{1,4}(?:[A-Z]{0,3}\d?)?", number) or not re.search(r"\d{2}", number):
        return
    if not family and number.isdigit() and len(number) > 3:
        return
    if not family or family in _JUST_R:
        fit = Fit.SAYS if family == "R" and number not in _ALSO_OPERATIONS else Fit.MAY
        yield Reading("r", number, fit)
    else:
        yield Reading("family", family + number, Fit.SAYS)


_JUST_R = ("R", "F", "FC", "FREON", "FRÉON", "FREÓN")
_HEAD = re.compile(
    rf"(?:{'|'.join(_JUST_R[3:])}|HCFC|CFC|HFC|HFO|HCFO|HBFC|HC|PFC|HALON|FC|R|F)(?=[C\dOIl|(])",
    re.IGNORECASE,
)
_ALSO_OPERATIONS = frozenset({"10", "11", "12", "13"})
