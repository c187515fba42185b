"""Peer: the search library tantivy with fuzzy words for candidates, rapidfuzz to order them."""

from collections.abc import Sequence

import tantivy

from benchmarks.peers import Hits
from benchmarks.peers.rerank import best_of, squashed

CANDIDATES = 200
HEAP = 128_000_000  # bytes for writing; the library's default
WHOLE = 8.0  # weight of a name that is alike as a whole, against its single words
ONE_SLIP, TWO_SLIPS = 3, 6  # letters from which a word may hold so many


class Engine:
    """An index in memory of the words of each name, and of each name without its spaces."""

    how = f"{CANDIDATES} candidates by fuzzy words, ordered by rapidfuzz ratio"

    def __init__(self) -> None:
        self._strings: list[str] = []
        self._schema = (
            tantivy.SchemaBuilder()
            .add_unsigned_field("number", fast=True)
            .add_text_field("words", tokenizer_name="whitespace", index_option="freq")
            .add_text_field("whole", tokenizer_name="raw", index_option="basic")
            .build()
        )
        self._index = tantivy.Index(self._schema)

    def open(self, strings: Sequence[str]) -> None:
        """Write the index and open it."""
        self._strings = [squashed(string) for string in strings]
        writer = self._index.writer(heap_size=HEAP, num_threads=1)
        for number, string in enumerate(strings):
            document = tantivy.Document()
            document.add_unsigned("number", number)
            document.add_text("words", string)
            document.add_text("whole", self._strings[number])
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, text: str, limit: int) -> Hits:
        """Give the best of the strings whose words, or which as a whole, are alike."""
        wanted = squashed(text)
        parts = [tantivy.Query.boost_query(self._fuzzy("whole", wanted), WHOLE)]
        for word in dict.fromkeys(text.split()):
            parts.append(tantivy.Query.term_query(self._schema, "words", word))
            parts.append(self._fuzzy("words", word))
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        searcher = self._index.searcher()
        found = searcher.search(query, limit=CANDIDATES, count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in found])
        return best_of(wanted, numbers, self._strings, limit)

    def close(self) -> None:
        """Nothing is open outside memory."""

    def _fuzzy(self, field: str, word: str) -> tantivy.Query:
        slips = (len(word) >= ONE_SLIP) + (len(word) >= TWO_SLIPS)
        return tantivy.Query.fuzzy_term_query(self._schema, field, word, distance=slips)
