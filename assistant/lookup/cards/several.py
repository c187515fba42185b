"""The card for several things asked in one message: the first line of each, and a way to each."""

from collections.abc import Sequence

from assistant.core.html import bold, clip, cut, escape
from assistant.core.messaging.buttons import Button, pack
from assistant.core.messaging.card import Card
from assistant.core.texts import Language
from assistant.lookup.cards.answer import answer_card
from assistant.lookup.cards.entry import FEATURE, SHOW
from knowledge import Answer, Knowledge, Verdict

_LONGEST_BUTTON = 40


def several_card(
    language: Language, base: Knowledge, answers: Sequence[Answer], contact: str, left_out: int
) -> Card:
    """Answer one by one in one message; `left_out` counts what was too much for it."""
    lines: list[str] = []
    buttons = []
    for number, answer in enumerate(answers, 1):
        first = answer_card(language, base, answer, contact).text.partition("\n")[0]
        lines.append(f"{number}. {first}")
        if answer.verdict is Verdict.SURE:
            entry = answer.hits[0].entry
            label = f"{number}. {cut(entry.title, _LONGEST_BUTTON)}"
            buttons.append(Button(label, pack(FEATURE, SHOW, entry.id)))
        else:
            query = cut(answer.query, _LONGEST_BUTTON)
            lines.append(escape(language.say("lookup-ask-alone", query=query)))
    if left_out:
        lines.append(bold(language.say("lookup-left-out", count=left_out)))
    return Card(clip("\n".join(lines)), tuple((button,) for button in buttons))
