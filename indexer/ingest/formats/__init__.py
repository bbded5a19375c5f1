"""The kinds of files that can be read, each a module with its reader; `registry` says which one reads a file."""
