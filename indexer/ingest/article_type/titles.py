"""A title that is the thing it names, and not one about it."""

from typing import Final

SPOKEN_STATEMENT: Final = (
    r"\Astatement (?:by|of)\b.{1,200}?\b(?:at|in|to|before|during) (?:the|an?|his|her)\b.{0,80}"
    r"\b(?:debate|meeting|session|conference|council|assembly|summit|forum|committee|opening|ceremony|briefing)\b"
)


def titled(nouns: str, others: str) -> str:
    """ "Joint statement …", "Minister Orlova's remarks at …", "CSTO statement on …"; not "Moscow regrets statement"."""
    kinds = (
        r"(?:(?i:a|the|full|text|of|press|political|ministerial|opening|closing|final|official|presidential|keynote"
        r"|media"
        r"|spokesperson'?s?|spokesperson’s)\s)*"
    )
    # "Georgia: statement by the spokesperson"
    place = r"(?:[A-ZА-ЯЁ][\w'’.,-]{0,30}[ /]?){1,4}[:|–—-] "
    owner = r"(?:[A-ZА-ЯЁ][\w'’.,-]{0,30}\s|(?:of|the|and|for)\s){1,8}"
    about = r"(?:\s(?:on|of|by|at|in|to|regarding|concerning|about|before|during|following|from)\b|:)"
    return rf"\A(?:(?:{place})?{kinds}(?i:{nouns})\b|(?i:{others})|{owner}{kinds}(?:{nouns}){about})"
