"""The expressions of the rule language: parsed, checked against what a rule may name, compiled to closures."""
