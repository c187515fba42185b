"""How a test says that a call is refused, in which code and words."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from assistant.local.api.refusals import Refusal


@contextmanager
def refused(code: int, description: str) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    with pytest.raises(Refusal) as raised:
        yield raised
    assert (raised.value.code, raised.value.description) == (code, description)
