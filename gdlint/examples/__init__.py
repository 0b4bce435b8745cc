"""Rules over their own good and bad examples: the report of an example, and what a rule says of it."""
