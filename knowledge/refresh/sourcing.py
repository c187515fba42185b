"""Under which source a taxon stands after an export, and the day of law of that source."""

from knowledge.loader.naming import id_from
from knowledge.refresh.cites import SPECIES_LEVEL, Format
from knowledge.refresh.difference import Change
from knowledge.refresh.options import Options
from knowledge.refresh.ours import Cells, Table
from knowledge.refresh.taxa import DERIVED, Compared, is_by_hand, is_coming


def sourced(
    sources: Table, form: Format, before: list[Cells], found: Compared, options: Options
) -> tuple[Table, str, list[str]]:
    """Put the source into the rows of `found`.

    Gives the sources as they are to be, the id of the one this export stands under, and problems.
    What the file does not speak of must not seem as new as the file. Where it speaks of most of a
    source, that source takes the new day and the rest stays behind under a source of the old day;
    where it speaks of less, its rows get a source of their own. So the smaller part moves.
    """
    latest = max(
        (row for row in sources.rows if row["id"].startswith(f"{form.source}-")),
        key=lambda row: row["law_date"],
    )
    own, old_day = latest["id"], latest["law_date"]
    day = options.as_of.isoformat() if options.as_of else old_day
    if problems := _problems(old_day, options):
        return sources, own, problems
    silent = _silent(own, before, found, options)
    behind = ""
    if day > old_day and silent:
        if 2 * len(silent) > sum(row["source"] == own for row in before):
            own = f"{form.source}-{day}"
        else:
            behind = f"{form.source}-{old_day}"
    law_days = {row["id"]: row["law_date"] for row in sources.rows}
    rows = [
        _with_source(row, own, behind if id_from(row["name"]) in silent else "", found)
        if options.only_added or not _is_older(row, own, day, law_days, found)
        else {**row, "source": own}
        for row in found.rows
    ]
    moved = sum(
        old["source"] not in {"", DERIVED}
        and old["source"] != new["source"]
        and not _is_touched(new, found)
        for old, new in zip(found.rows, rows, strict=True)
    )
    found.rows = rows
    new = _with_day(sources, latest, own, behind, form.title, day) if day > old_day else sources
    used = {row["source"].removeprefix(DERIVED) for row in rows}
    if own not in used or new.rows == sources.rows:
        return sources, own, []
    found.changes.append(Change("source", own, law_days.get(own, ""), day))
    if moved:
        found.changes.append(Change("stand under another source", "taxa", new=f"{moved:,}"))
    return new, own, []


def _with_source(row: Cells, own: str, behind: str, found: Compared) -> Cells:
    if _is_touched(row, found):
        return {**row, "source": own}
    if row["source"] == DERIVED:
        return {**row, "source": DERIVED + own}
    return {**row, "source": behind} if behind else row


def _is_touched(row: Cells, found: Compared) -> bool:
    return id_from(row["name"]) in found.touched


def _silent(source: str, before: list[Cells], found: Compared, options: Options) -> set[str]:
    """Give the ids of a source of which an export could speak, and this one does not."""
    spoken: set[str] = set()
    if not options.only_added:
        spoken = found.touched | found.confirmed | found.agreed | found.gone | found.renamed.keys()
    return {
        key
        for row in before
        if row["source"] == source
        and row["rank"] in SPECIES_LEVEL
        and (key := id_from(row["name"])) not in spoken
        and not is_by_hand(row)
        and not is_coming(row, options.day)
    }


def _is_older(row: Cells, own: str, day: str, law_days: dict[str, str], found: Compared) -> bool:
    """Tell whether a row that the file confirms stands under another, older source."""
    if row["source"].startswith(DERIVED) or is_by_hand(row) or row["source"] == own:
        return False
    return id_from(row["name"]) in found.confirmed and law_days.get(row["source"], day) < day


def with_law_date(sources: Table, source: str, options: Options) -> Table:
    """Give the sources with the day of the file for one of them, if it is newer and not to come."""
    day = options.as_of
    if not day or day > options.today:
        return sources
    return sources.with_rows(
        {**row, "law_date": max(row["law_date"], day.isoformat())} if row["id"] == source else row
        for row in sources.rows
    )


def _problems(old_day: str, options: Options) -> list[str]:
    if options.as_of and options.as_of > options.today:
        return [f"--as-of {options.as_of} is still to come; expected the day of the export"]
    if options.as_of and options.as_of.isoformat() < old_day:
        return [f"--as-of {options.as_of} is before our lists, {old_day}; expected a newer export"]
    return []


def _with_day(sources: Table, latest: Cells, own: str, behind: str, title: str, day: str) -> Table:
    """Give the sources with the one of the file, and the one of the rows it is silent on."""
    newest = {**latest, "id": own, "title": title.format(day=day), "law_date": day}
    rows: list[Cells] = []
    for row in sources.rows:
        if row is not latest:
            rows.append(row)
        elif own != latest["id"]:
            rows += [row, newest]
        else:
            rows.append(newest)
            if behind and all(one["id"] != behind for one in sources.rows):
                rows.append({**latest, "id": behind})
    return sources.with_rows(rows)
