"""Made-up texts that cues are tried on."""

from collections.abc import Sequence

from indexer.article import ArticleType
from indexer.ingest.article_type.classify import judged
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.turns import Turn

BODY = "The parties discussed the plan of joint work and the exchange of experts. " * 5
NOTHING = "Nothing happens here. "
RESOLUTION = (
    "The General Assembly,\n\nRecalling its resolution 64/256 of 2 March 2010,\n\nWelcoming the work of the office,\n\n"
    "1. Decides to continue the work;\n\n2. Requests the Secretary-General to report."
)
SPEECH = "Mr. President,\n\nI thank you for the invitation. We have come a long way, and our work is not done."
OFFICE = "US Senator Orla Salt (D-ME) today announced that the harbour of Northport will be dredged this spring. "
REPORT = "The plan of the lake was known to all who came. It took three days to read. "


def type_of(draft: Draft, turns: Sequence[Turn] = (), raw: Draft | None = None) -> ArticleType:
    return judged(draft, turns, raw).type
