"""How well the engines rank at least. Floors are only ever raised.

Every engine ranks alike, so that a floor holds for all of them. Collections that come with the code come out the same
on every machine: their floors stand .003 to .004 below what is measured.
"""

from benchmarks.relevance_measures import Quality

FLOORS = {
    # measured when last raised: time .766/.707/.813, cranfield .546/.435/.827
    "time": Quality(ndcg=0.762, map=0.703, mrr=0.805),
    "cranfield": Quality(ndcg=0.543, map=0.432, mrr=0.822),
    "made up: both words": Quality(ndcg=0.898, map=0.805, mrr=0.997),
    "made up: digests": Quality(ndcg=0.987, map=0.966, mrr=0.997),
    "made up: either word": Quality(ndcg=0.714, map=0.650, mrr=0.809),
    "made up: inflections": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up: known items": Quality(ndcg=0.888, map=0.871, mrr=0.871),
    "made up: names": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up: phrases": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up: rare words": Quality(ndcg=0.950, map=0.872, mrr=0.997),
    "made up: reports": Quality(ndcg=0.990, map=0.977, mrr=0.997),
    "made up: spellings": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up: titles": Quality(ndcg=0.955, map=0.997, mrr=0.997),
    "made up: topics": Quality(ndcg=0.995, map=0.997, mrr=0.997),
    "made up, 3 each: both words": Quality(ndcg=0.851, map=0.761, mrr=0.997),
    "made up, 3 each: digests": Quality(ndcg=0.988, map=0.972, mrr=0.997),
    "made up, 3 each: either word": Quality(ndcg=0.716, map=0.613, mrr=0.830),
    "made up, 3 each: inflections": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up, 3 each: known items": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up, 3 each: names": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up, 3 each: phrases": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up, 3 each: rare words": Quality(ndcg=0.833, map=0.683, mrr=0.830),
    "made up, 3 each: reports": Quality(ndcg=0.993, map=0.985, mrr=0.997),
    "made up, 3 each: spellings": Quality(ndcg=0.997, map=0.997, mrr=0.997),
    "made up, 3 each: titles": Quality(ndcg=0.947, map=0.997, mrr=0.997),
    "made up, 3 each: topics": Quality(ndcg=0.996, map=0.997, mrr=0.997),
    "corpus: known items": Quality(ndcg=0.978, map=0.972, mrr=0.972),
}
