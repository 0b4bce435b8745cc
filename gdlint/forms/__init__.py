"""The official forms, and binding what is printed to them."""
