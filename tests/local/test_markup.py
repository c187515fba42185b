"""Telegram's HTML: what it reads, what it refuses, and how it counts."""

import string
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.local.api.entities import Entity, Formatted, clean, pieces, utf16_length
from assistant.local.api.markup import parse
from assistant.local.api.refusals import Refusal

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SIMPLE_TAGS = st.sampled_from(["b", "i", "u", "s", "code", "pre", "tg-spoiler", "blockquote"])
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(st.one_of(TEXTS, st.tuples(SIMPLE_TAGS, inner)), min_size=1, max_size=4),
    max_leaves=12,
)
TYPES = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "s": "strikethrough",
    "tg-spoiler": "spoiler",
}


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<b>a</b><strong>b</strong>", "ab", (Entity("bold", 0, 1), Entity("bold", 1, 1))),
        ("<i>a</i><em>b</em>", "ab", (Entity("italic", 0, 1), Entity("italic", 1, 1))),
        ("<u>a</u><ins>b</ins>", "ab", (Entity("underline", 0, 1), Entity("underline", 1, 1))),
        (
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            tuple(Entity("strikethrough", at, 1) for at in range(3)),
        ),
        ("<code>R-22</code>", "R-22", (Entity("code", 0, 4),)),
        ("<pre>x</pre>", "x", (Entity("pre", 0, 1),)),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            (Entity("pre", 0, 1, language="python"),),
        ),
        ('<code class="language-python">x</code>', "x", (Entity("code", 0, 1),)),
        (
            '<a href="https://cites.org/?a=1&amp;b=2">list</a>',
            "list",
            (Entity("text_link", 0, 4, url="https://cites.org/?a=1&b=2"),),
        ),
        ("<a>cites.org</a>", "cites.org", (Entity("text_link", 0, 9, url="http://cites.org"),)),
        ('<a href="nowhere">x</a>', "x", ()),
        ("<tg-spoiler>x</tg-spoiler>", "x", (Entity("spoiler", 0, 1),)),
        ('<span class="tg-spoiler">x</span>', "x", (Entity("spoiler", 0, 1),)),
        ("<blockquote>x</blockquote>", "x", (Entity("blockquote", 0, 1),)),
        (
            "<blockquote expandable>x</blockquote>",
            "x",
            (Entity("expandable_blockquote", 0, 1),),
        ),
        ("<B>x</b >", "x", (Entity("bold", 0, 1),)),
        ("<b>a<i>b</i></b>", "ab", (Entity("bold", 0, 2), Entity("italic", 1, 1))),
        ("<b></b>x", "x", ()),
        ("&lt;&gt;&amp;&quot;&#8211;&#x2013;", '<>&"––', ()),
        ("R&D &copy; &#0;", "R&D &copy; &#0;", ()),
        ("🐘<b>象</b>", "🐘象", (Entity("bold", 2, 1),)),
        ("<b>🐘</b>", "🐘", (Entity("bold", 0, 2),)),
    ],
)
def test_html_becomes_text_and_entities(html: str, text: str, entities: tuple[Entity, ...]) -> None:
    assert parse(html) == Formatted(text, entities)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<table>", 'Unsupported start tag "table" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=a/b>y</a>", "Unexpected end of name token at byte offset 8"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(html: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(html)
    assert refused.value.code == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@given(TEXTS)
def test_escaped_text_is_read_back_as_it_was(text: str) -> None:
    assert parse(escape(text)) == Formatted(text)


@given(TREES)
def test_entities_cover_exactly_what_stood_in_their_tags(tree: object) -> None:
    html, text, expected = _written(tree)
    read = parse(html)
    assert read.text == text
    covered = [(entity.type, read.part(entity)) for entity in read.entities]
    assert sorted(covered) == sorted(expected)


@given(st.text(alphabet="<>/&;=\"'ab #x1" + string.whitespace + "🐘", max_size=40))
def test_any_text_is_read_or_refused_and_nothing_else_happens(html: str) -> None:
    try:
        read = parse(html)
    except Refusal as refusal:
        assert refusal.description.startswith("Bad Request: can't parse entities: ")  # noqa: PT017 - either outcome is right
    else:
        length = utf16_length(read.text)
        assert all(0 <= entity.offset < entity.end <= length for entity in read.entities)


@given(TEXTS)
def test_lengths_are_counted_in_utf16(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.integers(min_value=2, max_value=9))
def test_pieces_are_short_enough_and_lose_nothing(text: str, limit: int) -> None:
    cut = pieces(text, limit)
    assert "".join(cut) == text
    assert all(utf16_length(piece) <= limit for piece in cut)


def test_cleaning_trims_and_moves_the_entities_along() -> None:
    body = Formatted("\n\t a\x1bb \n", (Entity("bold", 0, 7), Entity("code", 3, 1)))
    assert clean(body) == Formatted("a b", (Entity("bold", 0, 3), Entity("code", 0, 1)))


def _written(tree: object) -> tuple[str, str, list[tuple[str, str]]]:
    """Write a tree as HTML; return that, its text, and what each entity is to cover."""
    if isinstance(tree, str):
        return escape(tree), tree, []
    if isinstance(tree, tuple):
        tag, inner = tree
        html, text, entities = _written(inner)
        own = [(TYPES.get(str(tag), str(tag)), text)] if text else []
        return f"<{tag}>{html}</{tag}>", text, entities + own
    assert isinstance(tree, list)
    parts = [_written(part) for part in tree]
    return (
        "".join(html for html, _, _ in parts),
        "".join(text for _, text, _ in parts),
        [entity for _, _, entities in parts for entity in entities],
    )
