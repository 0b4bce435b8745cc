"""File formats and encodings: bytes in, one canonical text and the way back to the user's places out."""
