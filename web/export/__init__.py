"""Citations and files to take away."""
