"""Applying the fixes of findings to the files that they were found in."""
