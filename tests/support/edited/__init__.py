"""Reports in which one label or one value is not as it should be, and what may be read in them."""
