"""What lookup shows: the card of an answer and the card of an entry, in the reader's language."""

from assistant.lookup.cards.answer import answer_card, gone, none_of_these
from assistant.lookup.cards.entry import entry_card, headline

__all__ = ["answer_card", "entry_card", "gone", "headline", "none_of_these"]
