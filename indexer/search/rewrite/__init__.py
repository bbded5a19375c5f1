"""A parsed query becomes what the engine is asked: synonyms, names in other scripts, wildcards spelt out, common words that only rank."""
