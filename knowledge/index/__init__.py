"""The index of all names, codes and words: built once, kept as files, opened in place."""
