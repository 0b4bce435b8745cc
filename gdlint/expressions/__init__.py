"""What a rule says: expressions parsed, checked against what a rule may name, compiled to closures; messages with fields."""
