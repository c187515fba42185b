"""Figures that the docs state, measured beside a baseline in the same run."""
