"""One definition of a term, for all that index, search or mark: analysis, spelling, stop words."""
