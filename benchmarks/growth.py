"""Where the time of a question goes, how it grows with names, and what odd strings cost."""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from benchmarks.labelled import read_queries
from benchmarks.process import pin
from benchmarks.report import BEGIN, END, PAGE
from knowledge import Knowledge
from knowledge.entries import Name, Naming
from knowledge.index.index import build
from knowledge.loader import TABLES, Loaded, Tables, load
from knowledge.reading.codes import read
from knowledge.reading.wording import fold
from knowledge.search import letters, words
from knowledge.search.asking import LONGEST_NAME
from knowledge.search.candidates import Way, by_entry
from knowledge.search.ordinary import Ordinary

SIZES = (100_000, 200_000, 300_000, 400_000)
ODD = {
    "10,000 letters of one kind": "x" * 10_000,
    "10,000 letters, one word over and over": "dendrobium " * 1_000,
    "500 words": "waste plastic tiger oil the of " * 84,
    "one piece of three letters": "a" * 240,
    "a genus that thousands bear, twenty times": "bulbophyllum" * 20,
    "five scripts mixed": "тигр tiger 虎 نمر เสือ " * 12,
    "signs without spaces": "象牙穿山甲" * 50,
    "fifty words that nobody knows": " ".join(
        f"{one}zzq{two}xx" for one in "bcdfghjklm" for two in "bcdfg"
    ),
    "forty-eight misspelt words": "seahorsse pangolinn elephannt crocodiile mercurry asbestoss "
    * 8,
    "marks on marks": "a\u0301" * 3_000,
}
_ROUNDS = 5
_Thing = TypeVar("_Thing")


def main() -> None:
    """Measure and print; with --write put it into the page of the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("var"), help="where the index is kept")
    parser.add_argument("--write", type=Path, help="the folder of the page to put it into")
    options = parser.parse_args()
    pin()
    base = Knowledge.open(options.data / "knowledge")
    asked = [query.text for query in read_queries()]
    lines = [*_stages(base, asked), "", *_growing(asked), "", *_odd(base)]
    print(*lines, sep="\n")
    if options.write:
        page = options.write / PAGE
        before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        text = "\n".join(lines)
        page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def _stages(base: Knowledge, asked: Sequence[str]) -> list[str]:
    """Give a table of the parts of a question, in milliseconds a query."""
    index, ordinary = base.index, Ordinary(base.index)
    folded = [text for query in asked if (text := fold(query)) and len(text) <= LONGEST_NAME]
    joined = [text.replace(" ", "") for text in folded]
    matched = [letters.matches(index, text, common=False) for text in folded]
    ways = [found for one in matched if (found := by_entry(index, one, Way.LETTERS))]
    rows = {
        "reading codes and folding": _mean(lambda text: (read(text), fold(text)), asked),
        "finding the strings that share letters": _mean(
            lambda text: index.trigrams.candidates(text, letters.CANDIDATES), joined
        ),
        "finding and scoring them: the floor": _mean(
            lambda text: letters.matches(index, text, common=False), folded
        ),
        "from strings to entries": _mean(lambda one: by_entry(index, one, Way.LETTERS), matched),
        "their chances": _mean(base.asking.weigh, ways),
        "looking by words, where the letters do not settle it": _mean(
            lambda text: words.matches(index, ordinary, text, common=False), folded
        ),
        "the whole question": _mean(base.ask, asked),
    }
    lines = ["## Where the time goes", "", "| part | ms a query |", "| :-- | --: |"]
    return [*lines, *(f"| {name} | {ms:.2f} |" for name, ms in rows.items())]


def _growing(asked: Sequence[str]) -> list[str]:
    """Give a table of the times with more and fewer names than we have."""
    loaded = load()
    lines = ["## How it grows", "", "Names are left out or made up from the parts of others.", ""]
    lines += ["| names | p50 ms | p99 ms | built in s |", "| --: | --: | --: | --: |"]
    for size in SIZES:
        start = time.perf_counter()
        index = build(_of_size(loaded, size))
        spent = time.perf_counter() - start
        base = Knowledge(index, Tables(TABLES))
        for text in asked[:100]:
            base.ask(text)
        times = sorted(base.ask(text).ms for text in asked)
        p99 = times[int(len(times) * 0.99)]
        names = len(index.names.texts)
        lines.append(f"| {names:,} | {statistics.median(times):.2f} | {p99:.2f} | {spent:.1f} |")
    return lines


def _of_size(loaded: Loaded, size: int) -> Loaded:
    """Give the entries with about so many different names."""
    chance = random.Random(size)  # noqa: S311 - nothing secret hangs on it
    texts = {fold(name.text) for entry in loaded.entries.values() for name in entry.names}
    texts |= {fold(name.text) for names in loaded.leading_words.values() for name in names}
    if size < len(texts):
        kept = set(chance.sample(sorted(texts), size))
        entries = {
            key: replace(
                entry, names=tuple(name for name in entry.names if fold(name.text) in kept)
            )
            for key, entry in loaded.entries.items()
        }
        leading = {
            key: [name for name in names if fold(name.text) in kept]
            for key, names in loaded.leading_words.items()
        }
        return replace(loaded, entries=entries, leading_words=leading)
    pairs = [text.split(" ", 1) for text in sorted(texts) if " " in text and text.isascii()]
    keys = list(loaded.entries)
    leading = {key: list(names) for key, names in loaded.leading_words.items()}
    while len(texts) < size:
        made = f"{chance.choice(pairs)[0]} {chance.choice(pairs)[1]}"
        if made not in texts:
            texts.add(made)
            leading.setdefault(chance.choice(keys), []).append(Name(made, "la", Naming.SYNONYM))
    return replace(loaded, leading_words=leading)


def _odd(base: Knowledge) -> list[str]:
    lines = ["## Odd strings", "", "| asked | ms, the slowest of five |", "| :-- | --: |"]
    for name, text in ODD.items():
        lines.append(f"| {name} | {max(base.ask(text).ms for _ in range(_ROUNDS)):.1f} |")
    return lines


def _mean(do: Callable[[_Thing], object], things: Iterable[_Thing]) -> float:
    each = list(things)
    start = time.perf_counter()
    for one in each:
        do(one)
    return (time.perf_counter() - start) / len(each) * 1000


if __name__ == "__main__":
    main()
