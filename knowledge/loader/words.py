"""Everyday and trade words that lead to an entry, added to its names; words that say little."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from knowledge.entries import Entry, Name, Naming, unique_names
from knowledge.loader.rows import Tables
from knowledge.reading.wording import fold

_NAMINGS = {"common": Naming.COMMON, "term": Naming.TERM}
_BASES = frozenset({"treaty", "trade", "market", "everyday"})


def with_words(entries: dict[str, Entry], tables: Tables) -> dict[str, Entry]:
    """Give the entries with the common names of `words/` among their names."""
    added: dict[str, list[Name]] = defaultdict(list)
    for entry, name in _own_words(entries, tables):
        if name.naming is Naming.COMMON:
            added[entry].append(name)
    return {
        key: replace(entry, names=unique_names([*entry.names, *added[key]]))
        if key in added
        else entry
        for key, entry in entries.items()
    }


def leading_words(entries: dict[str, Entry], tables: Tables) -> dict[str, list[Name]]:
    """Give by entry the words that lead there and are no names of it: for the search alone."""
    leading: dict[str, list[Name]] = defaultdict(list)
    for entry, name in chain(_own_words(entries, tables), _topic_words(entries, tables)):
        if name.naming is not Naming.COMMON:
            leading[entry].append(name)
    return dict(leading)


def ordinary_words(tables: Tables, table: str) -> dict[str, str]:
    """Give the folded words of a table of ordinary ones, each with its languages."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in tables.rows(f"ordinary/{table}.csv", ["lang", "word"]):
        for word in fold(row.must("word")).split():
            found[word][row["lang"]] = None
    return {word: " ".join(langs) for word, langs in found.items()}


def light_words(tables: Tables) -> list[str]:
    """Give the words for forms and parts, which say little of what a thing is made of."""
    return [row.must("word") for row in tables.rows("ordinary/light.csv", ["lang", "word"])]


def _own_words(entries: dict[str, Entry], tables: Tables) -> Iterator[tuple[str, Name]]:
    for table in tables.folder_of("words"):
        lang = table.removeprefix("words/").removesuffix(".csv")
        for row in tables.rows(table, ["entry", "word", "naming", "basis"]):
            if row.must("entry") not in entries:
                raise row.wrong(f"no such entry: “{row['entry']}”")
            if row.must("naming") not in _NAMINGS:
                raise row.wrong(f"no such naming: “{row['naming']}”")
            if row.must("basis") not in _BASES:
                raise row.wrong(f"no such basis: “{row['basis']}”")
            yield row["entry"], Name(row.must("word"), lang, _NAMINGS[row["naming"]])


def _topic_words(entries: dict[str, Entry], tables: Tables) -> Iterator[tuple[str, Name]]:
    """Let a word that opens questions lead to all that they are between, the strictest first."""
    covered = {
        row.must("topic"): row.parts("entries")
        for row in tables.rows("deciding/topics.csv", TOPICS)
    }
    for row in tables.rows("deciding/terms.csv", ["topic", "lang", "term"]):
        if row.must("topic") not in covered:
            raise row.wrong(f"no such topic: “{row['topic']}”")
        for rank, entry in enumerate(covered[row["topic"]]):
            if entry not in entries:
                raise row.wrong(f"no such entry: “{entry}”")
            yield entry, Name(row.must("term"), row.must("lang"), Naming.TOPIC, rank)


TOPICS = ["topic", "title_en", "title_fr", "entries", "undecided_en", "undecided_fr"]
