"""How phones and tired people misspell: a noise model for names, to fit the chances on."""

import random

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = (
    ("ph", "f"), ("y", "i"), ("c", "k"), ("k", "c"), ("s", "z"), ("th", "t"), ("ae", "e"),
    ("oe", "e"), ("ou", "u"), ("ll", "l"), ("ss", "s"), ("rr", "r"), ("qu", "k"), ("x", "ks"),
    ("v", "b"), ("ch", "sh"), ("ei", "ie"), ("ii", "i"),
)  # fmt: skip
_MOST_SLIPS = 3
_SELDOM = 0.1


def misspell(name: str, chance: random.Random) -> str:
    """Give a name with one to three slips, now and then in capitals or without its spaces."""
    slips = chance.choices(range(1, _MOST_SLIPS + 1), weights=(60, 30, 10))[0]
    text = name.lower()
    for _ in range(slips if len(text) > len("short") else 1):
        text = _slip(text, chance)
    if chance.random() < _SELDOM:
        text = text.upper()
    if chance.random() < _SELDOM:
        text = text.replace(" ", "")
    return text


def _slip(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    letter = text[place]
    match chance.randrange(7):
        case 0:
            return text[:place] + text[place + 1 :]
        case 1:
            return text[:place] + letter + text[place:]
        case 2:
            return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]
        case 3 | 4:
            return text[:place] + chance.choice(_neighbours(letter)) + text[place + 1 :]
        case 5:
            return text[:place] + chance.choice("abcdefghijklmnopqrstuvwxyz ") + text[place:]
        case _:
            return _by_sound(text, chance)


def _by_sound(text: str, chance: random.Random) -> str:
    fitting = [pair for pair in _SOUNDS if pair[0] in text]
    if not fitting:
        return text
    written, heard = chance.choice(fitting)
    return text.replace(written, heard, 1)


def _neighbours(letter: str) -> str:
    """Give the keys beside a letter; for what is on no such keyboard the letter itself."""
    for up, row in enumerate(_KEYS):
        if (place := row.find(letter)) >= 0:
            beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            above = _KEYS[up - 1][place : place + 1] if up else ""
            return beside + above
    return letter
