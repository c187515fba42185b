"""What lookup shows: the card of an answer and the card of an entry, in the reader's language."""

from assistant.lookup.cards.answer import answer_card, gone, none_of_these, others_card
from assistant.lookup.cards.deciding import question_card, undecided_card
from assistant.lookup.cards.entry import entry_card
from assistant.lookup.cards.figures import worked_out
from assistant.lookup.cards.headline import headline
from assistant.lookup.cards.several import several_card

__all__ = [
    "answer_card",
    "entry_card",
    "gone",
    "headline",
    "none_of_these",
    "others_card",
    "question_card",
    "several_card",
    "undecided_card",
    "worked_out",
]
