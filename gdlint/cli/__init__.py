"""The command line: one file a command; each only calls the API and writes what it answers."""
