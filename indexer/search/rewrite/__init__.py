"""A parsed query becomes what the engine is asked: synonyms, spellings, wildcards spelt out, common words only rank."""
