"""The table of cues, which the modules beside this hold by kind.

Weights were first set by hand, as logarithms of likelihood ratios. Those of releases, speeches, news, statements,
resolutions and interviews were then fitted: a multinomial logistic regression over 527 texts (releases of senators,
General Debate, newswire without its source, and 90 texts of all kinds), drawn towards the first weights (penalty .4);
they were rounded. Cues that came later, those of a text's shape among them, were weighed by hand beside them, by how
much oftener they are found in one kind than in another. Of 160 texts that no weight was set on 130 are given a kind,
and nine of ten the right one; editorials and essays are seldom told from news, and are "other".
"""

from typing import Final

from indexer.ingest.article_type import (
    bodies,
    conversations,
    legislators,
    news,
    opinions,
    own_doings,
    releases,
    speeches,
)
from indexer.ingest.article_type.cue import Cue, CueName

DECLARED: Final[CueName] = "declared"
CUES: Final[tuple[Cue, ...]] = (
    *(*releases.CUES, *legislators.CUES, *own_doings.CUES),
    *(*news.CUES, *speeches.CUES),
    *(*bodies.CUES, *conversations.CUES, *opinions.CUES),
)
