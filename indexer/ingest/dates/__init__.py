"""When an article was published, and which dates a text names.

text --grammar.dates_in--> FoundDates --publication.date_of (years.year_of)--> PartialDate with its evidence
text --relative.relative_in--> those without a figure ("last November") --relative.resolved--> as said on a given day
"""

from indexer.ingest.dates.publication import date_of
from indexer.ingest.dates.relative import relative_in, resolved
from indexer.text.dates.found import FoundDate
from indexer.text.dates.grammar import dates_in

__all__ = ["FoundDate", "date_of", "dates_in", "relative_in", "resolved"]
