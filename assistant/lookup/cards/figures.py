"""Figures beside a card: what an amount does in the air, and whether a declared heading fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.core.texts import Language
from assistant.lookup.rules import Amount, emissions, read_amount, read_declared
from knowledge import Answer, Entry, Knowledge, Verdict
from knowledge.entries import Blend, Substance
from knowledge.law.mixtures import Assessment, Group, Outcome, fits
from knowledge.loader.trade import tariff_shown


@dataclass(frozen=True)
class WorkedOut:
    """The answer to what was asked, and the lines of figures that belong to it."""

    answer: Answer
    lines: tuple[str, ...] = ()


def worked_out(language: Language, base: Knowledge, said: str) -> WorkedOut:
    """Answer one thing, reading an amount or a declared heading beside it if there is one."""
    if declared := read_declared(said):
        answer = base.ask(declared.thing)
        if entry := _gas(answer):
            fit = fits(entry, declared.hs, base.find)
            return WorkedOut(answer, (_fit_line(language, fit),))
    if (amount := read_amount(said)) and amount.thing:
        answer = base.ask(amount.thing)
        if entry := _gas(answer):
            return WorkedOut(answer, tuple(_emission_lines(language, entry, amount)))
    return WorkedOut(base.ask(said))


def _gas(answer: Answer) -> Entry | None:
    """Give the substance or blend that an answer is sure of."""
    if answer.verdict is not Verdict.SURE:
        return None
    entry = answer.hits[0].entry
    return entry if isinstance(entry.facts, Substance | Blend) else None


def _emission_lines(language: Language, entry: Entry, amount: Amount) -> Iterator[str]:
    tonnes = emissions(entry, amount)
    mass = f"{round(amount.kilograms, 2).normalize():f}"
    if tonnes.co2e_tonnes is not None:
        yield language.say("lookup-co2e", mass=mass, tonnes=str(tonnes.co2e_tonnes))
    if tonnes.odp_tonnes is not None:
        yield language.say("lookup-odp-tonnes", mass=mass, tonnes=str(tonnes.odp_tonnes))


def _fit_line(language: Language, fit: Assessment) -> str:
    names = {Outcome.RIGHT: "right", Outcome.TOO_SHORT: "short", Outcome.NOT_A_MIXTURE: "single",
             Outcome.NOT_KNOWN: "unknown", Outcome.OUTSIDE: "outside"}  # fmt: skip
    return language.say(
        "lookup-fit",
        outcome=names.get(fit.outcome, "wrong"),
        declared=tariff_shown(fit.declared),
        right=tariff_shown(fit.right),
        grounds=_grounds(fit),
    )


def _grounds(fit: Assessment) -> str:
    """Name what the mixture holds that leads to its heading."""
    found = {
        f"{finding.percent:g} % {_shown(group)}"
        for finding in fit.grounds
        if finding.found and not finding.condition.absent
        for group in list(finding.condition.groups)[:1]
    }
    return ", ".join(sorted(found)) or "–"


def _shown(group: Group) -> str:
    return group.value.removeprefix("listed ").upper()
