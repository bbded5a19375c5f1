"""The engine for large archives on one machine."""
