"""What is wrong in the files of a form, with the way that leads there."""

from gdlint.words.fault import FaultError, Words

Keys = tuple[str | int, ...]


class FormError(FaultError):
    """A form that cannot be used: which of its files is wrong (`form`, `sections`, or the key of a table), and the keys and indices
    that lead there."""

    def __init__(self, words: Words, file: str = "form", keys: Keys = ()) -> None:
        super().__init__(words)
        self.file, self.keys = file, keys
