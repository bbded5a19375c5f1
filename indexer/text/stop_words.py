"""Words that carry a sentence's grammar and little of its meaning.

They keep no article away and are not marked beside other words, and they are never taken for an acronym.
"""

import re
from collections.abc import Iterable

from indexer.text import analysis

FUNCTION_WORDS = frozenset(
    analysis.terms("""
        a all an and any are as at be been but by can could did do does for from had has have he her his how i if in
        into is it its may me more my no not of on one or our out s she should so such than that the their them then
        there these they this those to up us was we were what when where which who will with would you your
        de des du en et la le les une el los y
        в во да для же за и из к как ли на над не но о об он от по при с со то у что эта это этот
    """)
)

# Words of other languages; only those before the stroke tell that something was typed in the language.
_OF_LANGUAGES = """
    aux cette dans est leurs sont une | au avec ce ces elle elles en et il ils leur mais ne nous on ou par pas plus
        pour qui que sa sans se ses son sur vous
    como esta han los las una | al con cual del desde entre es ha hasta le lo más no o para pero por que se ser si sin
        sobre son su sus también un y ya
    auch auf das dem der ein eine für ist mit nicht über und von vom wird zum zur | als am an bei bis den des die durch
        er es hat im in nach oder sich sie sind so um war was wie wir zu
    che degli dei della delle nel nella sono | a al alla anche con da del di e gli i il in la le lo ma nei non o per
        più se si su un una
    ao aos das dos mais não pela pelo são também uma | a as com da de do e em entre na nas no nos o os ou para por que
        se sem ser sua um
"""
_SURE_AND_ALL = [
    (frozenset(analysis.terms(language.partition("|")[0])), frozenset(analysis.terms(language)))
    for language in re.sub(r"\n {8}", " ", _OF_LANGUAGES).strip().splitlines()
]


def function_words(typed: Iterable[str]) -> frozenset[str]:
    """Those of the languages that a query is in, by its folded words."""
    words = frozenset(typed)
    return FUNCTION_WORDS.union(*(others for sure, others in _SURE_AND_ALL if not sure.isdisjoint(words)))
