"""Lookup: a question becomes a card."""
