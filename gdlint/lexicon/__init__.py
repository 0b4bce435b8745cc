"""What text is made of, each in one place: sentences, numerals, likeness, suggestions. Knows no table and no rule."""
