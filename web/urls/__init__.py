"""Addresses: read into parameters, and written into links."""
