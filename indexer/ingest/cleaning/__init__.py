"""A draft's text becomes paragraphs of the article alone: repaired characters, no boilerplate, no date lines."""
