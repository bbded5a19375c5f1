"""Which snippets of an article show a query best, and which of their characters are marked."""
