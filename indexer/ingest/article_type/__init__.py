"""What kind of text an article is, by the cues in its title, address and first lines."""
