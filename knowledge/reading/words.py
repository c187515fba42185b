"""The words of a text as they are compared: without endings; unspaced scripts sign by sign."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from Stemmer import Stemmer

# Scripts that put no spaces between words: Thai, kana, Chinese signs, and Korean, whose
# particles hang on to the word.
UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARTICLES = re.compile(r"^(?:وال|بال|كال|فال|لل|ال)(?=.{3})")
LATIN = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "de": "german",
    "it": "italian",
    "nl": "dutch",
}
_SHORTEST_STEM = 4  # letters; shorter words stay as they are


def word_keys(folded: str, lang: str) -> list[str]:
    """Give the keys under which the words of a folded name in a language are filed."""
    return list(dict.fromkeys(key for word in folded.split() for key in _keys(word, lang)))


def asked_keys(word: str, langs: Collection[str] = ()) -> tuple[str, ...]:
    """Give every key that a word of a question can be filed under, in these languages or in any."""
    if UNSPACED.match(word):
        return (word,)
    if _CYRILLIC.match(word) or _ARABIC.match(word):
        return tuple(_keys(word, ""))
    spoken = [lang for lang in LATIN if not langs or lang in langs]
    return tuple(dict.fromkeys(key for lang in (*spoken, "la") for key in _keys(word, lang)))


def asked_words(folded: str) -> list[str]:
    """Give the words of a folded question: signs of unspaced scripts by twos, the rest whole."""
    found: list[str] = []
    for word in folded.split():
        found += _twos(word) if UNSPACED.match(word) else [word]
    return list(dict.fromkeys(found))


def _keys(word: str, lang: str) -> Iterator[str]:
    if UNSPACED.match(word):
        yield from _twos(word)
    elif _CYRILLIC.match(word):
        yield _stem(word, "russian")
    elif _ARABIC.match(word):
        yield _stem(_ARTICLES.sub("", word), "arabic")
    else:
        yield _stem(word, LATIN.get(lang, ""))


def _twos(word: str) -> list[str]:
    return [word[place : place + 2] for place in range(max(1, len(word) - 1))]


@lru_cache(maxsize=1 << 17)
def _stem(word: str, language: str) -> str:
    if not language or len(word) < _SHORTEST_STEM:
        return word
    return str(_stemmer(language).stemWord(word))


@cache
def _stemmer(language: str) -> Stemmer:
    return Stemmer(language)
