"""Draw `docs/benchmarks.svg`: how often the right entry comes first, and how long a query takes."""

import math
from collections.abc import Callable, Iterator
from html import escape

from benchmarks.counting import Standing
from benchmarks.figures import ALL, Figures, score_of
from benchmarks.labelled import REFUSED

WIDTH, MARGIN = 880, 32
LEFT, RIGHT = 236, 700  # where the scales begin and end
FIRST_VALUE, SECOND_VALUE = 766, 846  # where the columns of values end
ROW = 34
APART = 5  # ours stands so much above the middle of its row, the peers below: none hides another
HEAD = 86  # from the top of a part to its first row
FOOT = 44

LABELS = {
    "typo-common": "misspelt common names",
    "typo-scientific": "misspelt Latin names",
    "language": "in other languages",
    "description": "descriptions",
    "manifest": "lines of manifests",
    "sentence": "sentences",
    "code": "codes",
    "cas": "CAS numbers",
    ALL: "all questions",
}
TIME_NOTE = (
    "milliseconds on one core; the dot is the median, 99 % of the queries end before the line does"
)

OWN, OTHER = ("reach", "ours", "value best"), ("span", "peer lead", "value")  # line, dot, value

STYLE = """
  .page { fill: #ffffff } .title { fill: #17212b; font-size: 17px; font-weight: 600 }
  .note, .tick { fill: #66727f; font-size: 12px } .name { fill: #17212b; font-size: 14px }
  .value { fill: #66727f; font-size: 13px } .best { fill: #0b746c; font-weight: 600 }
  .grid { stroke: #e4e9ee } .span { stroke: #b9c3cd; stroke-width: 3; stroke-linecap: round }
  .peer { fill: #ffffff; stroke: #8b98a5; stroke-width: 1.6 } .lead { fill: #5b6875 }
  .ours { fill: #0e8f85 } .reach { stroke: #0e8f85; stroke-width: 3; stroke-linecap: round }
  @media (prefers-color-scheme: dark) {
    .page { fill: #12181f } .title, .name { fill: #e6ebf0 }
    .note, .tick, .value { fill: #98a5b3 } .best { fill: #4fd1c5 }
    .grid { stroke: #26303a } .span { stroke: #4a5662 }
    .peer { fill: #12181f; stroke: #8593a1 } .lead { fill: #aab6c2 }
    .ours { fill: #35c2b4 } .reach { stroke: #35c2b4 }
  }
"""


