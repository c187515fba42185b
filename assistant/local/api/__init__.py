"""The Bot API in memory: chats, messages, files, updates, and what Telegram refuses."""
