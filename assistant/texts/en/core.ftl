# What concerns every feature. Texts are plain; the program escapes them where they enter a card.

core-refused = This assistant is for invited officers. Ask your coordinator for access.
core-refused-ask = This assistant is for invited officers. For access, ask { $contact }.
core-button-old = That button no longer works. Please send your question again.
core-error = Something went wrong here, and it has been noted. Please try again; if it stays, report { $reference }.