def draw(run: Figures) -> str:
    """Give the picture."""
    kinds = [*(kind for kind in run.ours.all.kinds if kind not in REFUSED), ALL]
    middle = HEAD + ROW * len(kinds) + FOOT
    ran = [run.ours, *run.peers]
    height = middle + HEAD + ROW * len(ran) + FOOT
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="system-ui, sans-serif" role="img" '
        'aria-label="Right entry first by kind of question, and time a query">'
    )
    parts = [
        opening,
        f"<style>{STYLE}</style>",
        f'<rect class="page" width="{WIDTH}" height="{height}" rx="12"/>',
        *_accuracy(run, kinds),
        f'<g transform="translate(0 {middle})">',
        *_speed(ran),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _accuracy(run: Figures, kinds: list[str]) -> Iterator[str]:
    """Yield a row for each kind: our dot and those of the peers, on a scale of percent."""
    yield _text(MARGIN, 36, "title", "The right entry comes first")
    yield _text(MARGIN, 56, "note", "percent of the questions of a kind")
    yield from _legend()
    bottom = HEAD + ROW * len(kinds)
    for percent in range(0, 101, 25):
        yield from _gridline(_across(percent / 100), bottom, f"{percent}")
    for row, kind in enumerate(kinds):
        yield from _kind(run, kind, HEAD + ROW * row + ROW // 2)


def _kind(run: Figures, kind: str, down: int) -> Iterator[str]:
    """Yield one row: a dot an engine, the best peer on top of the others, and the values."""
    yield _text(LEFT - 20, down + 5, "name", LABELS.get(kind, kind), "end")
    best = run.best_peer(kind)
    lead = best[0] if best else None
    for one in sorted(run.peers, key=lambda one: one is lead):
        mark = "peer lead" if one is lead else "peer"
        yield _dot(_across(_share(one, kind) / 100), down + APART, mark, 5)
    ours = _share(run.ours, kind)
    yield _dot(_across(ours / 100), down - APART, "ours", 7)
    yield _text(FIRST_VALUE, down + 5, "value best", f"{ours:.1f}", "end")
    if lead:
        yield _text(SECOND_VALUE, down + 5, "value", f"{_share(lead, kind):.1f}", "end")


def _legend() -> Iterator[str]:
    marks = (("ours", "Fieldline", 300), ("peer lead", "best peer", 390), ("peer", "others", 480))
    for mark, label, across in marks:
        yield _dot(across, 52, mark, 5)
        yield _text(across + 11, 56, "note", label)
    yield _text(FIRST_VALUE, 72, "value best", "Fieldline", "end")
    yield _text(SECOND_VALUE, 72, "value", "best peer", "end")


def _speed(ran: list[Standing]) -> Iterator[str]:
    """Yield a row for each engine: from its median to its 99th percentile, on a log scale."""
    yield _text(MARGIN, 36, "title", "Time a query takes")
    yield _text(MARGIN, 56, "note", TIME_NOTE)
    times = [one.all.quantile(share) for one in ran for share in (0.5, 0.99)]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))

    def across(time: float) -> float:
        return _across((math.log10(time) - low) / max(1, high - low))

    for power in range(low, high + 1):
        yield from _gridline(across(10.0**power), HEAD + ROW * len(ran), f"{10.0**power:g}")
    yield _text(FIRST_VALUE, 72, "value", "median", "end")
    yield _text(SECOND_VALUE, 72, "value", "99 %", "end")
    for row, one in enumerate(ran):
        yield from _engine(one, HEAD + ROW * row + ROW // 2, across, own=row == 0)


def _engine(
    one: Standing, down: int, across: Callable[[float], float], *, own: bool
) -> Iterator[str]:
    """Yield one row: a dot at the median, a line on to the 99th percentile, and the values."""
    yield _text(LEFT - 20, down + 5, "name", one.measured.name, "end")
    middle, late = one.all.quantile(0.5), one.all.quantile(0.99)
    start, end = across(middle), across(late)
    line, dot, value = OWN if own else OTHER
    yield f'<line class="{line}" x1="{start}" y1="{down}" x2="{end}" y2="{down}"/>'
    yield _dot(start, down, dot, 7 if own else 5)
    yield _text(FIRST_VALUE, down + 5, value, _milliseconds(middle), "end")
    yield _text(SECOND_VALUE, down + 5, value, _milliseconds(late), "end")


def _share(one: Standing, kind: str) -> float:
    score = score_of(one.all, kind)
    return score.percent(score.first)


def _across(share: float) -> float:
    return round(LEFT + share * (RIGHT - LEFT), 1)


def _gridline(place: float, bottom: int, label: str) -> Iterator[str]:
    yield f'<line class="grid" x1="{place}" y1="{HEAD - 4}" x2="{place}" y2="{bottom + 4}"/>'
    yield _text(place, bottom + 20, "tick", label, "middle")


def _milliseconds(time: float) -> str:
    """Write a time with about two digits."""
    return f"{time:.{0 if time >= 10 else 1 if time >= 1 else 2}f}"  # noqa: PLR2004


def _dot(across: float, down: float, mark: str, radius: int) -> str:
    return f'<circle class="{mark}" cx="{across}" cy="{down}" r="{radius}"/>'


def _text(across: float, down: float, mark: str, text: str, anchor: str = "start") -> str:
    return (
        f'<text class="{mark}" x="{across}" y="{down}" text-anchor="{anchor}">{escape(text)}</text>'
    )
