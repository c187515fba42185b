"""How messages look on a terminal."""

from assistant.local.api.entities import Entity, Formatted
from assistant.local.api.keyboards import InlineButton
from assistant.local.api.markup import parse
from assistant.local.terminal.painting import buttons, paint, wrapped

CARD = parse('<b>🐘 <i>ivory</i></b> at <a href="https://cites.org">CITES</a>, <code>0507</code>')


def test_without_color_only_links_are_added() -> None:
    assert paint(CARD, color=False) == "🐘 ivory at CITES <https://cites.org>, 0507"


def test_with_color_styles_begin_and_end_where_they_should() -> None:
    assert paint(CARD, color=True) == (
        "\x1b[1m🐘 \x1b[0m\x1b[1m\x1b[3mivory\x1b[0m at \x1b[4mCITES <https://cites.org>"
        "\x1b[0m, \x1b[36m0507\x1b[0m"
    )


def test_a_link_that_is_its_own_text_is_shown_once() -> None:
    address = "https://cites.org"
    body = Formatted(address, (Entity("text_link", 0, len(address), url=address),))
    assert paint(body, color=False) == address


def test_what_a_terminal_could_obey_is_left_out() -> None:
    assert paint(Formatted("a\x9b31mb\x7f"), color=False) == "a31mb"


def test_buttons_are_numbered_over_the_rows() -> None:
    keyboard = (
        (InlineButton("More", data="m"), InlineButton("Map", url="https://example.org")),
        (InlineButton("Share", switch_inline="ivory"), InlineButton("Here", switch_inline_here="")),
    )
    assert buttons(keyboard) == [
        "[1] More  [2] Map <https://example.org>",
        "[3] Share <:inline ivory>  [4] Here <:inline >",
    ]


def test_a_long_line_breaks_between_words_and_loses_nothing() -> None:
    line = "\x1b[1mElephant ivory\x1b[0m, 象牙 象牙 象牙, " + "word " * 6
    lines = wrapped(line, 20)
    assert "".join(lines) == line
    assert [part.strip() for part in lines] == [
        "\x1b[1mElephant ivory\x1b[0m, 象牙",
        "象牙 象牙, word word",
        "word word word word",
    ]


def test_a_word_wider_than_the_line_stays_whole() -> None:
    assert wrapped("tetrafluoroethane", 5) == ["tetrafluoroethane"]
