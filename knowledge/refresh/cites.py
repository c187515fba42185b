"""The lists of CITES as Species+ and the CITES Checklist export them, read to one form of row."""

import html
import re
from collections import defaultdict
from dataclasses import dataclass

from knowledge.loader.naming import id_from
from knowledge.loader.species import APPENDICES
from knowledge.refresh.reading import Line, Sheet, check_cells

SPECIES_LEVEL = frozenset({"species", "subspecies", "variety"})
RANKS = frozenset({"order", "family", "subfamily", "genus"}) | SPECIES_LEVEL
_ABOVE = frozenset({"kingdom", "phylum", "class"})  # ranks that have no entry here
_ORDER = ("I", "II", "III", "NC")
_NAME = re.compile(r"[A-Z][^\W\d_]+(?:-[^\W\d_]+)*(?: [\w\"“”'’×.()/-]+)*")
_NAME_LETTERS = 100
_CODE = re.compile(r"#\d+")
_MARKUP = re.compile(r"<[^>]*>")
_NOTE_LETTERS = 300
# A name before its author: “Manis tricuspis Rafinesque, 1821”, “Aloe compressa var. rugosa”.
_SYNONYM = re.compile(
    r"([A-Z][^\W\d_]+(?:-[^\W\d_]+)? [a-zë-]{3,}"
    r"(?: (?:var\.|subsp\.|ssp\.|f\.)? ?(?!auct|sensu|non |von |van |del? )[a-zë-]{3,})?)(?= |$|\()"
)


@dataclass(frozen=True, slots=True)
class Format:
    """The columns of one publisher's export; the values are keys of columns, empty if it has none.

    `source` begins the ids of its sources, `title` is how they are called.
    """

    source: str
    title: str
    name: str
    author: str
    rank: str
    appendix: str
    notes: tuple[str, ...]
    codes: tuple[str, ...]
    synonyms: str
    names: tuple[tuple[str, str], ...]  # language, column

    @property
    def needed(self) -> frozenset[str]:
        """The columns without which the file is not of this format."""
        place = ("kingdom", "class", "order", "family")
        return frozenset((*place, self.name, self.rank, self.appendix))

    @property
    def used(self) -> frozenset[str]:
        """The columns that are read; others are passed over."""
        columns = (key for _, key in self.names)
        others = (self.author, *self.notes, *self.codes, self.synonyms, *columns, "genus")
        return self.needed | frozenset(key for key in others if key)


