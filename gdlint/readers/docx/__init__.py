"""Word documents: the text as it is printed, tables with their merged cells, and the place of each (extra `docx`)."""
