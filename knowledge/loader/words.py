"""Everyday and trade words that lead to an entry, added to its names."""

from collections import defaultdict
from dataclasses import replace

from knowledge.entries import Entry, Name, Naming, unique_names
from knowledge.loader.rows import Tables


def with_words(entries: dict[str, Entry], tables: Tables) -> dict[str, Entry]:
    """Give the entries with the words of `words.csv` among their names."""
    words: dict[str, list[Name]] = defaultdict(list)
    for row in tables.rows("words.csv", ["entry", "lang", "word"]):
        if row.must("entry") not in entries:
            raise row.wrong(f"no such entry: “{row['entry']}”")
        words[row["entry"]].append(Name(row.must("word"), row.must("lang"), Naming.TERM))
    return {
        key: replace(entry, names=unique_names([*entry.names, *words[key]]))
        if key in words
        else entry
        for key, entry in entries.items()
    }
