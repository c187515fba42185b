"""The command `python -m benchmarks.search`; a folder, so that child processes do not load it."""
