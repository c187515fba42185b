"""The same word in other scripts: simplified for traditional signs, one kana, pinyin."""

import re
from collections.abc import Iterator
from functools import cache

from opencc import OpenCC

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_ALL_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_SHORTEST_PINYIN = 5  # letters; shorter ones mean a hundred things
_KATAKANA = {point: point - 0x60 for point in range(0x30A1, 0x30F7)}  # ァ–ヶ to ぁ–ゖ


def one_kana(text: str) -> str:
    """Write katakana as hiragana: the same sounds, and people type either."""
    return text.translate(_KATAKANA)


def simplified(text: str) -> str:
    """Write traditional Chinese signs in their simplified form; other text stays as it is."""
    return _converter().convert(text) if HAN.search(text) else text


def spellings(name: str, lang: str) -> Iterator[str]:
    """Yield a name as it is written, and a Chinese one also in pinyin without tones."""
    yield name
    if lang == "zh" and _ALL_HAN.fullmatch(name):
        # Only building needs it, and it takes longer to import than an index to open.
        from pypinyin import lazy_pinyin  # noqa: PLC0415

        pinyin = " ".join(lazy_pinyin(name, v_to_u=False))
        if len(pinyin.replace(" ", "")) >= _SHORTEST_PINYIN and pinyin.isascii():
            yield pinyin


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
