"""The cards of the whole base: how many a second, and the slowest, beside the bare lookup."""

import argparse
import os
import time
from pathlib import Path

from assistant.core.texts import TEXTS, Texts
from assistant.lookup.cards import entry_card
from knowledge import Knowledge

EVERY = 10


def main() -> None:
    """Print the figures for every tenth entry in each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("var"), help="where the index is kept")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core, as stated
    base = Knowledge.open(options.data / "knowledge")
    ids = base.ids[::EVERY]
    start = time.perf_counter()
    entries = [entry for key in ids if (entry := base.find(key))]
    bare = time.perf_counter() - start
    print(f"{len(entries)} entries found by id: {len(entries) / bare:,.0f} a second (baseline)")
    for language in Texts(TEXTS).languages:
        spent = []
        for entry in entries:
            start = time.perf_counter()
            entry_card(language, base, entry, full=True)
            spent.append((time.perf_counter() - start, entry.id))
        total = sum(seconds for seconds, _ in spent)
        slowest, where = max(spent)
        print(
            f"cards, {language.code}: {len(spent) / total:,.0f} a second; "
            f"slowest {slowest * 1000:.1f} ms ({where})"
        )


if __name__ == "__main__":
    main()
