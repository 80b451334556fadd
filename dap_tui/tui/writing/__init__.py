"""Writing words: decisions on exceptions and commentary, from the key that begins them to the file they go into."""
