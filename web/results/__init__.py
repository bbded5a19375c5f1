"""The page of results and its panels."""
