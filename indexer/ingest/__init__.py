"""A file becomes Articles, or a reason why it does not.

path --corpus.load--> RawFile --formats--> Drafts --cleaning--> text without boilerplate --annotate--> Article

An annotation is a folder or a module each: dates, article_type, language, names, symbols, interviews, speakers,
passages. `near_duplicates` compares the articles with each other. `read` walks through all of it for one file.
"""
