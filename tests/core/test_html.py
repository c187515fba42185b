"""Telegram's HTML: escaping, counting, cutting."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.html import (
    bold,
    clean,
    clip,
    code,
    cut,
    escape,
    italic,
    link,
    plain,
    shown_length,
    utf16_length,
)


def shown(text_html: str) -> str:
    """What a reader sees, found in another way than by the code under test."""
    return html.unescape(re.sub(r"<[^>]+>", "", text_html))


def test_values_are_escaped_wherever_they_enter() -> None:
    assert escape("a < b & c") == "a &lt; b &amp; c"
    assert bold("<x>") == "<b>&lt;x&gt;</b>"
    assert italic("&") == "<i>&amp;</i>"
    assert code("R-22 <") == "<code>R-22 &lt;</code>"
    assert link("<here>", 'https://x.org/?a="1"&b=2') == (
        '<a href="https://x.org/?a=&quot;1&quot;&amp;b=2">&lt;here&gt;</a>'
    )


def test_control_and_direction_marks_are_taken_out_of_values() -> None:
    assert clean("a\u202eb\u2066c\u2069\x00d\x1b\ud800e") == "abcde"
    assert clean("two\r\nlines\tand a half") == "two\nlines and a half"


def test_a_joined_emoji_keeps_its_joiner() -> None:
    family = "👩\u200d👧"
    assert clean(family) == family


def test_length_is_counted_in_utf_16_units() -> None:
    assert utf16_length("aé废") == 3
    assert utf16_length("🐘") == 2


def test_tags_are_not_shown_and_entities_count_once() -> None:
    assert shown_length('<b>a</b>&lt;&amp;<a href="https://example.org">🐘</a>&#x1F418;') == 7


def test_html_is_shown_plain_without_tags_and_entities() -> None:
    assert plain(f"{bold('a < b')} &amp; {link('c', 'https://x.org')}\nd") == "a < b & c\nd"


def test_what_fits_is_not_changed() -> None:
    text = bold("x" * 4096)
    assert clip(text) == text


def test_what_is_too_long_ends_after_the_last_whole_paragraph() -> None:
    text = "\n".join([bold("one"), "two &amp; a half", "three"])
    assert clip(text, 18) == "<b>one</b>\ntwo &amp; a half\n…"
    assert clip(text, 17) == "<b>one</b>\n…"


def test_a_paragraph_does_not_end_inside_a_tag() -> None:
    text = "first\n<b>second\nthird and more</b>"
    assert clip(text, 16) == "first\n…"


def test_one_endless_paragraph_is_cut_with_its_tags_closed() -> None:
    assert clip("<b>abc<i>defgh</i></b>", 6) == "<b>abc<i>de…</i></b>"


@given(
    st.lists(st.text("ab &<\n🐘", max_size=12), min_size=1, max_size=12),
    st.integers(min_value=1, max_value=60),
)
def test_clipped_cards_never_show_more_than_allowed(pieces: list[str], limit: int) -> None:
    whole = "\n".join(
        bold(piece) if number % 2 else escape(piece) for number, piece in enumerate(pieces)
    )
    clipped = clip(whole, limit)
    assert len(shown(clipped).encode("utf-16-le")) // 2 <= limit
    assert clipped.count("<b>") == clipped.count("</b>")
    if clipped != whole:
        assert shown(clipped).endswith("…")
        assert shown(whole).startswith(shown(clipped)[:-1].rstrip())


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("🐘🐘🐘", 5, "🐘🐘…"),
        ("word and", 6, "word…"),
    ],
)
def test_plain_text_is_cut_with_an_ellipsis(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected
