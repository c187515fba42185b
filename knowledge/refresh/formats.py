"""Which file is which: every format by its name, known by its header."""

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.loader import Tables, load
from knowledge.refresh.cites import CHECKLIST, SPECIES_PLUS
from knowledge.refresh.difference import Plan
from knowledge.refresh.eu_list import CODES as WASTE_CODES
from knowledge.refresh.eu_list import TITLES as WASTE_TITLES
from knowledge.refresh.eu_list import plan_eu_list
from knowledge.refresh.options import Options
from knowledge.refresh.ours import WORDS
from knowledge.refresh.own_words import plan_words
from knowledge.refresh.reading import Sheet, told
from knowledge.refresh.species import plan_species
from knowledge.refresh.tariff import CODES as TARIFF_CODES
from knowledge.refresh.tariff import TITLES as TARIFF_TITLES
from knowledge.refresh.tariff import plan_tariff

Planner = Callable[[Sheet, Tables, Options], Plan]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name, the columns it cannot do without, and what it is planned with.

    Of each group of columns one must be there.
    """

    name: str
    needed: tuple[tuple[str, ...], ...]
    plan: Planner

    def lacks(self, sheet: Sheet) -> list[str]:
        """Give the columns that are missing, “or” between those of which one is enough."""
        return [" or ".join(some) for some in self.needed if not set(some) & set(sheet.keys)]


def _species_plus(sheet: Sheet, tables: Tables, options: Options) -> Plan:
    return plan_species(sheet, SPECIES_PLUS, tables, options)


def _checklist(sheet: Sheet, tables: Tables, options: Options) -> Plan:
    return plan_species(sheet, CHECKLIST, tables, options)


def _words(sheet: Sheet, tables: Tables, options: Options) -> Plan:
    return plan_words(sheet, tables, options, frozenset(load(tables.folder).entries))


# The more exacting ones first: a header with codes and titles alone says little.
FORMATS = {
    one.name: one
    for one in (
        Format("species-plus", tuple((key,) for key in sorted(SPECIES_PLUS.needed)), _species_plus),
        Format("checklist", tuple((key,) for key in sorted(CHECKLIST.needed)), _checklist),
        Format("words", tuple((key,) for key in WORDS), _words),
        Format("tariff", (TARIFF_CODES, TARIFF_TITLES), plan_tariff),
        Format("eu-list", (WASTE_CODES, WASTE_TITLES), plan_eu_list),
    )
}


def format_of(sheet: Sheet, name: str = "") -> Format | str:
    """Give the format named, or the one whose header this is; else say what is wrong."""
    if name:
        lacking = FORMATS[name].lacks(sheet)
        if not lacking:
            return FORMATS[name]
        what = f"the header is not that of {name}: no column {', '.join(lacking)}"
        return told(sheet.path, 1, what, f"a file of {name}")
    fitting = [one for one in FORMATS.values() if not one.lacks(sheet)]
    if len(fitting) > 1:
        fitting = [one for one in fitting if one.name == _by_codes(sheet, fitting[0].name)]
    if fitting:
        return fitting[0]
    return told(sheet.path, 1, "a header that no format has", ", ".join(FORMATS))


def _by_codes(sheet: Sheet, default: str) -> str:
    """Tell a list of wastes from a tariff: it has stars, or says what is hazardous."""
    if default != "tariff":
        return default
    stars = any("*" in line["code"] for line in sheet.lines)
    return "eu-list" if stars or "hazardous" in sheet.keys else "tariff"
