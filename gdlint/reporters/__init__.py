"""What was found, written for people and programs: one file a format."""
