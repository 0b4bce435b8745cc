"""What can be wrong with a rule before it ever runs."""


class ExpressionError(ValueError):
    """An expression that cannot be used: what is wrong, and the column (from 1) where, or 0 for the whole."""

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.column = column
