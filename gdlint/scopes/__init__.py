"""What a rule looks at: the cases of each scope, the names that a rule may use in them, and the places that they lie in."""
