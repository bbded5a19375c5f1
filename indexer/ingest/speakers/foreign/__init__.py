"""Who said what in Russian, French, Spanish, Italian, Portuguese and German texts, by the cues of each language."""
