"""The default engine: Whoosh's files and postings, with doc values, a scorer and a collector of our own over them."""
