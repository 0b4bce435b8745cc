"""The languages that every message is written in."""

LANGUAGES = ("zh", "en")
