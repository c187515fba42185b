"""A chat in the terminal over the local Telegram: what is typed, and what is shown."""
