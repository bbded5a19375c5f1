"""A title that is the thing it names, and not one about it."""

import re
from typing import Final

SPOKEN_STATEMENT: Final = (
    r"\Astatement (?:by|of)\b.{1,200}?\b(?:at|in|to|before|during) (?:the|an?|his|her)\b.{0,80}"
    r"\b(?:debate|meeting|session|conference|council|assembly|summit|forum|committee|opening|ceremony|briefing)\b"
)

_THING = re.compile(r"\b(?:statements?|declaration|communiqu[eé]s?|заявлени\w|деклараци\w|коммюнике)\b", re.IGNORECASE)
_ACTED_ON = (
    r"(?:adopt|issu|sign|agree|approv|welcom|reject|discuss|circulat|present|regret|prepar)(?:s|e[sd]|ed|ing)?"
    r"|ma[dk]es?|made"
)
_ACTS = re.compile(rf"\b(?:{_ACTED_ON})\b|принят|подписа|обсуд", re.IGNORECASE)
_IS_ACTED_ON = re.compile(
    rf"\W{{1,3}}(?:(?:is|was|has been|to be) )?(?:{_ACTED_ON})\b|\W{{1,3}}(?:был\w? )?(?:принят|подписа|обсуд)",
    re.IGNORECASE,
)


def is_thing_itself(title: str) -> bool:
    """Whether a title is that of a statement or communiqué, and tells neither before that word nor right after it what
    was done with one: "Statement on the law adopted in May" does not."""
    thing = _THING.search(title)
    if thing is None:
        return _ACTS.search(title) is None
    return not _ACTS.search(title, 0, thing.start()) and not _IS_ACTED_ON.match(title, thing.end())


_JOINT = re.compile(
    r"\A(?:\W|the |full text of |text of |\w+[- ]){0,4}?joint (?:[\w-]+ ){0,2}(?:statement|declaration)\b"
    r"|совместн\w{2,3} (?:[\w-]+ ){0,2}(?:заявлени|деклараци)|déclaration (?:commune|conjointe)"
    r"|declaración conjunta|gemeinsame erklärung|dichiarazione congiunta|declaração conjunta"
)
JOINT_WORDS: Final = "joint совместное совместная commune conjointe conjunta gemeinsame congiunta"


def is_joint(title: str) -> bool:
    """Whether a title is that of what several declare together."""
    return _JOINT.search(title.lower()) is not None and is_thing_itself(title)


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
    about = r"(?:\s(?i:on|of|by|at|in|to|regarding|concerning|about|before|during|following|from|after|as|for)\b|:)"
    return rf"\A(?:(?:{place})?{kinds}(?i:{nouns})\b|(?i:{others})|{owner}{kinds}(?:{nouns}){about})"
