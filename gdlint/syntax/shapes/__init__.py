"""The physical shapes of a table in a text file, one module each: runs of lines in, rows out.

A shape takes the lines from an index on and answers with the rows that it read and the index behind them, or with
None where no line of its shape begins there. Shapes know labels only as words of the vocabulary.
"""
