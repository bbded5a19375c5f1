"""Which dates a text names, in the languages served and in figures: `grammar.dates_in` reads them, for articles and for
queries alike."""
