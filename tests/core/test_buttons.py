"""Buttons and their data."""

import pytest

from assistant.core.messaging.buttons import Button, pack, unpack


def test_packed_data_is_read_back_with_colons_in_the_argument() -> None:
    assert unpack(pack("lookup", "more", "cites:loxodonta")) == (
        "lookup",
        "more",
        "cites:loxodonta",
    )
    assert unpack(pack("lookup", "none")) == ("lookup", "none", "")


@pytest.mark.parametrize("feature", ["", "look:up"])
def test_a_feature_that_could_not_be_read_back_is_refused(feature: str) -> None:
    with pytest.raises(ValueError, match="cannot be a feature"):
        pack(feature, "more", "1")


def test_data_is_measured_in_bytes_and_not_in_letters() -> None:
    assert Button("ok", data=pack("a", "b", "x" * 60))
    with pytest.raises(ValueError, match="65 bytes"):
        pack("a", "b", "x" * 61)
    with pytest.raises(ValueError, match="66 bytes"):
        pack("a", "b", "я" * 31)


@pytest.mark.parametrize("data", ["", "lookup", "lookup:more"])
def test_data_that_nobody_packed_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="not feature:action:argument"):
        unpack(data)


def test_a_button_does_exactly_one_thing() -> None:
    with pytest.raises(ValueError, match="one of"):
        Button("idle")
    with pytest.raises(ValueError, match="one of"):
        Button("both", data="a:b:", url="https://example.org")
    with pytest.raises(ValueError, match="text"):
        Button("", url="https://example.org")
