"""What the text says in figures, read once: from words of the lexicon to claims. Knows no finding and no output."""
