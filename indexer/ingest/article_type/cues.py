"""The table of cues, which the modules beside this hold by kind.

Weights were first set by hand, as logarithms of likelihood ratios. Those of releases, speeches, news, statements,
resolutions and interviews were then fitted: a multinomial logistic regression over 527 texts (releases of senators,
General Debate, newswire without its source, and 90 texts of all kinds), drawn towards the first weights (penalty .4);
they were rounded. Cues that came later, those of a text's shape and of arguing among them, were weighed by hand beside
them, by how much oftener they are found in one kind than in another. Of 331 texts that the cues were written on, 88 in
a hundred are given their kind; of 72 on which weights, and cues that hold in every language, were weighed, 71; of 74
texts of other sites that nobody looked at, 54, and a third no kind. Releases of bodies that are no legislators, and
essays on other than public matters, read like reports: those are what is missed most.
"""

from typing import Final

from indexer.ingest.article_type import (
    bodies,
    conversations,
    legislators,
    meetings,
    news,
    opinions,
    own_doings,
    releases,
    speeches,
    statements,
    structure,
)
from indexer.ingest.article_type.cue import Cue, CueName

DECLARED: Final[CueName] = "declared"
CUES: Final[tuple[Cue, ...]] = (
    *(*releases.CUES, *legislators.CUES, *own_doings.CUES),
    *(*news.CUES, *speeches.CUES),
    *(*statements.CUES, *bodies.CUES, *conversations.CUES, *meetings.CUES, *opinions.CUES),
    *structure.CUES,
)
