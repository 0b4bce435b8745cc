"""OFD files (GB/T 33190) with a text layer: glyphs and rules of each page, out of XML in a zip (extra `ofd`)."""
