"""The findings of a report written into its file: as comments on the words or the cell that they are about."""
