"""The version and the address of the project, alone, so that everything may know them."""

__version__ = "0.1.0"
ADDRESS = "https://repository.example/gdlint"
"""as pyproject.toml has it; a placeholder until there is one"""
