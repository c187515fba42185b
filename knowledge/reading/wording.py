"""How a text is read for comparison: case, accents, scripts, look-alikes and marks put aside."""

import re
import unicodedata
from functools import lru_cache

from knowledge.reading.scripts import one_kana, simplified

LONGEST = 256  # letters of a query that are looked at; no name here is longer than half of it

_LETTER_FORMS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیۍ", "ي"),
        "ک": "ك",
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
_TAG = re.compile(r"\s*\[[^\W\d][^\]\d]*\]?$")
_ASCII_SIGN = re.compile("[a-z0-9]")
_TONES = re.compile("[\u1ea0-\u1ef9đĐơƠưƯăĂ]")
_BETWEEN = re.compile(r"[\W_]+")
_NO_DIGIT = re.compile(r"\D+")
_ASCII_BREAK = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Give the words of a text in their comparable form, parted by single spaces."""
    text = _APOSTROPHES.sub("", text)
    if text.isascii():
        return _ASCII_BREAK.sub(" ", text.lower()).strip()
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    text = simplified(unicodedata.normalize("NFC", text.translate(_SIGNS)))
    words = text.split()
    return " ".join(map(one_script, words) if _ASCII_SIGN.search(text) else words)


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


def tones(text: str) -> str:
    """Give a text in lower case with its marks if they are the tones of Vietnamese, else nothing.

    There đá vôi is limestone and da voi is elephant skin; who types the marks means them.
    """
    return with_marks(text) if _TONES.search(unicodedata.normalize("NFC", text)) else ""


def with_marks(text: str) -> str:
    """Give the letters and digits of a text in lower case, with their marks."""
    return _BETWEEN.sub("", unicodedata.normalize("NFC", text).casefold())


def untagged(query: str) -> str:
    """Drop a tag in brackets behind a name: “[french]”, “[iso]”."""
    return _TAG.sub("", query) or query


def digits(text: str) -> str:
    """Give the digits of a folded text; names that differ in them are different things."""
    return _NO_DIGIT.sub("", text)


class _Signs(dict[int, str | None]):
    """What each sign of a decomposed text becomes; worked out once a sign."""

    def __missing__(self, point: int) -> str | None:
        sign = chr(point)
        if _is_accent(point):
            became: str | None = None
        elif (form := _LETTER_FORMS.get(point)) is not None:
            became = form
        # Vowel signs of Thai and Indic scripts are marks, not letters, and part of the word.
        elif unicodedata.category(sign)[0] in "LNM":
            became = one_kana(sign)
        else:
            became = _gap(sign)
        self[point] = became
        return became


def _is_accent(point: int) -> bool:
    return (
        0x0300 <= point <= 0x036F  # Latin, Greek, Cyrillic
        or 0x064B <= point <= 0x065F  # Arabic vowel signs
        or 0x0591 <= point <= 0x05C7  # Hebrew points
        or point == 0x0670
    )


@lru_cache(maxsize=4096)
def _gap(sign: str) -> str:
    return "" if unicodedata.category(sign) == "Cf" else " "


_SIGNS = _Signs()


def one_script(word: str) -> str:
    """Read look-alike letters as Latin where a word holds Latin letters or digits too."""
    if word.isascii() or not any(sign.isascii() for sign in word):
        return word
    return word.translate(_LOOK_ALIKES)
