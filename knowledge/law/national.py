"""Dated national and regional rules on waste: which of them hold in an officer's country."""

from dataclasses import dataclass
from datetime import date

from knowledge.loader import Tables

RULES = ["jurisdiction", "from", "to", "weight", "codes", "fact", "fact_fr", "source"]
# fmt: off
EU = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
))
# fmt: on


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that holds from a day on, for some codes or (none named) for all waste."""

    jurisdiction: str
    since: date
    weight: int  # the greater, the stricter; 0: a step of history, not shown
    codes: tuple[str, ...]
    fact: dict[str, str]  # by language


class NationalLaw:
    """The rules of the tables, strictest first."""

    def __init__(self, tables: Tables) -> None:
        rules = [
            Rule(
                row.must("jurisdiction"),
                row.must_day("from"),
                int(row.number("weight") or 0),
                row.parts("codes"),
                {"en": row.must("fact"), "fr": row["fact_fr"]},
            )
            for row in tables.rows("waste/rules.csv", RULES)
            if row.number("weight")
        ]
        self._rules = sorted(rules, key=lambda rule: (-rule.weight, -rule.since.toordinal()))

    def rules(self, country: str, code: str, today: date) -> list[Rule]:
        """Give what holds for a waste code in a country (ISO 3166 alpha-2), strictest first."""
        held = {country.lower(), *(["eu"] if country in EU else [])}
        return [
            rule
            for rule in self._rules
            if rule.jurisdiction in held
            and rule.since <= today
            and (not rule.codes or code in rule.codes)
        ]
