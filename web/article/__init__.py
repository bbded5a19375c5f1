"""One article's page, with what stands beside it."""
