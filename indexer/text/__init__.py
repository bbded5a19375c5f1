"""One definition of a term, for all that index, search or mark: analysis, spelling, stop words. And what
a passage is called by, which is its words as they are: passage_key."""
