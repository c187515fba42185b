"""The page `docs/benchmarks.md`: what is measured and how, the tables, and the picture."""

from pathlib import Path

from benchmarks import tables
from benchmarks.counting import MOST_WRONG, Standing
from benchmarks.figures import ENGINE_KEYS, KEYS, SCORE_KEYS, Figures
from benchmarks.labelled import BAD_CODE, NEGATIVE
from benchmarks.picture import draw
from benchmarks.process import WARM

PAGE, PICTURE = "benchmarks.md", "benchmarks.svg"
# What stands between these two lines is written elsewhere and kept.
BEGIN, END = "<!-- where the time goes: begin -->", "<!-- where the time goes: end -->"


def write(run: Figures, folder: Path) -> None:
    """Write the page and the picture into a folder.

    Raises:
        OSError: the folder cannot be written.
    """
    page = folder / PAGE
    kept = between(page.read_text(encoding="utf-8")) if page.exists() else "\n"
    page.write_text(text(run, kept), encoding="utf-8")
    (folder / PICTURE).write_text(draw(run), encoding="utf-8")


def between(page: str) -> str:
    """Give what a page has between the two marks; a line's end if they are not there."""
    _, begun, rest = page.partition(BEGIN)
    kept, ended, _ = rest.partition(END)
    return kept if begun and ended else "\n"


def text(run: Figures, kept: str) -> str:
    """Give the page in Markdown."""
    parts = [
        "# The lookup beside its peers",
        _summary(run),
        f"![Right entry first by kind of question, and time a query]({PICTURE})",
        "## What is measured",
        _measured(run),
        "## Engines",
        _rule(),
        tables.accuracy(run),
        *tables.missing(run),
        *_sets(run),
        "## Kinds of question",
        tables.kinds(run),
        "## Time and memory",
        _times(),
        tables.speed(run),
        f"{BEGIN}{kept}{END}",
        "## As JSON",
        "`python -m benchmarks.search --json` prints one object.",
        *map(_keys, (KEYS, ENGINE_KEYS, SCORE_KEYS)),
    ]
    return "\n\n".join(parts) + "\n"


def _summary(run: Figures) -> str:
    ours = run.ours.all.together()
    lines = [f"Fieldline has the right entry first for {ours.percent(ours.first):.1f} % of"]
    lines.append(f"{ours.asked:,} questions, in {run.ours.all.quantile(0.5):.2f} ms (median).")
    lines.append(f"It is sure and wrong for {ours.percent(ours.sure_wrong):.1f} %.")
    if run.peers:
        best = max(run.peers, key=lambda one: one.all.together().first)
        score = best.all.together()
        lines.append(f"The peer that is most often right, {best.measured.name}, has")
        lines.append(f"{score.percent(score.first):.1f} % in {best.all.quantile(0.5):.2f} ms.")
        lines += map(_faster, (one for one in run.peers if run.times_ours(one, 0.5) < 1))
    return " ".join(lines)


def _faster(one: Standing) -> str:
    score = one.all.together()
    return (
        f"Faster than Fieldline is {one.measured.name}, {one.all.quantile(0.5):.2f} ms with "
        f"{score.percent(score.first):.1f} %."
    )


def _measured(run: Figures) -> str:
    asked = ", ".join(f"{count:,} {name}" for name, count in run.queries.items())
    sampled = " Only a sample was asked." if run.quick else ""
    machine = run.machine
    hows = "\n".join(
        f"- **{one.measured.name}**: {one.measured.how}."
        for one in run.engines
        if not one.measured.missing
    )
    return f"""\
`make bench-search` asks each engine every labelled query ({asked}).{sampled} A result is right when
its id, its title, one of its names or codes, or what was matched is an expected one. Where a word
covers several entries that the law treats differently, Fieldline must come to the questions that
tell them apart; a peer is right with any one of these entries. Questions of the kinds `{NEGATIVE}`
(not listed anywhere here) and `{BAD_CODE}` have no right answer and must be refused.

All peers get the same strings: every name and every code of the base, folded, each once. Where a
string belongs to several entries, a peer gets the base's own order of them. How each peer is
set was chosen on the development queries, so that it does well there.

{hows}

Each engine runs alone in a process of its own, on one core, after {WARM} queries to warm up.
Fieldline's time is from the text to the answer. A peer's is its search alone: it gets the query
folded, and its strings are turned into entries off the clock. Measured on {run.day.isoformat()}:
{machine.processor}, Python {machine.python}, load of the machine at the start
{machine.load:.1f}."""


def _rule() -> str:
    return (
        "In percent of the questions that have an answer; negatives and bad codes apart. "
        "Fieldline's verdicts are its own. A peer is sure from the lowest whole score at which at "
        f"most {MOST_WRONG:.0%} of all queries are sure and wrong; the held-out ones have no say "
        "in it."
    )


def _sets(run: Figures) -> list[str]:
    if len(run.queries) == 1:
        return []
    return [
        part
        for name, count in run.queries.items()
        for part in (f"### {name}, {count:,} queries", tables.accuracy(run, name))
    ]


def _times() -> str:
    return (
        "The multiples (×) are of Fieldline's time. *Build* is from the strings to the first "
        "question, for Fieldline from its tables, which it reads and checks first; *open* is with "
        "the index on disk. Memory is the peak of the process, for PostgreSQL with its server."
    )


def _keys(keys: dict[str, str]) -> str:
    return "\n".join(f"- `{key}`: {meaning}" for key, meaning in keys.items())
