"""How a text is read: its letters made comparable, the codes that it can be."""
