"""What kind of text an article is: cues are weighed, and what is not likely enough is "other"."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.article import ARTICLE_TYPES, ArticleType
from indexer.ingest.article_type.cue import Cue, CueName, Weights
from indexer.ingest.article_type.cues import CUES, DECLARED
from indexer.ingest.article_type.declared import BELIEVED, declared
from indexer.ingest.article_type.reading import READERS, SPEAKERS, Reading, told_words
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.turns import Turn

LIKELY = 0.8
_MOST_CUES = 3
# How common each kind is before anything is read, as a logarithm; a text without any cue is "other".
_COMMON: Mapping[ArticleType, float] = {
    "other": -0.3,
    "news": -0.2,
    "press release": -1.2,
    "speech": -1.2,
    "statement": -1.6,
}
_ELSE = -2.0
_BEFORE = {kind: _COMMON.get(kind, _ELSE) for kind in ARTICLE_TYPES}
_ALWAYS = tuple(each for each in CUES if not each.after)
_WAITING: dict[str, list[Cue]] = defaultdict(list)
_COSTLY: dict[str, list[Cue]] = defaultdict(list)
for _cue in CUES:
    for _word in _cue.after:
        (_COSTLY if _cue.costly else _WAITING)[_word].append(_cue)
# More than what costly cues change, but for one text in a hundred.
_LEAD = 4.3
Evidence = tuple[CueName, Weights]
_WAITED = frozenset((*_WAITING, *_COSTLY)) | SPEAKERS | READERS


@dataclass(frozen=True, slots=True)
class Judged:
    """`probability` is that of `type`, or where that is "other" of the likeliest; `evidence` names cues, the strongest
    first."""

    type: ArticleType
    probability: float
    evidence: tuple[CueName, ...] = ()


def judged(draft: Draft, turns: Sequence[Turn] = (), raw: Draft | None = None) -> Judged:
    """`raw`: the draft before it was cleaned, of which letterhead and contacts are read."""
    said = declared(draft.type)
    if said and said[0][1] == BELIEVED:
        return Judged(said[0][0], 1.0, (DECLARED,))
    raw = raw or draft
    reading = Reading(draft, raw, turns, told_words(draft, raw, _WAITED))
    found = [*_found(_WAITING, reading, _ALWAYS), *((DECLARED, {kind: weight}) for kind, weight in said)]
    if _is_open(_scored(found)):
        found += _found(_COSTLY, reading)
    return _judged(found)


def _judged(found: Sequence[Evidence]) -> Judged:
    scores = _scored(found)
    best = max(scores, key=lambda kind: scores[kind])
    probability = 1 / sum(math.exp(score - scores[best]) for score in scores.values())
    if best == "other" or probability < LIKELY:
        return Judged("other", probability)
    return Judged(best, probability, _strongest(best, found))


def _found(waiting: Mapping[str, Sequence[Cue]], reading: Reading, always: Sequence[Cue] = ()) -> list[Evidence]:
    tried = {*always}
    for word in reading.words:
        if word in waiting:
            tried.update(waiting[word])
    return [(each.name, each.weights) for each in tried if each.found(reading)]


def _scored(found: Sequence[Evidence]) -> dict[ArticleType, float]:
    scores = dict(_BEFORE)
    for _, weights in found:
        for kind, weight in weights.items():
            scores[kind] += weight
    return scores


def _is_open(scores: Mapping[ArticleType, float]) -> bool:
    second, best = sorted(scores.values())[-2:]
    return best - second < _LEAD


def _strongest(kind: ArticleType, found: Sequence[Evidence]) -> tuple[CueName, ...]:
    spoke = sorted(((-weights.get(kind, 0.0), name) for name, weights in found if weights.get(kind, 0.0) > 0))
    return tuple(dict.fromkeys(name for _, name in spoke))[:_MOST_CUES]
