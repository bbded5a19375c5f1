"""What beside a day says whether a text tells of it as its own, or of something else's."""

import re

from indexer.text.dates.words import WEEKDAYS


def _words(*lines: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)


# "resolution 71/12 of 18 November 2016", "since 1 May 2010", "due May 1, 2030": the date of something else
OF_SOMETHING_ELSE = re.compile(
    r"(?<!\w)(?:dated|of|since|until|till|by|before|after|through|ended|ending|ends|due|born|effective|to|for|launch"
    r"|on or before|ex|quarter|year|period|expires?|matur\w{2,5}|record|payable"
    r"|от|с|до|к|depuis|avant|du|desde|antes del?|hasta el|seit|bis|vom)\s(?:the\s|el\s|le\s|dem\s)?$",
    re.IGNORECASE,
)
# "Resolution 1373 of 28 September 2001", "Decision No. 4 on fees of 3 March": an act is called by its own day
ACT = re.compile(
    r"\W{0,2}(?:(?:presidential|executive|joint|council|board)\s)?(?:resolution|decision|decree|order|act|law|directive"
    r"|regulation|recommendation|declaration|protocol|résolution|décision|décret|loi|arrêté|déclaration|recommandation"
    r"|resolución|decisión|decreto|ley|declaración|beschluss|gesetz|verordnung|erlass|резолюция|решение|указ|закон"
    r"|постановление|распоряжение|протокол|декларация)(?!\w).{0,120}(?:of|dated|от|du|de|del|vom)\s(?:the\s)?$",
    re.IGNORECASE,
)
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)})\.?,?\s)?"
_PLACE = r"[A-ZÀ-ÞА-ЯЁ][\w.’'-]{1,20}(?:[ ,/]{1,2}[A-ZÀ-ÞА-ЯЁ][\w.’'-]{0,20}){0,4}"
# what may stand before the day that a sentence opens with: "On Monday, ", "In Geneva on "
OPENS = re.compile(
    rf"[\s“\"«(—–-]{{0,3}}(?:(?:(?:In|At)\s{_PLACE}\s)?(?:on|in|from|between|le|du|en|el|del|am|im|vom|с|в|a)\s)?"
    rf"{_WEEKDAY}(?:the\s)?$",
    re.IGNORECASE,
)
# "VIENNA, 5 March 2018 - "
DATELINE = re.compile(rf"\s{{0,3}}{_PLACE},?\s?[\s(,–—-]{{0,3}}{_WEEKDAY}$")
DATELINE_ENDS = re.compile(r",?\s{0,2}(?:\([^()\n]{2,40}\)|/[\w ./-]{2,30}/)?\s{0,2}[)–—:.-]")
DASH = re.compile(r"\s{0,2}[–—-]")
# "held in Moscow on January 17, 2017": a day in the middle of a sentence is told of with such a word, and such a verb
TOLD = re.compile(r"(?<!\w)(?:on|le|el|am)\s(?:the\s)?$", re.IGNORECASE)
EVENT = _words(
    *("met", "meets", "held", "hold", "hosts?", "hosted", "took place", "takes place", "signed", "received", "visited"),
    *("adopted", "opened", "arrived", "gathered", "convened", "addressed", "delivered", "concluded", "attended"),
    *("inaugurated", r"прош[её]?л\w{0,2}", r"состоял\w{1,3}", r"встретил\w{0,3}", r"принял\w?", r"подписал\w?"),
    *(r"посетил\w?", r"собрал\w{0,3}", "fand", "fanden", "traf", "trafen", "tenue?s?", r"rencontr\w{1,4}", "reçue?s?"),
    *(
        r"signé\w?",
        r"réuni\w{0,2}",
        "eu lieu",
        r"reuni[óe]\w{0,4}",
        "recibió",
        "celebró",
        "firmó",
        "firmaron",
        "visitó",
    ),
)
# what is still to come, or depends on something, when the sentence is written
TO_COME = _words(
    *("will", "would", "shall", "may", "might", "can", "could", "should", "to be", "to take", "until", "ago"),
    *("deadline",),
    *(
        "due",
        "upcoming",
        "next",
        "ended?",
        "ends",
        "ending",
        "scheduled",
        "plans? to",
        "planned",
        "planning",
        "expected",
        r"expir\w{1,4}",
    ),
    *(r"matur\w{2,5}", r"redeem\w{0,5}", "payable", "record", "who", "whom", "which", "that", "when", "where", "as of"),
    *("including", "wird", "werden", "sollen", "soll", "findet", "finden", "erscheint", "startet", "beginnt"),
    *("sera", "seront", "aura", "doit", "prévue?s?", "será", "serán", "prev[eé]", "состоится", "состоятся", "будет"),
    *("будут", "пройд[её]т", "пройдут", r"планирует\w{0,2}", r"котор\w{2,3}"),
)
AFTER_COMMA = re.compile(r"[,:;(.–—-]\s?$")
SET_OFF = re.compile(r"\s?(?:$|[,:;).–—-]|(?:in|at|à|en|в)\s)")
GOES_ON_IN_CAPITALS = re.compile(r"\s{1,2}[A-ZÀ-ÞА-ЯЁ]")
AFTER_NAME = re.compile(r"(?<!\w)[A-ZÀ-ÞА-ЯЁ][^\W\d_]{2,30},?\s$")  # "… in Wyoming November 7 2007"
RANGE = re.compile(r"[-–—]|\s(?:to|по|au|al|bis|until|through|and|и)\s")
