"""Talking with people over Telegram: who may ask, in which order, how fast, and what they see."""
