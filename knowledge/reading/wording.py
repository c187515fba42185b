"""How a text is read for comparison: case, accents, scripts, look-alikes and marks put aside."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 256  # letters of a query that are looked at; no name here is longer than half of it

_LETTER_FORMS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ة": "ه",
        "ـ": "",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ʼ": "",  # what is left of ŉ
    }
)
# Letters of other scripts that look like Latin ones; used only where a word mixes scripts.
_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіѕјԁһԛԝαβεικνορτυχАВЕКМНОРСТУХІЅЈԀҺԚԜΑΒΕΙΚΝΟΡΤΥΧ",
    "abekmhopctyxisjdhqwabeiknoptuxABEKMHOPCTYXISJDHQWABEIKNOPTYX",
)
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_NO_DIGIT = re.compile(r"\D+")
_ASCII_BREAK = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Give the words of a text in their comparable form, parted by single spaces."""
    text = _APOSTROPHES.sub("", text)
    if text.isascii():
        return _ASCII_BREAK.sub(" ", text.lower()).strip()
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not _is_accent(sign))
    text = unicodedata.normalize("NFC", text.translate(_LETTER_FORMS))
    text = "".join(sign if _belongs(sign) else _gap(sign) for sign in text)
    return " ".join(map(one_script, text.split()))


def squash(text: str) -> str:
    """Give a folded text without its spaces: the form in which names are compared exactly."""
    return fold(text).replace(" ", "")


def clean(text: str) -> str:
    """Give a query as it is worked on: no control or direction marks, not too long."""
    kept = (
        sign if _gap(sign) == "" or unicodedata.category(sign) != "Cc" else " "
        for sign in text[: 20 * LONGEST]
    )
    return " ".join("".join(sign for sign in kept if unicodedata.category(sign) != "Cf").split())[
        :LONGEST
    ]


def digits(text: str) -> str:
    """Give the digits of a folded text; names that differ in them are different things."""
    return _NO_DIGIT.sub("", text)


def _is_accent(sign: str) -> bool:
    point = ord(sign)
    return (
        0x0300 <= point <= 0x036F  # Latin, Greek, Cyrillic
        or 0x064B <= point <= 0x065F  # Arabic vowel signs
        or 0x0591 <= point <= 0x05C7  # Hebrew points
        or point == 0x0670
    )


@lru_cache(maxsize=4096)
def _belongs(sign: str) -> bool:
    # Vowel signs of Thai and Indic scripts are marks, not letters, and part of the word.
    return unicodedata.category(sign)[0] in "LNM"


@lru_cache(maxsize=4096)
def _gap(sign: str) -> str:
    return "" if unicodedata.category(sign) == "Cf" else " "


def one_script(word: str) -> str:
    """Read look-alike letters as Latin where a word holds Latin letters or digits too."""
    if word.isascii() or not any(sign.isascii() for sign in word):
        return word
    return word.translate(_LOOK_ALIKES)
