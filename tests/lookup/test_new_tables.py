"""The running assistant takes new tables between two messages, without a restart."""

from pathlib import Path

from assistant.core.clock import ManualClock
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from knowledge import Living
from tests.conftest import MIDSUMMER
from tests.knowledge import tables
from tests.lookup.conftest import opened

WORD = "qwxzkv"


async def test_a_word_added_to_a_table_is_known_at_the_next_message(
    tmp_path: Path, telegram: LocalTelegram, clock: ManualClock, officer: Person
) -> None:
    few = tables.few_tables(tmp_path / "tables")
    living = Living(tmp_path / "stored", few, lambda: MIDSUMMER, look_every=0.0)
    async with opened(living, telegram, clock) as assistant:
        before = await assistant.ask(officer, WORD)
        tables.add_line(few, "species/product_terms.csv", f"product-elephant-ivory,en,{WORD}")
        living.now()
        living.settle()
        after = await assistant.ask(officer, WORD)
    assert "Elephant ivory" not in before.text
    assert after.text.startswith("Elephant ivory")
