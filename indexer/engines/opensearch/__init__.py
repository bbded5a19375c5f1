"""The engine for archives on a cluster."""
