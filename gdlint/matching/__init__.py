"""What rules find in running text: patterns of linear time, finders, and the values of what they found."""
