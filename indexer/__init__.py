"""Articles in files become a searchable archive; typed words become a page of results. It knows nothing of HTTP.

corpus folder --indexing.changes--> files to read --ingest.read--> Articles --engines.writer--> an index
typed words --query.parser--> Query --search.rewrite--> SearchRequest --engines.reader--> SearchResult
SearchResult --search.highlight--> SearchPage, which `cli` prints and the package `web` renders

Folders from top to bottom, each one importing only those below it: cli; indexing; ingest, generations and search;
engines; query; authority; text. The modules beside them are what all of them share: an article, the table of fields,
settings, messages and errors.
"""
