"""Ways into the archive without a query: the first page, A to Z, profiles."""
