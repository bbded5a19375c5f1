"""When an article was published, and which dates a text names.

text --grammar.dates_in--> FoundDates --publication.date_of (years.year_of)--> PartialDate with its evidence
"""

from indexer.ingest.dates.found import FoundDate
from indexer.ingest.dates.grammar import dates_in
from indexer.ingest.dates.publication import date_of

__all__ = ["FoundDate", "date_of", "dates_in"]
