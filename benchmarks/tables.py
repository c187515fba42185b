"""The figures as tables: the same in the terminal and on the page."""

from collections.abc import Sequence

from benchmarks.counting import Score, Standing
from benchmarks.figures import ALL, Figures, score_of
from benchmarks.labelled import BAD_CODE, NEGATIVE, REFUSED

NONE = "–"
TEN = 10  # from here on a multiple needs no decimals


def grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a table in Markdown; its first column to the left, the others to the right."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join("| " + " | ".join(_placed(row, widths)) + " |" for row in (head, rule, *rows))


def _placed(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *others = zip(row, widths, strict=True)
    return [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]


def accuracy(run: Figures, name: str = ALL) -> str:
    """Give each engine's hits and verdicts in a set, in percent."""
    head = ["%", "first", "in five", "sure, right", "sure, wrong"]
    head += ["negatives sure", "offered", "bad codes sure", "sure from"]
    rows = []
    for one, scores in run.of_set(name):
        score = scores.together()
        negative, bad = scores.together(NEGATIVE), scores.together(BAD_CODE)
        counts = (score.first, score.five, score.sure_right, score.sure_wrong)
        rows.append(
            [
                one.measured.name,
                *(_percent(score, count) for count in counts),
                _percent(negative, negative.sure_wrong),
                _percent(negative, negative.offered) if one.sure_from is None else NONE,
                _percent(bad, bad.sure_wrong),
                _point(one),
            ]
        )
    return grid(head, rows)


def kinds(run: Figures, name: str = ALL) -> str:
    """Give each kind of question: ours, in percent, beside the peer that does best at it."""
    head = ["kind", "asked", "first", "in five", "sure, wrong", "best peer", "first", "in five"]
    rows = []
    ours = run.of_set(name)[0][1]
    for kind in [*(kind for kind in ours.kinds if kind not in REFUSED), ALL]:
        score = score_of(ours, kind)
        own = [_percent(score, count) for count in (score.first, score.five, score.sure_wrong)]
        rows.append([kind, f"{score.asked:,}", *own, *_beside(run, kind, name)])
    return grid(head, rows)


def _beside(run: Figures, kind: str, name: str) -> list[str]:
    best = run.best_peer(kind, name)
    if not best:
        return [NONE] * 3
    peer, score = best
    shares = (_percent(score, count) for count in (score.first, score.five))
    return [peer.measured.name, *shares]


def speed(run: Figures) -> str:
    """Give each engine's times and memory; the factors are multiples of Fieldline's time."""
    head = ["engine", "p50 ms", "p99 ms", "max ms", "p50 ×", "p99 ×", "build s", "open s", "MiB"]
    rows = []
    for one, scores in run.of_set(ALL):
        measured = one.measured
        factors = [factor(run.times_ours(one, share)) for share in (0.5, 0.99)]
        rows.append(
            [
                measured.name,
                *(f"{scores.quantile(share):,.2f}" for share in (0.5, 0.99, 1.0)),
                *factors,
                _seconds(measured.build_seconds),
                _seconds(measured.open_seconds),
                f"{measured.memory_mib:,.0f}",
            ]
        )
    return grid(head, rows)


def missing(run: Figures) -> list[str]:
    """Say of each engine that could not run why."""
    absent = [one.measured for one in run.engines if one.measured.missing]
    return [f"{one.name}: not at hand ({one.missing})." for one in absent]


def factor(times: float) -> str:
    """Write a multiple, with as many digits as tell it apart."""
    return f"{times:,.0f}" if times >= TEN else f"{times:.2g}"


def _percent(score: Score, count: int) -> str:
    return f"{score.percent(count):.1f}" if score.asked else NONE


def _point(one: Standing) -> str:
    return "own verdict" if one.sure_from is None else str(one.sure_from)


def _seconds(seconds: float | None) -> str:
    return NONE if seconds is None else f"{seconds:,.2f}"
