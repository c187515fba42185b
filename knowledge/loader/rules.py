"""Appendices, annexes, annotations and the letters on permits, from tables to entries."""

from collections.abc import Iterator

from knowledge.entries import Code, Entry, Kind, Name, Naming, Rule, unique_names
from knowledge.loader.naming import id_from, squeezed
from knowledge.loader.rows import Row, Tables

OPERATIONS = ["code", "kind", "en", "fr", "es", "zh", "valid_from", "valid_to", "note"]
PAPERS = [
    "id", "article", "case", "must_say", "details", "contact", "paper", "not_covered", "basis",
    "source",
]  # fmt: skip
CITES_CODES = {"source": "source code", "purpose": "purpose code", "term": "term", "unit": "unit"}
NO_CODE = "(none)"


def rules(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    """Yield every rule that an officer may ask for by its letter or number."""
    yield from _annexes(tables)
    yield from _annotations(tables)
    yield from _basel_letters(tables)
    yield from _cites_codes(tables)
    yield from _papers(tables)


def _annexes(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    columns = ["instrument", "key", "title", "title_fr", "words", "covers"]
    for row in tables.rows("annexes.csv", columns):
        instrument, key, title = row.must("instrument"), row.must("key"), row.must("title")
        yield (
            row,
            Entry(
                id=id_from(f"rule-{instrument}-{key}"),
                kind=Kind.RULE,
                title=title,
                names=unique_names(
                    [
                        Name(title, "en", Naming.OFFICIAL),
                        Name(row.must("title_fr"), "fr", Naming.OFFICIAL),
                        *(Name(word, "mul", Naming.SYNONYM) for word in row.parts("words")),
                        *(
                            Name(f"{instrument} {word}", "mul", Naming.SYNONYM)
                            for word in row.parts("words")
                        ),
                    ]
                ),
                codes=(Code("annex", squeezed(f"{instrument}{key}"), title),),
                facts=Rule("rule", instrument, row.must("covers")),
                source="speciesplus-2026-03" if instrument == "cites" else instrument,
            ),
        )


def _annotations(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    for row in tables.rows("species/annotations.csv", ["code", "covers"]):
        code = row.must("code")
        number = code.removeprefix("#")
        plain = code == NO_CODE
        title = "No CITES annotation (#)" if plain else f"CITES annotation {code}"
        yield (
            row,
            Entry(
                id="rule-annotation-none" if plain else f"rule-annotation-{number}",
                kind=Kind.RULE,
                title=title,
                names=(Name(title, "en", Naming.OFFICIAL),),
                codes=() if plain else (Code("annotation", number, code),),
                facts=Rule("rule", "cites", row.must("covers")),
                source="speciesplus-2026-03",
            ),
        )


def _basel_letters(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    columns = ["code", "un_class", "summary", "keyword", "en", "fr", "es", "zh"]
    for row in tables.rows("waste/hazards.csv", columns):
        names = [Name(row.must(lang), lang, Naming.OFFICIAL) for lang in ("en", "fr", "es", "zh")]
        yield (
            row,
            Entry(
                id=id_from(f"rule-{row['code']}"),
                kind=Kind.RULE,
                title=f"{row.must('code')} – {row['en']}",
                names=unique_names([*names, Name(row["keyword"], "en", Naming.SYNONYM)]),
                codes=(Code("hazard", squeezed(row["code"]), row["code"]),),
                facts=Rule("rule", "basel", row["summary"], (("UN class", row["un_class"]),)),
                source="basel",
            ),
        )
    for row in tables.rows("waste/operations.csv", OPERATIONS):
        names = [Name(row.must(lang), lang, Naming.OFFICIAL) for lang in ("en", "fr", "es", "zh")]
        yield (
            row,
            Entry(
                id=f"rule-{row['code']}",
                kind=Kind.RULE,
                title=f"{row.must('code')} – {row['en']}",
                names=unique_names(names),
                codes=(Code("operation", row["code"], row["code"]),),
                facts=Rule(
                    "rule",
                    "basel",
                    row["note"],
                    (("operation", row["kind"]),),
                    row.day("valid_from"),
                ),
                source="basel",
            ),
        )


def _cites_codes(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    for row in tables.rows("species/cites_codes.csv", ["kind", "code", "label"]):
        kind, code = row.must("kind"), row.must("code")
        if kind not in CITES_CODES:
            raise row.wrong(f"no such kind of code: “{kind}”")
        label = row.must("label")
        yield (
            row,
            Entry(
                id=id_from(f"rule-{kind}-{code}"),
                kind=Kind.RULE,
                title=f"CITES {CITES_CODES[kind]} {code} – {label}",
                names=(Name(f"CITES {CITES_CODES[kind]} {code}", "en", Naming.OFFICIAL),),
                codes=(Code(f"cites {kind}", squeezed(code), code),),
                facts=Rule("rule", "cites", label),
                source="speciesplus-2026-03",
            ),
        )


def _papers(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    for row in tables.rows("lmo/papers.csv", PAPERS):
        article, case = row.must("article"), row.must("case")
        title = f"Cartagena Protocol, Article {article}: {case}"
        parts = ("details", "contact", "paper", "not_covered")
        yield (
            row,
            Entry(
                id=row.must("id"),
                kind=Kind.RULE,
                title=title,
                names=(
                    Name(title, "en", Naming.OFFICIAL),
                    Name(f"Article {article}", "en", Naming.SYNONYM),
                    Name(f"Cartagena {article}", "mul", Naming.SYNONYM),
                ),
                codes=(Code("article", squeezed(article), article),),
                facts=Rule(
                    "rule",
                    "cartagena",
                    row.must("must_say"),
                    tuple((part, row[part]) for part in parts if row[part]),
                ),
                source="cartagena",
            ),
        )
