"""An example of a plugin of gdlint."""
