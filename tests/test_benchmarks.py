"""The figures can be trusted: what is counted, what is asked, and that the peers are alive."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks import report, tables
from benchmarks.counting import NEVER, count, standing, sure_point
from benchmarks.figures import (
    ENGINE_KEYS,
    KEYS,
    SCORE_KEYS,
    Figures,
    as_json,
    figures,
    this_machine,
)
from benchmarks.labelled import HELD_OUT, NEGATIVE, Query, read_queries, read_sets, sample
from benchmarks.labelled import standing_sets as sets_there
from benchmarks.ours import reply_of
from benchmarks.peers import PEERS, NotAtHandError, Peer, make
from benchmarks.replies import Measured, Reply, Result
from benchmarks.running import peer as measure_peer
from benchmarks.search.__main__ import main
from benchmarks.strings import Strings
from knowledge import Knowledge
from knowledge.reading.wording import squash

NAMES = ["panthera tigris", "panthera leo", "mercury", "7439 97 6", "loxodonta africana", "слон"]
TIGER = Result("Panthera_tigris", "species", ("Panthera_tigris", "Panthera tigris", "tiger"))
LION = Result("Panthera_leo", "species", ("Panthera_leo", "Panthera leo", "lion"))
PAPER = Result("hs-4801", "tariff", ("hs-4801", "Newsprint"))


def query(kind: str, *expected: str, of: str = "dev", topics: tuple[str, ...] = ()) -> Query:
    between = frozenset({squash("Panthera_leo")}) if topics else frozenset()
    return Query("tigr", kind, of, frozenset(map(squash, expected)), frozenset(topics), between)


def ours(verdict: str, *results: Result, topic: str = "") -> Reply:
    return Reply(results, ms=1.0, verdict=verdict, score=90.0, topic=topic)


def peers(score: float, *results: Result) -> Reply:
    return Reply(results, ms=2.0, score=score)


def test_first_five_sure_and_offered_are_counted() -> None:
    asked = query("language", "Panthera tigris")
    replies = [ours("sure", TIGER), ours("sure", LION, TIGER), ours("choose", TIGER, LION)]
    score = count([(asked, reply) for reply in replies]).together()
    assert (score.asked, score.first, score.five) == (3, 2, 3)
    assert (score.sure_right, score.sure_wrong, score.offered) == (1, 1, 1)
    assert score.percent(score.first) == pytest.approx(66.7, abs=0.05)


@pytest.mark.parametrize("right", ["Panthera_tigris", "PANTHERA TIGRIS", "tiger"])
def test_an_id_a_title_or_a_name_makes_a_result_right(right: str) -> None:
    assert count([(query("language", right), ours("sure", TIGER))]).together().sure_right == 1


def test_a_topic_is_right_for_us_only_as_such_and_for_a_peer_by_its_entries() -> None:
    asked = query("description", topics=("cats",))
    assert count([(asked, ours("choose", TIGER, topic="cats"))]).together().first == 1
    assert count([(asked, ours("choose", LION))]).together().first == 0
    assert count([(asked, peers(80, LION))]).together().first == 1
    assert count([(asked, peers(80, TIGER))]).together().first == 0


def test_what_must_be_refused_stands_apart_and_harmless_goods_are_no_alarm() -> None:
    replies = [ours("sure", TIGER), ours("sure", PAPER), ours("unknown")]
    scores = count([(query(NEGATIVE), reply) for reply in replies])
    assert scores.together().asked == 0
    assert scores.together(NEGATIVE).sure_wrong == 1
    bad = count([(query("bad-code"), ours("sure", PAPER))])
    assert bad.together("bad-code").sure_wrong == 1


def test_a_peer_is_sure_from_the_lowest_point_with_one_percent_wrong() -> None:
    asked = query("language", "tiger")
    pairs = [(asked, peers(95.0, TIGER))] * 98 + [(asked, peers(score, LION)) for score in (70, 80)]
    assert sure_point(pairs) == 71  # the one at 80 is the one percent
    held = [(query("language", "tiger", of=HELD_OUT), peers(99.0, LION))] * 100
    assert sure_point([*pairs, *held]) == 71
    assert sure_point([(asked, peers(100.0, LION))]) == NEVER
    assert count(pairs, 71).together().sure_wrong == 1


def test_the_slowest_share_of_the_times_is_found() -> None:
    asked = query("language", "tiger")
    scores = count([(asked, Reply((), ms=float(ms))) for ms in range(1, 101)])
    assert [scores.quantile(share) for share in (0.5, 0.99, 1.0)] == [51.0, 100.0, 100.0]


def test_a_sample_keeps_every_set_and_kind() -> None:
    asked = [query(kind, "tiger") for kind in ("cas", "code") for _ in range(50)]
    taken = [one.kind for one in sample(asked, 10)]
    assert [taken.count("code"), taken.count("cas")] == [5, 5]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("tiger,riddle,[],", "no such kind"),
        ('tiger,language,"[""topic:no-such""]",', "no such topic"),
        ("tiger,language,[],", "expected does not fit"),
        ('tiger,negative,"[""tiger""]",', "expected does not fit"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"query,kind,expected,note\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"own.csv, line 2: .*{said}"):
        read_queries(path)


def test_every_query_has_an_answer_in_the_base_and_ours_expect_nothing_else(
    base: Knowledge,
) -> None:
    ids = {squash(one) for one in base.ids}
    asked = [one for one in read_sets(sets_there()) if one.expected]
    unknown = {
        one: [name for name in one.expected if name not in ids and not _bears(base, name)]
        for one in asked
    }
    assert asked
    # The development queries name a thing in several ways; the base need not know each.
    lost = [one.text for one, names in unknown.items() if len(names) == len(one.expected)]
    assert lost == []
    assert [(one.text, names) for one, names in unknown.items() if names and one.set != "dev"] == []


def _bears(base: Knowledge, wanted: str) -> bool:
    reply = reply_of(base.ask(wanted), 0.0)
    return any(squash(text) == wanted for result in reply.results for text in result.texts)


def test_a_string_leads_to_its_entries_the_meant_one_first(base: Knowledge) -> None:
    found = [base.find(key) for key in ("Panthera_leo", "Panthera_tigris")]
    strings = Strings([entry for entry in found if entry])
    number = strings.texts.index("tiger")
    (tiger,) = strings.results([(number, 100.0)])
    assert tiger.id == "Panthera_tigris"
    assert strings.texts.count("tiger") == 1


@pytest.fixture(scope="module", params=PEERS)
def peer(request: pytest.FixtureRequest) -> Iterator[Peer]:
    engine: Peer | None = None
    try:
        engine = make(request.param)
        engine.open(NAMES)
        yield engine
    except NotAtHandError as error:
        pytest.skip(f"{request.param}: {error}")
    finally:
        if engine:
            engine.close()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("panthera tigris", "panthera tigris"),
        ("panthera tigrs", "panthera tigris"),
        ("loxodomta africana", "loxodonta africana"),
        ("7439 97 6", "7439 97 6"),
        ("слон", "слон"),
    ],
)
def test_a_peer_finds_a_name_and_a_slip(peer: Peer, text: str, meant: str) -> None:
    hits = peer.search(text, 3)
    number, score = hits[0]
    assert NAMES[number] == meant
    assert (score == pytest.approx(100)) == (text == meant)
    assert [one for _, one in hits] == sorted((one for _, one in hits), reverse=True)
    assert len(hits) <= 3


@pytest.mark.parametrize("text", ["", "qqqqqqqqqqqq", 'a" or * (', "%_\\"])
def test_a_peer_survives_any_text(peer: Peer, text: str) -> None:
    assert all(0 <= score <= 100 for _, score in peer.search(text, 3))


def test_a_peer_is_measured_in_a_process_of_its_own(base: Knowledge) -> None:
    found = [base.find(key) for key in ("Panthera_leo", "Panthera_tigris")]
    strings = Strings([entry for entry in found if entry])
    measured = measure_peer("rapidfuzz ratio", [query("language", "Panthera tigris")], strings)
    (reply,) = measured.replies
    assert [result.id for result in reply.results][:1] == ["Panthera_tigris"]
    assert 0 < reply.score < 100
    assert reply.ms > 0
    assert measured.memory_mib > 1


@pytest.fixture
def run() -> Figures:
    asked = [query("language", "tiger"), query(NEGATIVE), query("cas", "tiger", of="tune")]
    own = Measured("Fieldline", "all", (ours("sure", TIGER), ours("unknown"), ours("sure", TIGER)))
    other = Measured("scan", "names", (peers(90, LION), peers(50, LION), peers(99, TIGER)))
    gone = Measured("server", "rows", missing="no server")
    engines = [standing(one, asked) for one in (own, other, gone)]
    return figures(engines, asked, this_machine(), quick=True)


def test_the_page_names_every_key_of_the_object(run: Figures) -> None:
    found = json.loads(json.dumps(as_json(run)))
    assert list(found) == list(KEYS)
    assert [list(one) for one in found["engines"]] == [list(ENGINE_KEYS)] * 3
    assert list(found["engines"][0]["sets"]["tune"]["kinds"]["cas"]) == list(SCORE_KEYS)
    page = report.text(run, "\n")
    keys = (*KEYS, *ENGINE_KEYS, *SCORE_KEYS)
    assert [key for key in keys if f"- `{key}`: " not in page] == []


def test_the_tables_set_the_peers_beside_us(run: Figures) -> None:
    assert "server: not at hand (no server)." in tables.missing(run)
    rows = [line.replace(" ", "") for line in tables.kinds(run).splitlines()]
    assert "|language|1|100.0|100.0|0.0|scan|0.0|0.0|" in rows
    assert "|scan|2|2|2|2|2|" in tables.speed(run).replace(" ", "").replace(".00", "") + "|"


def test_writing_anew_keeps_what_others_wrote(run: Figures, tmp_path: Path) -> None:
    report.write(run, tmp_path)
    page = tmp_path / report.PAGE
    kept = f"{report.BEGIN}\n## Where the time goes\n{report.END}"
    empty = f"{report.BEGIN}\n{report.END}"
    page.write_text(page.read_text(encoding="utf-8").replace(empty, kept), encoding="utf-8")
    report.write(run, tmp_path)
    assert kept in page.read_text(encoding="utf-8")
    assert "<svg" in (tmp_path / report.PICTURE).read_text(encoding="utf-8")


def test_json_is_one_object_and_nothing_else(
    stored: Path, capsys: pytest.CaptureFixture[str], write_queries: Callable[[str], Path]
) -> None:
    path = write_queries('panthera tigris,language,"[""Panthera_tigris""]",\n')
    arguments = ["--json", "--only", "fieldline", "--data", str(stored.parent)]
    main([*arguments, "--queries", str(path)])
    found = json.loads(capsys.readouterr().out)
    assert found["queries"] == {"few": 1}
    (engine,) = found["engines"]
    assert engine["sets"]["all"]["all"]["first"] == 100.0


@pytest.fixture
def write_queries(tmp_path: Path) -> Callable[[str], Path]:
    def write(rows: str) -> Path:
        path = tmp_path / "few.csv"
        path.write_text(f"query,kind,expected,note\n{rows}", encoding="utf-8")
        return path

    return write
