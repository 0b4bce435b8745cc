"""A form with nothing filled in, for those who begin to write: what stands in it, and one writer a format."""
