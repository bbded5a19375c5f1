"""The name of a body or an office that stands above a title, as on its writing paper."""

import re

_BODIES = frozenset(
    {
        *("office", "ministry", "department", "embassy", "bureau", "council", "committee", "commission", "secretariat"),
        *("agency", "mission", "delegation", "representation", "service", "centre", "center", "section", "assembly"),
        *("parliament", "government", "administration", "union", "organization", "organisation", "senate"),
        *("министерство", "секретариат", "посольство", "управление", "департамент", "аппарат", "администрация"),
        *("пресс-служба", "совет", "комитет", "комиссия", "ministère", "secrétariat", "ambassade", "ministerium"),
    }
)
_SMALL = frozenset(
    {*("of", "for", "on", "in", "to", "at", "and", "the", "&", "du", "des", "de", "la", "et", "и", "по")}
)
_GENITIVES = frozenset({"of", "for", "on", "to", "du", "des", "de"})
_SENATORS = re.compile(
    r"(?:united states|u\.? ?s\.?) (?:senator|congressman|congresswoman|representative) ", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:united states |u\.? ?s\.? )?(?:senator|congress(?:man|woman)|representative|member of (?:parliament|congress)"
    r"|(?:prime |foreign )?minister|president|secretary(?:[ -]general)?|press secretary|spokes(?:man|woman|person)"
    r"|chair(?:man|woman|person)?|governor|mayor)(?!\w)",
    re.IGNORECASE,
)
_MOST_IN_NAME = 5
# what a body's name does not have and a title may: "Meeting of the Council", "Security Council Resolution"
_EVENTS = frozenset(
    {
        *("meeting", "meetings", "statement", "report", "session", "visit", "decision", "resolution", "speech"),
        *("address",),
        *("remarks", "interview", "conference", "results", "agenda", "plan", "by", "with", "from", "after", "new"),
        *("how",),
    }
)
# words on -s and -ed are verbs in a headline ("Ministry of Health Opens Clinic") unless they are of these
_NOUNS = frozenset(
    {
        *("affairs", "nations", "states", "forces", "rights", "refugees", "relations", "communications", "services"),
        *("sciences", "sports", "drugs", "resources", "emirates", "netherlands", "arts", "works", "fisheries"),
        *("philippines", "communities", "veterans", "operations", "emergencies", "situations", "railways", "roads"),
        *("minorities", "elections", "institutions", "parties", "ministers", "ambassadors", "experts", "united"),
        *("economics", "statistics", "finances", "customs", "securities", "markets", "prisons", "peoples", "deputies"),
        *("representatives", "secretaries", "chiefs", "heads", "republics", "americas", "seas", "ports", "harbours"),
    }
)
_RUSSIAN_VERB = re.compile(r"[а-яё-]{2,20}(?:[ёеиая]л|[ая]ла|ило|[аяи]ли|ся|сь|ет|ют|ит|ят|ат)")
_LONGEST, _MOST_WORDS, _BEFORE_BODY = 120, 14, 4


def is_letterhead(line: str) -> bool:
    """Whether the line is the name of a body or an office and nothing else: it has no verb and names no event."""
    if len(line) > _LONGEST or line.endswith((".", ":", ",", "?", "!")):
        return False
    words = [bare for word in line.split() if (bare := word.strip(",()–—-"))]
    folded = [word.casefold() for word in words]
    if not words or len(words) > _MOST_WORDS or any(map(_tells, folded)):
        return False
    if folded[0] in _BODIES and _is_cyrillic(words[0]):
        return True
    all_names = all(word[0].isupper() or small in _SMALL for word, small in zip(words, folded, strict=True))
    return all_names and (bool(_SENATORS.match(line)) or _is_name(folded))


def is_office_holder(line: str, below: str) -> bool:
    """Whether the line is a person's name and the one below it only says who that is: `United States Senator`."""
    folded = [word.casefold() for word in line.split()]
    is_name = 2 <= len(folded) <= _MOST_IN_NAME and all(word[0].isupper() for word in line.split())
    if not is_name or any(map(_tells, folded)):
        return False
    office = _OFFICE.match(below)
    rest = below[office.end() :].split() if office else ["no office"]
    return len(rest) <= _MOST_IN_NAME and all(word[0].isupper() or word.casefold() in _SMALL for word in rest)


def _tells(word: str) -> bool:
    verbal = word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s")))
    verbal = (verbal and word.isascii()) or bool(_RUSSIAN_VERB.fullmatch(word) and word not in _BODIES)
    return word in _EVENTS or (verbal and len(word) > 2 and word not in _NOUNS)


def _is_name(words: list[str]) -> bool:
    """`Harbour Council`, or `Permanent Mission of …`, where the body is among the first words."""
    if words == ["united", "nations"] or (words[-1] in _BODIES and _SMALL.isdisjoint(words[1:])):
        return True
    at = next((place for place, word in enumerate(words[:_BEFORE_BODY]) if word in _BODIES), -1)
    return at >= 0 and (at + 1 == len(words) or words[at + 1] in _GENITIVES)


def _is_cyrillic(word: str) -> bool:
    """Russian writes all words of a body's name but the first in small letters."""
    return "а" <= word[-1].casefold() <= "я"
