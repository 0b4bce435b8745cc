"""Configuration: finding, reading, merging and explaining it. Knows the model and no rule."""
