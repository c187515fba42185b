"""A Telegram of our own, in memory: for the tests and for the chat in the terminal."""
