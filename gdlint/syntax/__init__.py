"""From lines to a syntax tree: physical shapes become rows, rows become tokens, and the grammar makes a tree of them."""
