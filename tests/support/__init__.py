"""What the tests and `measure.py` share: real samples, oracles for edited reports, and broken texts."""
