"""A parsed query becomes what the engine is asked: synonyms, wildcards spelt out, common words that only rank."""
