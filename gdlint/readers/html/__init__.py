"""Web pages: the report in a page, its text and tables, and the line and column of each in the file (extra `html`)."""
