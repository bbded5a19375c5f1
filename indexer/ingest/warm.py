"""Imported by the process that workers are forked from: one article is annotated, so that the names, the language model
and the stemmers are loaded once and shared by all workers, as far as they do not write to them."""

import gc

from indexer.article import Provenance
from indexer.authority import load
from indexer.ingest.annotate import annotate
from indexer.ingest.draft import Draft

_TEXT = "The Permanent Council of the CSTO met in Minsk on 7 February 2019, “again”, said Secretary General A. Ivanov."

annotate(Draft(_TEXT, title="A first article"), Provenance("warm", "", "", "text"), load(None))
# The collector would write into every object that is there, and so unshare it.
gc.collect()
gc.freeze()
