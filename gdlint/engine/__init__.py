"""The catalogue of rules, and running it over a report."""
