"""PDF files with a text layer: glyphs and rules of each page, by PDFium (extra `pdf`)."""
