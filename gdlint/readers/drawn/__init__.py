"""What is drawn on sheets, as glyphs and rules: its tables, lines and paragraphs, whatever format the sheets came from."""
