"""Home: the first words, the examples, and an answer to what nobody else answers."""
