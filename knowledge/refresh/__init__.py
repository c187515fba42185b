"""Keeping the tables true: what the publishers export is checked whole, compared, then written."""
