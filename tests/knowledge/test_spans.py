"""What a sentence names: stretches of it, cut exactly, that never overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Knowledge, Span
from knowledge.base import LONGEST_SENTENCE

SENTENCES = {
    "12 kg ivory Lagos to Shanghai container MSCU6639870 seized": {
        "ivory": "product-elephant-ivory"
    },
    "found rhino horn and 3 pangolin scales in a bag": {
        "rhino horn": "product-rhino-horn",
        "pangolin scales": "product-pangolins-scales-meat-skins",
    },
    "R-134a, 75-45-6 and Y48.": {"R-134a": "hfc-134a", "75-45-6": "hcfc-22", "Y48": "basel-Y48"},
    "cylinders of UN 1018 under hs 2903.77": {"UN 1018": "un-1018", "hs 2903.77": "hs-290377"},
    "一批象牙和穿山甲鳞片": {"象牙": "product-elephant-ivory"},
    "marfil (12 kg)": {"marfil": "product-elephant-ivory"},
    "IVORY!": {"IVORY": "product-elephant-ivory"},
}
WORDS = ["ivory", "rhino horn", "R-134a", "75-45-6", "象牙", "and", "12", "kg", "“Y48”", "(a3210)",
         "\u202e", "🐘", "Loxodonta africana", ".", ",", "\n", "Lagos"]  # fmt: skip


@pytest.mark.parametrize(("sentence", "named"), SENTENCES.items())
def test_a_sentence_gives_what_it_names(
    base: Knowledge, sentence: str, named: dict[str, str]
) -> None:
    found = {span.text: span.entries for span in base.find_in(sentence)}
    for text, entry in named.items():
        assert found[text][0] == entry


@pytest.mark.parametrize("sentence", ["", "   ", "no", "12 14 2026", "seized at 14:30", "75-45-7"])
def test_a_sentence_that_names_nothing_gives_nothing(base: Knowledge, sentence: str) -> None:
    assert base.find_in(sentence) == []


def test_the_longest_name_wins(base: Knowledge) -> None:
    spans = base.find_in("mammoth ivory")
    assert [(span.text, span.entries[0]) for span in spans] == [
        ("mammoth ivory", "product-mammoth-ivory")
    ]


def test_a_word_is_not_corrected_inside_a_sentence(base: Knowledge) -> None:
    assert base.find_in("ivroy") == []


def test_only_the_beginning_of_a_long_sentence_is_read(base: Knowledge) -> None:
    spans = base.find_in("x " * LONGEST_SENTENCE + "ivory")
    assert spans == []
    assert base.find_in("x " * (LONGEST_SENTENCE // 2 - 5) + "ivory")


def check(base: Knowledge, sentence: str, spans: list[Span]) -> None:
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(sentence)
        assert sentence[span.start : span.end] == span.text
        assert span.entries
        assert all(base.find(entry) for entry in span.entries)
        end = span.end


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_spans_slice_the_sentence_and_do_not_overlap(base: Knowledge, sentence: str) -> None:
    check(base, sentence, base.find_in(sentence))


@given(st.text(st.characters(), max_size=60))
def test_any_text_is_read_for_what_it_names(base: Knowledge, sentence: str) -> None:
    check(base, sentence, base.find_in(sentence))
