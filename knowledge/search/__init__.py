"""The ways from a question to entries: exact, by letters, by words, inside a sentence."""
