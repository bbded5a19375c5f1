"""JSON for programs: search, articles, administration, and what crawlers ask for."""
