"""A reader's request becomes a page of results, by way of any engine.

SearchInput --plan (query.parser)--> Query --rewrite--> SearchRequest --match_sets--> Matches --page--> SearchPage

`highlight` chooses and marks snippets, `facets` fills the panels, `did_you_mean` helps where little was found.
`suggest`, `more_like_this`, `explain` and `quotation` answer questions of their own.
"""
