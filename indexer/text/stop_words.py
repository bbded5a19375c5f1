"""Words that carry a sentence's grammar and little of its meaning.

They keep no article away and are not marked beside other words, and they are never taken for an acronym.
"""

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