SPECIES_PLUS = Format(
    source="speciesplus",
    title="CITES Appendices, Species+ export of {day} (UNEP-WCMC and CITES Secretariat)",
    name="scientificname",
    author="author",
    rank="rank",
    appendix="listing",
    notes=("fullnote",),
    codes=("hashfullnote",),
    synonyms="",
    names=(),
)
CHECKLIST = Format(
    source="checklist",
    title="CITES Appendices, CITES Checklist export of {day} (UNEP-WCMC and CITES Secretariat)",
    name="fullname",
    author="authoryear",
    rank="rankname",
    appendix="currentlisting",
    notes=("annotationenglish", "fullannotationenglish"),
    codes=("hashannotationsymbol", "annotationsymbol"),
    synonyms="synonymswithauthors",
    names=(("en", "englishnames"), ("es", "spanishnames"), ("fr", "frenchnames")),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One taxon of an export. `codes` is None where the export has none at all."""

    line: int
    name: str
    author: str
    rank: str
    kingdom: str
    class_: str
    order: str
    family: str
    appendix: str
    note: str
    codes: tuple[str, ...] | None
    synonyms: tuple[str, ...]
    names: tuple[tuple[str, str], ...]  # language, name

    @property
    def is_below(self) -> bool:
        """Whether it is a part of a species."""
        return self.rank in SPECIES_LEVEL - {"species"}

    @property
    def within(self) -> str:
        """The group it stands in, as our table has it."""
        return {"order": self.class_, "family": self.order}.get(self.rank, self.family)

    @property
    def annotation(self) -> str:
        """Its codes and its note, as our table has them."""
        return "; ".join(part for part in (*(self.codes or ()), self.note) if part)


def listed(sheet: Sheet, form: Format) -> tuple[dict[str, Listed], int]:
    """Read and check every row; give the taxa by id, and how many rows stand above an order.

    What is wrong is noted in the sheet.
    """
    check_cells(sheet, form.used)
    # A column of codes without a single code is left out by the publisher, not by the law.
    coded = any(_CODE.search(line[key]) for line in sheet.lines for key in form.codes)
    taxa: dict[str, Listed] = {}
    above = 0
    for line in sheet.lines:
        if line[form.rank].lower() in _ABOVE:
            above += 1
            continue
        one = _listed(line, form, coded=coded)
        sound = _check(sheet, one, line["genus"])
        key = id_from(one.name)
        first = taxa.setdefault(key, one)
        if sound and first is not one:
            _check_twice(sheet, first, one)
    _check_families(sheet, list(taxa.values()))
    return taxa, above


def _listed(line: Line, form: Format, *, coded: bool) -> Listed:
    codes = sorted({code for key in form.codes for code in _CODE.findall(line[key])}, key=_number)
    return Listed(
        line=line.number,
        name=line[form.name],
        author=line[form.author],
        rank=line[form.rank].lower(),
        kingdom=line["kingdom"],
        class_=line["class"],
        order=line["order"],
        family=line["family"],
        appendix=_in_order(line[form.appendix]),
        note=next((note for key in form.notes if (note := _note(line[key]))), ""),
        codes=tuple(codes) if coded else None,
        synonyms=tuple(dict.fromkeys(synonyms_in(line[form.synonyms]))),
        names=tuple(
            (lang, name)
            for lang, key in form.names
            for part in line[key].split(",")
            if (name := part.strip(' "'))
        ),
    )


def codes_in(annotation: str) -> tuple[str, ...]:
    """Give the # codes of an annotation, the lowest first."""
    return tuple(sorted(set(_CODE.findall(annotation)), key=_number))


def _number(code: str) -> int:
    return int(code[1:])


def synonyms_in(cell: str) -> list[str]:
    """Give the names in a list of synonyms with their authors, who may hold commas themselves."""
    parts = (part.strip(' "') for part in cell.split(","))
    return [found[1].strip() for part in parts if (found := _SYNONYM.match(part))]


def _in_order(cell: str) -> str:
    parts = {part.strip().upper() for part in cell.split("/")}
    return "/".join(one for one in _ORDER if one in parts) if parts <= APPENDICES else cell


def _note(cell: str) -> str:
    text = " ".join(html.unescape(_MARKUP.sub(" ", cell)).replace("**", "").split())
    if len(text) <= _NOTE_LETTERS:
        return text
    return text[:_NOTE_LETTERS].rpartition(" ")[0] + " … (shortened: read the listing)"


def _check(sheet: Sheet, one: Listed, genus: str) -> bool:
    """Note what is wrong with a row; tell whether nothing is."""
    before = len(sheet.problems)

    def wrong(what: str, expected: str) -> None:
        sheet.wrong(one.line, what, expected)

    if not _NAME.fullmatch(one.name) or len(one.name) > _NAME_LETTERS:
        wrong(f"“{one.name[:60]}” is no scientific name", "such as Panthera tigris")
    if one.rank not in RANKS:
        wrong(f"the rank “{one.rank}” is not known", ", ".join(sorted(RANKS | _ABOVE)))
    elif (" " in one.name) != (one.rank in SPECIES_LEVEL):
        wrong(f"“{one.name}” does not look like a {one.rank}", "one word above the species only")
    if not one.appendix or not set(one.appendix.split("/")) <= APPENDICES:
        wrong(f"“{one.appendix}” is no Appendix", "I, II, III, NC or some of them parted by /")
    if genus and one.rank in SPECIES_LEVEL and one.name.split(" ")[0] != genus:
        wrong(f"“{one.name}” does not begin with its genus “{genus}”", f"{genus} …")
    if one.rank != "order" and not one.family:
        wrong(f"“{one.name}” has no family", "the family it stands in")
    return len(sheet.problems) == before


def _check_twice(sheet: Sheet, first: Listed, one: Listed) -> None:
    if first.name != one.name:
        what = f"“{one.name}” has the same id as “{first.name}” of line {first.line}"
        sheet.wrong(one.line, what, "names that differ in their first 50 plain letters")
    elif first.appendix != one.appendix:
        what = f"“{one.name}” is {one.appendix} here and {first.appendix} in line {first.line}"
        sheet.wrong(one.line, what, "one Appendix, or a split such as I/II, in every row")


def _check_families(sheet: Sheet, taxa: list[Listed]) -> None:
    placed: dict[str, dict[tuple[str, str, str], int]] = defaultdict(dict)
    for one in taxa:
        if one.family:
            place = (one.order, one.class_, one.kingdom)
            placed[one.family].setdefault(place, one.line)
    for family, places in placed.items():
        if len(places) > 1:
            (first, at), (other, here) = list(places.items())[:2]
            what = f"{family} stands in {' '.join(other)} here, in {' '.join(first)} in line {at}"
            sheet.wrong(here, what, "one order, class and kingdom a family")
