"""The cards of the deciding questions: one question at a time, ending in a code or in a hold."""

from assistant.core.html import bold, escape
from assistant.core.messaging.buttons import Button, Rows, pack
from assistant.core.messaging.card import Card
from assistant.core.texts import Language
from assistant.lookup.cards.entry import FEATURE, SHOW
from knowledge.guidance.deciding import UNDECIDED, Topic

STEP, HOLD = "step", "hold"


def question_card(language: Language, topic: Topic, step: int) -> Card:
    """Give the card that asks one question of a topic."""
    first = bold(topic.title[language.code])
    lines = [first, *question_lines(language, topic, step)]
    return Card("\n".join(lines), question_rows(language, topic, step))


def question_lines(language: Language, topic: Topic, step: int) -> list[str]:
    """Give the question as lines of HTML, with its place among the questions."""
    asked = topic.questions[step]
    place = language.say("lookup-question", number=str(step), count=str(len(topic.questions)))
    return ["", f"{bold(place)} {escape(asked.words[language.code])}"]


def question_rows(language: Language, topic: Topic, step: int) -> Rows:
    """Give a button for each answer, and one for who cannot tell."""
    asked = topic.questions[step]
    buttons = [
        Button(reply.words[language.code], _data(topic, reply.to)) for reply in asked.replies
    ]
    buttons.append(Button(language.say("lookup-cannot-tell"), _data(topic, asked.cannot_tell)))
    return tuple((button,) for button in buttons)


def undecided_card(language: Language, topic: Topic) -> Card:
    """Give the card at the end of a path that no question can decide."""
    lines = [bold(language.say("lookup-undecided")), escape(topic.undecided[language.code])]
    rows: Rows = ()
    if topic.entries:
        back = Button(
            language.say("lookup-ask-again"), _data(topic, f"step {min(topic.questions)}")
        )
        rows = ((back,),)
    return Card("\n".join(lines), rows)


def _data(topic: Topic, to: str) -> str:
    """Write where an answer leads: a step of the topic, an entry, or the hold."""
    if to == UNDECIDED:
        return pack(FEATURE, HOLD, topic.id)
    kind, _, where = to.partition(" ")
    if kind == "entry":
        return pack(FEATURE, SHOW, where)
    return pack(FEATURE, STEP, f"{topic.id}.{where}")
